/** A day of a deployment that took place. */
export interface NotedDay {
	id: string;
	day: string;
	words: string;
	notedBy: string;
}

/** Support that was agreed. Days are 'YYYY-MM-DD'. */
export interface Deployment {
	id: string;
	requestId: string;
	helperId: string;
	askerId: string;
	askerName: string;
	memberId: string;
	memberName: string;
	theme: string;
	themeId: string;
	/** How many were agreed. */
	days: number;
	fromDay: string;
	toDay: string;
	/** Somebody of the helper's school who signs in here; and who comes, in words. */
	personId: string | null;
	personName: string | null;
	who: string;
	/** Whole pounds; null where it costs nothing. */
	pounds: number | null;
	payer: string;
	version: number;
	noted: NotedDay[];
	/** What came of it, by its number; null before the asker's head has told. */
	outcome: { number: number; words: string; toldBy: string; on: string } | null;
	thanks: { words: string; open: boolean; thankedBy: string; on: string } | null;
	/** Null unless it ended before its time. */
	ended: { because: string; endedBy: string; on: string } | null;
}

export type DeploymentState = 'agreed' | 'under way' | 'done' | 'ended early';

/** Where it stands on a day: done once the asker has told what came of it. */
export function deploymentState(
	{ ended, outcome, noted, fromDay }: Pick<Deployment, 'ended' | 'outcome' | 'noted' | 'fromDay'>,
	today: string,
): DeploymentState {
	if (ended) return 'ended early';
	if (outcome) return 'done';
	return noted.length > 0 || fromDay <= today ? 'under way' : 'agreed';
}

/** 'Rosalind Inkwell, our English lead' */
export const whoComes = ({ personName, who }: Pick<Deployment, 'personName' | 'who'>): string =>
	[personName, who].filter(Boolean).join(', ');

export interface SupportLine {
	memberId: string;
	name: string;
	/** Days that took place. */
	given: number;
	received: number;
}

/** Days given and received by support, by school; whoever gave most first. Schools with none are left out. */
export function supportLines(deployments: readonly Deployment[]): SupportLine[] {
	const lines = new Map<string, SupportLine>();
	const lineOf = (memberId: string, name: string) => {
		const line = lines.get(memberId) ?? { memberId, name, given: 0, received: 0 };
		lines.set(memberId, line);
		return line;
	};
	for (const { memberId, memberName, askerId, askerName, noted } of deployments) {
		if (noted.length === 0) continue;
		lineOf(memberId, memberName).given += noted.length;
		lineOf(askerId, askerName).received += noted.length;
	}
	return [...lines.values()].toSorted(
		(one, other) =>
			other.given - other.received - (one.given - one.received) || one.name.localeCompare(other.name),
	);
}
