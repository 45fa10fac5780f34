import { z } from 'zod';
import { isSchoolYear } from '#domain/calendar/school-year.ts';
import { day, id, oneOf, prose, tick, version } from '#platform/text.ts';
import { eventKinds } from './story.ts';

const dayOrNone = z
	.literal('')
	.transform(() => null)
	.or(day('Say on which day.'));

const told = {
	kind: oneOf(eventKinds, 'Choose what it was.'),
	year: z.coerce
		.number('Write the year like 2016.')
		.int('Write the year like 2016.')
		.min(1990, 'Write a year from 1990 on.')
		.max(2100, 'Write the year like 2016.'),
	day: dayOrNone.default(null),
	words: prose('Say what happened.', 1000),
	opened: tick,
};

const inItsYear = <T extends z.ZodType<{ year: number; day: string | null }>>(form: T) =>
	form.refine(({ year, day }) => day === null || Number(day.slice(0, 4)) === year, {
		path: ['day'],
		error: 'This day is of another year than the one you gave.',
	});

export const tellEventInput = inItsYear(z.object({ id, partnershipId: id, memberId: id, ...told }));
export const changeEventInput = inItsYear(
	z.object({ partnershipId: id, memberId: id, eventId: id, version, ...told }),
);
export const takeBackEventInput = z.object({ partnershipId: id, memberId: id, eventId: id });

const percent = z
	.string()
	.default('')
	.transform((typed) => typed.trim())
	.refine((typed) => typed === '' || /^\d{1,3}(\.\d{1,2})?$/.test(typed), 'Write a percentage, such as 14.5.')
	.transform((typed) => (typed === '' ? null : Number(typed)))
	.refine((share) => share === null || share <= 100, 'A percentage is from 0 to 100.');

export const profileYearInput = z.object({
	partnershipId: id,
	memberId: id,
	schoolId: id,
	schoolYear: z.string().refine(isSchoolYear, 'Choose the school year.'),
	version,
	onRoll: z
		.string()
		.trim()
		.regex(/^\d{1,5}$/, 'Say how many pupils were on roll.')
		.transform(Number),
	disadvantaged: percent,
	send: percent,
	eal: percent,
	moved: percent,
});
