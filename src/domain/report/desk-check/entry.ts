/** A heading, finding or comment that an entry leads to. */
export type Place = { heading: string } | { finding: string } | { comment: string };

/** One thing on the desk, once however often it occurs in its place. */
export interface Entry {
	place: Place;
	/** What it is, in a sentence, or as it stands in the report. */
	words: string;
}

/** What the rules on words and on the whole look at, in the order in which it is shown. */
export const checks = ['names', 'numbers', 'avoided', 'unfounded', 'balance', 'length'] as const;
export type Check = (typeof checks)[number];

/** Something worth a second look; it stands in nobody’s way. */
export interface SecondLook extends Entry {
	check: Check;
	/** Why one would look at it, where that is the same for several. */
	why: string;
	/** Why of this one. */
	because?: string;
	/** The words around it where it stands first. */
	within?: string;
	times: number;
	/** What it was seen in: while that stays the same, so does it. */
	seenIn: string[];
}
