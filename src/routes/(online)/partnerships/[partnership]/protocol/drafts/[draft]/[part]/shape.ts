import type { Field } from '#domain/protocol/editor/field.ts';

type Group = Extract<Field, { is: 'group' | 'variants' }>;
type Choices = Extract<Field, { is: 'choices' }>;

/** A group that only holds its fields together: no words of its own, always there. */
const isPlain = (field: Field): field is Extract<Field, { is: 'group' }> =>
	field.is === 'group' && field.label === '' && field.present === undefined;

/** The fields with those of plain groups in their place, unless something is to be said of such a group as a whole. */
export const flat = (fields: readonly Field[], isSpokenOf: (path: string) => boolean): Field[] =>
	fields.flatMap((field) =>
		isPlain(field) && !isSpokenOf(field.path) ? flat(field.fields, isSpokenOf) : [field],
	);

/** The one line that an entry is, such as a name to choose by: it stands in the list as it is, with nothing to open. */
export const onlyLine = (
	fields: readonly Field[],
): Extract<Field, { is: 'line' | 'passage' | 'number' | 'time' }> | null => {
	const [only, ...more] = fields.filter(({ is }) => is !== 'hidden');
	return only?.is === 'line' && more.length === 0 ? only : null;
};

/** Short enough to stand beside another. */
export const isShort = (field: Field): boolean =>
	field.is === 'number' || field.is === 'time' || field.is === 'choice' || field.is === 'tick';

/** Fields that are read in one breath and so stand in one row, such as how many, of what, from when. */
export const isRow = (field: Field): field is Group =>
	(field.is === 'group' || field.is === 'variants') &&
	field.fields.length > 1 &&
	field.fields.every((inner) => isShort(inner) || inner.is === 'line' || (isPlain(inner) && isRow(inner)));

/** Several lists of the same choices: they stand side by side, folded under what is ticked first. */
export const choicesOf = (field: Field): Choices[] | null => {
	if (field.is !== 'group' || field.label === '' || field.fields.length < 2) return null;
	const lists = field.fields.filter((inner) => inner.is === 'choices');
	const alike = JSON.stringify(lists[0]?.options);
	return lists.length === field.fields.length &&
		lists.every(({ options }) => JSON.stringify(options) === alike)
		? lists
		: null;
};

/** What is ticked in a list, in words. */
export const ticked = ({ options, value }: Choices): string =>
	options
		.filter((option) => value.includes(option.value))
		.map(({ label }) => label)
		.join(', ');

/** Lines that hold what is written, and one more where there is none; a browser that can lets it grow. */
export const rowsFor = (value: string, least: number): number =>
	Math.min(
		10,
		Math.max(
			least,
			value.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 62)), 0),
		),
	);
