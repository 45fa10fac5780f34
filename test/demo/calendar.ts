import { addDays, weekday } from '#domain/calendar/day.ts';
import { halvesOf, nearestSchoolDay, schoolCalendar, yearAt } from '#domain/calendar/school-calendar.ts';
import type { SchoolYear } from '#domain/calendar/school-year.ts';
import { yearFields } from '#domain/calendar/year-fields.fixture.ts';
import { enterYear } from '#domain/partnership/deeds/calendar.server.ts';
import { callMeeting } from '#domain/meeting/deeds/calling.server.ts';

import { londonDay } from '#platform/day.ts';
import type { PersonKey, SchoolKey } from '../cast.ts';
import { did, doing, type Doing } from './doing.ts';

interface Partnership extends Doing {
	partnershipId: string;
	members: ReadonlyMap<SchoolKey, string>;
}

const administrator: PersonKey = 'ledgerly';
const supposed = schoolCalendar();

/**
 * The administrator enters the dates of the last school year and of this one, and on which days the heads and the steering group meet
 * in it; next year's are still to be entered. One school trains its staff on another day than the rest.
 *
 * @param reviewed days on which no school trains its staff, for it is reviewed
 */
export async function keepCalendar(
	founded: Partnership,
	reviewed: readonly string[],
	newId: () => string,
): Promise<void> {
	const { partnershipId, members, now } = founded;
	const today = londonDay(now);
	const [present, last] = [today, addDays(today, -365)].map((day) => withTraining(day, reviewed));
	const own: SchoolYear = {
		...present!,
		inset: [...present!.inset.slice(0, -1), laterOn(present!, reviewed)],
	};
	await doing(founded, administrator, today, '00:00', async (ctx) => {
		const enter = (year: SchoolYear, memberId: string, deed: string) =>
			did(
				enterYear(ctx, { partnershipId, memberId, name: year.name, version: 0, form: yearFields(year) }),
				deed,
			);
		await enter(last!, '', 'enter the dates of last year');
		await enter(present!, '', 'enter the dates of this year');
		await enter(own, members.get('larkspindle')!, 'enter the dates of one school');
		const call = (who: 'heads' | 'steering', day: string, fromTime: string, toTime: string) => {
			const meeting = { who, day, fromTime, toTime, place: 'Fernmarsh Primary School' };
			return did(callMeeting(ctx, { id: newId(), partnershipId, ...meeting }), 'call a meeting');
		};
		for (const day of meetingDays(present!)) await call('heads', day, '13:30', '15:30');
		for (const day of steeringDays(present!)) await call('steering', day, '16:00', '17:00');
	});
}

/** The year of a day as it is supposed, with a training day at the start of each term on which nobody is reviewed. */
function withTraining(day: string, reviewed: readonly string[]): SchoolYear {
	const { name, terms } = yearAt(supposed, day);
	return { name, terms, inset: terms.map(({ from }) => firstOf(from, reviewed)) };
}

const laterOn = ({ inset }: SchoolYear, reviewed: readonly string[]): string =>
	firstOf(addDays(inset.at(-1)!, 7), reviewed);

function firstOf(from: string, reviewed: readonly string[]): string {
	let day = nearestSchoolDay(supposed, from, 1);
	while (reviewed.includes(day)) day = nearestSchoolDay(supposed, addDays(day, 1), 1);
	return day;
}

/** The Thursday of the fourth week of each half-term. */
const meetingDays = ({ terms }: SchoolYear): string[] =>
	terms.flatMap(halvesOf).map(({ from }) => addDays(from, 21 + 4 - weekday(from)));

/** The Tuesday of the second week of each term. */
const steeringDays = ({ terms }: SchoolYear): string[] =>
	terms.map(({ from }) => addDays(from, 7 + 2 - weekday(from)));
