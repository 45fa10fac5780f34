import { groupsTogether, kindOf, measureKeys } from '#domain/outcome/measures.ts';

/** All measures as a choice shows them, by when in their school life pupils are assessed. */
export const measureOptions = measureKeys.map((value) => {
	const { cohort, label } = kindOf(value);
	return { value, label, group: cohort[0]!.toUpperCase() + cohort.slice(1) };
});

/** Which pupil groups are shown side by side, as a choice shows them. */
export const togetherOptions = groupsTogether.map(({ key: value, label }) => ({ value, label }));
