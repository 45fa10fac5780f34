import { setAim } from '#domain/aim/deeds.server.ts';
import { addDays } from '#domain/calendar/day.ts';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { nearestSchoolDay, schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { callMeeting } from '#domain/meeting/deeds/calling.server.ts';
import { addItem } from '#domain/meeting/deeds/items.server.ts';
import { londonDay } from '#platform/day.ts';
import { founder } from '../cast.ts';
import { did, doing } from './doing.ts';
import type { Founded } from './founding.ts';

const aims = [
	{
		title: 'Every child writes at length, and wants to',
		words: 'In each year group, so that Year 6 is no surprise.',
	},
	{ title: 'Pupils who join late catch up within a year', words: '' },
];

/** The partnership has two aims, and the heads meet in the spring to set the next ones. */
export async function planDevelopmentDay(founded: Founded, newId: () => string): Promise<void> {
	const { partnershipId, now } = founded;
	const today = londonDay(now);
	await doing(founded, founder, addDays(today, -40), '10:00', async (ctx) => {
		const whole = { partnershipId, memberId: '', schoolYear: schoolYearName(ctx.today) };
		for (const aim of aims) await did(setAim(ctx, { ...whole, id: newId(), ...aim }), 'set an aim');
	});
	await doing(founded, founder, today, '00:00', async (ctx) => {
		const meeting = { id: newId(), partnershipId, who: 'development day' };
		const day = nearestSchoolDay(schoolCalendar(), addDays(today, 60), 1);
		const hours = { fromTime: '09:00', toTime: '15:30', place: 'Quillhaven Junior School' };
		await did(callMeeting(ctx, { ...meeting, day, ...hours }), 'call the development day');
		const item = { id: newId(), title: 'Three priorities for next year', ledBy: 'Priya Lanternby' };
		await did(
			addItem(ctx, { ...item, partnershipId, meetingId: meeting.id, lastsMinutes: '90' }),
			'put it on the agenda',
		);
	});
}
