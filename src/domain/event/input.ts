import { z } from 'zod';
import { daysBetween } from '#domain/calendar/day.ts';
import { endsAfterItBegins, hours } from '#domain/calendar/hours-input.ts';
import {
	day,
	id,
	isId,
	line,
	oneOf,
	optionalLine,
	optionalProse,
	prose,
	ticks,
	version,
} from '#platform/text.ts';
import { cameField, changedField, lookedField } from './field-names.ts';
import { eventKinds, yearGroups, type ForWhom } from './model.ts';

const idOrNone = (ask: string) =>
	z
		.string()
		.default('')
		.refine((chosen) => chosen === '' || isId(chosen), ask)
		.transform((chosen) => (chosen === '' ? null : chosen.toLowerCase()));

const dayOrNone = z
	.literal('')
	.or(day('Say on which day it ends.'))
	.default('')
	.transform((typed) => typed || null);

/** All members, some schools, or the id of a group. */
const forWhom = z
	.string('Choose who is invited.')
	.refine((chosen) => chosen === 'all' || chosen === 'schools' || isId(chosen), 'Choose who is invited.')
	.transform((chosen): { forWhom: ForWhom; groupId: string | null } =>
		chosen === 'all' || chosen === 'schools'
			? { forWhom: chosen, groupId: null }
			: { forWhom: 'group', groupId: chosen.toLowerCase() },
	);

const whole = (ask: string, least: number, most: number) =>
	z
		.string()
		.default('')
		.transform((typed) => typed.trim())
		.refine(
			(typed) => typed === '' || (/^\d{1,4}$/.test(typed) && Number(typed) >= least && Number(typed) <= most),
			ask,
		)
		.transform((typed) => (typed === '' ? null : Number(typed)));

const planned = {
	partnershipId: id,
	kind: oneOf(eventKinds, 'Choose what kind of event it is.'),
	title: line('Give the event a name.', 160),
	words: optionalProse(3000),
	fromDay: day('Say on which day.'),
	toDay: dayOrNone,
	...hours,
	atMemberId: idOrNone('Choose the school where it is held.'),
	yearGroups: ticks.pipe(z.array(z.enum(yearGroups, { error: 'Tick the year groups.' }))),
	themeId: idOrNone('Choose the theme from the list.'),
	subject: optionalLine(120),
	ledBy: idOrNone('Choose who leads it.'),
	speaker: optionalLine(120),
	bring: optionalProse(1000),
	places: whole('Give a whole number of places from 1 to 999, or leave it empty.', 1, 999),
	forWhom,
	invitedIds: ticks.pipe(z.array(id).max(200)),
};

/** The rules by which fields of the form go together; the last day of a single one is its first. */
const together = <T extends z.ZodType<Planned>>(form: T) =>
	form
		.refine(endsAfterItBegins, {
			path: ['toTime'],
			error: 'It ends after it begins. Give both times, or none.',
		})
		.refine(({ fromDay, toDay }) => toDay === null || toDay >= fromDay, {
			path: ['toDay'],
			error: 'The last day comes after the first.',
		})
		.refine(({ toDay, fromDay }) => toDay === null || daysBetween(fromDay, toDay) <= longest, {
			path: ['toDay'],
			error: 'An event lasts a year at most.',
		})
		.refine(({ ledBy, speaker }) => ledBy !== null || speaker !== '', {
			path: ['ledBy'],
			error: 'Say who leads it: somebody of the partnership, or a speaker from outside.',
		})
		.refine(({ ledBy, speaker }) => ledBy === null || speaker === '', {
			path: ['speaker'],
			error: 'One leads it: choose somebody above, or name a speaker here, not both.',
		})
		.refine((sent) => sent.forWhom.forWhom !== 'schools' || sent.invitedIds.length > 0, {
			path: ['invitedIds'],
			error: 'Tick the schools that are invited.',
		})
		.refine((sent) => sent.forWhom.forWhom === 'schools' || sent.invitedIds.length === 0, {
			path: ['invitedIds'],
			error: 'Schools are ticked, but more are invited above. Choose some schools there, or untick these.',
		});

interface Planned {
	fromTime: string | null;
	toTime: string | null;
	fromDay: string;
	toDay: string | null;
	ledBy: string | null;
	speaker: string;
	forWhom: { forWhom: ForWhom };
	invitedIds: string[];
}

const longest = 366;

export const planEventInput = together(
	z.object({ id, ...planned, findingId: idOrNone('Choose the finding from the list.') }),
);
export const changeEventInput = together(z.object({ eventId: id, version, ...planned }));

const onEvent = { partnershipId: id, eventId: id };

export const callOffInput = z.object({
	...onEvent,
	because: prose('Say why, for those who meant to come.', 600),
});

const othersBrought = whole('Give a whole number from 0 to 200.', 0, 200).transform((number) => number ?? 0);

/** Who comes from a school: those ticked, against those who stood on the form as coming, so that two forms add up. */
export const bringInput = z.object({
	...onEvent,
	memberId: id,
	personIds: ticks.pipe(z.array(id).max(200)),
	seen: ticks.pipe(z.array(id).max(200)),
	others: othersBrought,
	othersVersion: version,
});
export const comeInput = z.object({ ...onEvent, memberId: id });
export const stayAwayInput = z.object(onEvent);
/** Of a school, to fewer than it said itself. */
export const lowerOthersInput = z.object({
	...onEvent,
	memberId: id,
	others: othersBrought,
	othersVersion: version,
});
export const takeOutInput = z.object({ ...onEvent, personId: id });

export const writeUpInput = z.looseObject({ ...onEvent, version });

const few = (most: number) =>
	whole(`Give a whole number from 0 to ${most.toLocaleString('en-GB')}.`, 0, most);

/** What a write-up may say of these members and year groups. */
export const writtenUpInput = (memberIds: readonly string[], groups: readonly string[]) =>
	z.object({
		...Object.fromEntries(memberIds.map((one) => [cameField(one), few(500)])),
		...Object.fromEntries(
			groups.flatMap((one) => [
				[lookedField(one), few(9999)],
				[changedField(one), few(9999)],
			]),
		),
		done: prose('Say what was done.', 5000),
		found: optionalProse(5000),
		materials: optionalProse(2000),
	});

export const takeawayInput = z.object({
	...onEvent,
	memberId: id,
	version,
	words: prose('Say what your school takes from it.', 3000),
});

export const linkFindingInput = z.object({
	...onEvent,
	findingId: z.string().pipe(z.uuid('Choose the finding.')),
});
export const linkActionInput = z.object({
	...onEvent,
	actionId: z.string().pipe(z.uuid('Choose the action.')),
});
