/** What somebody may take home from reviewing elsewhere (CEN-15). */
export const kindsTakenHome = ['a resource', 'a method', 'reassurance', 'professional development'] as const;
export type KindTakenHome = (typeof kindsTakenHome)[number];

export const takenHomeLabels: Readonly<Record<KindTakenHome, string>> = {
	'a resource': 'A resource',
	'a method': 'A method',
	reassurance: 'Reassurance',
	'professional development': 'Professional development',
};

/** One thing that somebody took home. */
export interface TakenHome {
	id: string;
	kind: KindTakenHome;
	words: string;
	/** The school it is counted for; null for somebody of none here. */
	memberId: string | null;
	/** Whether the heads of that school read it. */
	opened: boolean;
	version: number;
}

/** More nobody takes home from one review. */
export const mostTakenHome = 20;

/**
 * The school for which it is counted: the author's only one, or which of theirs they say; null for somebody of none.
 *
 * @param own schools of the partnership at which the author holds a post, the host left out
 * @returns 'unsaid' where there are several and none of them is named
 */
export function schoolTakenTo(own: readonly string[], said: string): string | null | 'unsaid' {
	if (own.includes(said)) return said;
	return own.length > 1 ? 'unsaid' : (own[0] ?? null);
}

/** How many of each kind, for one school. */
export interface TakenTo {
	/** Null for people of no school here. */
	memberId: string | null;
	name: string | null;
	counts: Readonly<Record<KindTakenHome, number>>;
	total: number;
}

/** Counts by school and kind as a row for each school, by name; people of no school last. */
export function takenBySchool(
	counts: readonly { memberId: string | null; name: string | null; kind: KindTakenHome; howMany: number }[],
): TakenTo[] {
	const rows = Map.groupBy(counts, ({ memberId }) => memberId);
	return [...rows]
		.map(([memberId, some]) => ({
			memberId,
			name: some[0]!.name,
			counts: Object.fromEntries(
				kindsTakenHome.map((kind) => [kind, some.find((one) => one.kind === kind)?.howMany ?? 0]),
			) as Record<KindTakenHome, number>,
			total: some.reduce((sum, { howMany }) => sum + howMany, 0),
		}))
		.sort((one, other) =>
			one.name === null ? 1 : other.name === null ? -1 : one.name.localeCompare(other.name, 'en-GB'),
		);
}

/** Who reads what somebody writes down, in words (NFS-12). */
export function whoReadsTakenHome({ ofSchool, headsAll }: { ofSchool: boolean; headsAll: boolean }): string {
	const heads = ofSchool && !headsAll ? ' Where you tick it, the head of your own school reads it, too.' : '';
	return `You alone read this; the school you reviewed does not.${heads} Your partnership learns how many of each kind there are, by school, and no word of it.`;
}
