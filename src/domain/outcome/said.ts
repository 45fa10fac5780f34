import type { MeasureKey, PupilGroup } from './measures.ts';
import type { SchoolYear } from './year.ts';

/** Whose a figure is: DfE's, known to all, or the school's own. */
export const publishers = ['school', 'DfE'] as const;
export type Publisher = (typeof publishers)[number];

/** What a figure is about. */
export interface About {
	schoolId: string;
	measure: MeasureKey;
	group: PupilGroup;
	year: SchoolYear;
}

/** What somebody says of some pupils. */
export interface Said extends About {
	publisher: Publisher;
	/** Null: held back. */
	value: number | null;
	/** How many pupils; null where that is not said. */
	pupils: number | null;
	/** It is said that they are few, and not how many. */
	few: boolean;
}

export const keyOf = ({ schoolId, year, measure, group }: About): string =>
	`${schoolId} ${year} ${measure} ${group}`;
