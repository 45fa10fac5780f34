import { z } from 'zod';
import { isSchoolYear } from '#domain/calendar/school-year.ts';
import { id, line, optionalProse, prose, version } from '#platform/text.ts';

const said = { title: line('Say what you work towards.', 200), words: optionalProse(2000) };

export const setAimInput = z.object({
	id,
	partnershipId: id,
	/** Whose priority it is; empty for an aim of the partnership. */
	memberId: z.literal('').or(id).default(''),
	schoolYear: z.string().refine(isSchoolYear, 'Choose the school year.'),
	...said,
});
export const changeAimInput = z.object({ partnershipId: id, aimId: id, version, ...said });
export const closeAimInput = z.object({
	partnershipId: id,
	aimId: id,
	because: prose('Say how it ended: reached, or why it is let go.', 1000),
});
