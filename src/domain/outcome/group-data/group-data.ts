import { groupsTogether, kindOf, type MeasureKey, type Together } from '../measures.ts';

/** What a group looks at of its schools' outcomes: one measure, and which pupils of it (CSC-8). */
export interface DataLookedAt {
	id: string;
	measure: MeasureKey;
	together: Together;
	/** In a sentence; may be empty. */
	why: string;
}

/** All that one group looks at, in the order in which it was chosen. */
export interface GroupData {
	groupId: string;
	groupName: string;
	data: DataLookedAt[];
}

/** More is no choice. */
export const mostData = 12;

/** The words under which figures of it are found. */
export const dataWords = ({
	measure,
	together,
}: Pick<DataLookedAt, 'measure' | 'together'>): { measure: string; pupils: string } => ({
	measure: kindOf(measure).label,
	pupils: groupsTogether.find(({ key }) => key === together)!.label,
});
