import { z } from 'zod';
import { isSchoolYear } from '#domain/calendar/school-year.ts';
import { id, line } from '#platform/text.ts';

const whole = (least: number, most: number) =>
	z.coerce
		.number('Give a whole number.')
		.int('Give a whole number.')
		.min(least, `At least ${least}.`)
		.max(most, `At most ${most}.`);

/** Distances are typed in kilometres, and may have a decimal: 1.5. */
const kilometres = (most: number) =>
	z.coerce
		.number('Give a number of kilometres.')
		.min(0, 'At least 0.')
		.max(most, `At most ${most}.`)
		.transform((km) => Math.round(km * 1000));

export const askForGroupsInput = z
	.object({
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
	});

export const proposalInput = z.object({ partnershipId: id, proposalId: id });

/** A name for each proposed group by its number, as `name-1`; they are read from the form by the deed. */
export const adoptInput = z.looseObject({ partnershipId: id, proposalId: id });
export const groupName = line('Give the group a name.', 60);
