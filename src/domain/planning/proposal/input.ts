import { z } from 'zod';
import { isSchoolYear } from '#domain/calendar/school-year.ts';
import type { Weights } from '../answer.ts';
import { heaviest, measures, type MeasureKey } from '../measures.ts';
import { id, line } from '#platform/text.ts';

/** An emptied field is no nought. */
const typed = <S extends z.ZodType>(number: S) =>
	z.preprocess((text) => (typeof text === 'string' && text.trim() === '' ? Number.NaN : text), number);

export const whole = (least: number, most: number) =>
	typed(
		z.coerce
			.number('Give a whole number.')
			.int('Give a whole number.')
			.min(least, `At least ${least}.`)
			.max(most, `At most ${most}.`),
	);

/** Distances are typed in kilometres, and may have a decimal: 1.5. */
export const kilometres = (most: number) =>
	typed(
		z.coerce.number('Give a number of kilometres.').min(0, 'At least 0.').max(most, `At most ${most}.`),
	).transform((km) => Math.round(km * 1000));

/** What a chair may weigh otherwise when groups are made, in the order of the page. */
export const weighedInGroups = (Object.keys(measures) as MeasureKey[]).filter(
	(key) => measures[key].stage === 'groups' && measures[key].chair,
);
export const weightField = (key: MeasureKey): string => `weight ${key}`;

const weightFields = Object.fromEntries(
	weighedInGroups.map((key) => [weightField(key), whole(0, heaviest).default(measures[key].weight)]),
);

/** Pairs of schools, as `one-1`, `wish-1` and `other-1`, are read from the form by the deed. */
export const askForGroupsInput = z
	.looseObject({
		...weightFields,
		id,
		partnershipId: id,
		schoolYear: z.string().refine(isSchoolYear, 'Give a school year, such as 2027-28.'),
		least: whole(2, 6),
		most: whole(2, 6),
		near: kilometres(200),
		competing: kilometres(50),
	})
	.refine(({ least, most }) => least <= most, {
		path: ['most'],
		error: 'A group cannot have fewer schools at most than at least.',
	})
	.transform((read) => ({ ...read, weights: weightsIn(read) }));

const weightsIn = (read: Record<string, unknown>): Weights =>
	Object.fromEntries(weighedInGroups.map((key) => [key, read[weightField(key)] as number]));

export const proposalInput = z.object({ partnershipId: id, proposalId: id });

/** A name for each proposed group by its number, as `name-1`; they are read from the form by the deed. */
export const adoptInput = z.looseObject({ partnershipId: id, proposalId: id });
export const groupName = line('Give the group a name.', 60);
