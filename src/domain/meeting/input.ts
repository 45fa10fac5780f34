import { z } from 'zod';
import { endsAfterItBegins, hours } from '#domain/calendar/hours-input.ts';
import { isSchoolYear } from '#domain/calendar/school-year.ts';
import { day, id, isId, line, oneOf, optionalLine, optionalProse, ticks, version } from '#platform/text.ts';
import { noteField, thereField } from './field-names.ts';
import { attendances } from './minutes.ts';
import { commonKinds, type MeetingKind } from './model.ts';

/** A kind of meeting of the whole partnership, or the id of the group that meets. */
const who = z
	.string('Choose who meets.')
	.refine((chosen) => isCommon(chosen) || isId(chosen), 'Choose who meets.')
	.transform((chosen): { kind: MeetingKind; groupId: string | null } =>
		isCommon(chosen) ? { kind: chosen, groupId: null } : { kind: 'group', groupId: chosen.toLowerCase() },
	);

const isCommon = (chosen: string): chosen is MeetingKind =>
	(commonKinds as readonly string[]).includes(chosen);

const endsFirst = { path: ['toTime'], error: 'A meeting ends after it begins. Give both times, or none.' };

const when = { partnershipId: id, day: day('Say on which day.'), ...hours };

export const callMeetingInput = z.object({ id, who, ...when }).refine(endsAfterItBegins, endsFirst);

export const moveMeetingInput = z
	.object({ meetingId: id, version, ...when })
	.refine(endsAfterItBegins, endsFirst);

export const meetingInput = z.object({ partnershipId: id, meetingId: id });

const whole = (ask: string, most: number) => z.coerce.number(ask).int(ask).min(1, ask).max(most, ask);

const series = {
	partnershipId: id,
	who,
	schoolYear: z.string().refine(isSchoolYear, 'Choose the school year.'),
	unit: oneOf(['half-terms', 'terms'], 'Choose how often.'),
	weekday: whole('Choose the day of the week.', 5),
	nth: whole('Choose which of them.', 20),
	...hours,
};

export const offerSeriesInput = z.object(series).refine(endsAfterItBegins, endsFirst);

export const callSeriesInput = z
	.object({ ...series, days: ticks.pipe(z.array(day('Tick the days.')).min(1, 'Tick the days.').max(12)) })
	.refine(endsAfterItBegins, endsFirst);

const item = {
	title: line('Say what it is about.', 160),
	ledBy: optionalLine(80),
	lastsMinutes: z
		.string()
		.default('')
		.refine((typed) => /^(|[1-9]\d?|[1-5]\d\d|600)$/.test(typed.trim()), 'Give a whole number of minutes.')
		.transform((typed) => (typed.trim() === '' ? null : Number(typed))),
};
const onItem = { partnershipId: id, meetingId: id, itemId: id };
export const addItemInput = z.object({ id, partnershipId: id, meetingId: id, ...item });
export const changeItemInput = z.object({ ...onItem, version, ...item });
export const placeItemInput = z.object({ ...onItem, to: oneOf(['up', 'down'], 'Choose where to.') });
export const itemInput = z.object(onItem);

/** Longer notes of one thing are a paper of their own. */
const longestNote = 5000;

/** What a form of minutes may send, about these people and these things on the agenda. */
export const minutesInput = (people: readonly string[], keys: readonly string[]) =>
	z.object({
		...Object.fromEntries(people.map((one) => [thereField(one), oneOf(attendances, '').catch('')])),
		...Object.fromEntries(keys.map((key) => [noteField(key), optionalProse(longestNote)])),
		others: optionalLine(300),
		decisions: optionalProse(longestNote),
	});

export const saveMinutesInput = z.looseObject({ partnershipId: id, meetingId: id, version });
export const confirmMinutesInput = z.object({ partnershipId: id, meetingId: id, version });

export const notePromiseInput = z.object({
	...{ id, partnershipId: id, meetingId: id },
	personId: z.string().pipe(z.uuid('Choose who promised it.')),
	words: line('Say what was promised.', 300),
	due: day('Say by which day.'),
});
export const tellPromiseInput = z.object({
	...{ partnershipId: id, promiseId: id },
	done: oneOf(['yes', 'no'], 'Say whether it is done.'),
});
export const dropPromiseInput = z.object({ partnershipId: id, promiseId: id });
