import { yearGroups } from './model.ts';

/** What was moderated of one year group: pieces of work that were looked at, and judgements of them that changed. */
export interface ModeratedYear {
	yearGroup: string;
	looked: number;
	changed: number;
}

/** What a write-up says. */
export interface SaidInWriteUp {
	/** How many came, by member; those from whom nobody is noted are left out. */
	came: Record<string, number>;
	done: string;
	/** Found or agreed. */
	found: string;
	/** Materials, as links in words. */
	materials: string;
	/** By year group, in their order; of a moderation alone. */
	moderated: ModeratedYear[];
}

/** One save of a write-up. */
export interface WriteUp extends SaidInWriteUp {
	version: number;
	writtenBy: string;
	writtenAt: Date;
}

/** Why figures of a moderation cannot be; null where they can. */
export const moderatedRefusal = ({
	looked,
	changed,
}: {
	looked: number | null;
	changed: number | null;
}): string | null =>
	changed !== null && looked === null
		? 'Say how many pieces were looked at, too.'
		: (changed ?? 0) > (looked ?? 0)
			? 'No more judgements changed than pieces were looked at.'
			: null;

/** '24 pieces looked at, 3 judgements changed' */
export const moderatedInWords = ({ looked, changed }: Omit<ModeratedYear, 'yearGroup'>): string =>
	`${looked} ${looked === 1 ? 'piece' : 'pieces'} looked at, ${changed === 0 ? 'no judgement' : changed === 1 ? '1 judgement' : `${changed} judgements`} changed`;

/** In the order of the years. */
export const inOrder = (moderated: readonly ModeratedYear[]): ModeratedYear[] =>
	moderated.toSorted(
		(one, other) =>
			yearGroups.findIndex((group) => group === one.yearGroup) -
			yearGroups.findIndex((group) => group === other.yearGroup),
	);
