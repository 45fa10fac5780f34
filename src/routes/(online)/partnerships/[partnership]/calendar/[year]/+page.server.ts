import { differences } from '#domain/calendar/differences.ts';
import { yearNamed } from '#domain/calendar/school-calendar.ts';
import {
	isSchoolYear,
	schoolYearFrom,
	schoolYearName,
	schoolYearSpan,
	startOf,
} from '#domain/calendar/school-year.ts';
import { testWeeksOf } from '#domain/calendar/test-weeks.ts';
import { bankHolidaysInTerm, countedTerms, monthsOf } from '#domain/calendar/year-view.ts';
import { eventsBetween } from '#domain/event/queries.server.ts';
import { titleOf } from '#domain/meeting/model.ts';
import { meetings, myMeetings } from '#domain/meeting/queries.server.ts';
import { mayKeepCalendar } from '#domain/partnership/access.ts';
import { enteredYears } from '#domain/partnership/calendar-queries.server.ts';
import { calendarFor } from '#domain/partnership/calendar.server.ts';
import { members } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { notThere } from '../../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	if (!isSchoolYear(params.year)) notThere();
	const found = await locals.within(async (ctx) => {
		const { partnership, year: name } = params;
		const standing = await standingIn(ctx, partnership);
		if (!standing) return null;
		const start = startOf(name);
		const calendar = await calendarFor(ctx, partnership);
		const entered = await enteredYears(ctx, partnership, name);
		const span = schoolYearSpan(start);
		const called = await meetings(ctx, partnership, span.from, span.to);
		const events = (await eventsBetween(ctx, partnership, span)).filter(
			({ calledOff }) => calledOff === null,
		);
		const mine = new Set((await myMeetings(ctx, partnership, span)).map(({ id }) => id));
		const present = (await members(ctx, partnership, '')).filter(({ untilDay }) => untilDay === null);
		const year = yearNamed(calendar, name);
		const common = entered.find(({ memberId }) => memberId === null);
		const tests = testWeeksOf(name).map(({ test, from, to, provisional }) => ({
			name: test.name,
			from,
			to,
			provisional,
		}));
		return {
			name,
			before: schoolYearFrom(start - 1),
			after: schoolYearFrom(start + 1),
			isPresent: schoolYearName(ctx.today) === name,
			provisional: year.provisional,
			entered: common ? { by: common.enteredBy, at: common.enteredAt } : null,
			terms: countedTerms(calendar, name),
			inset: year.inset,
			bankHolidays: bankHolidaysInTerm(calendar, name),
			tests,
			meetings: called.map(({ id, day, fromTime, toTime, place, ...meeting }) => ({
				attends: mine.has(id),
				...{ id, day, fromTime, toTime, place, title: titleOf(meeting) },
			})),
			events,
			months: monthsOf(calendar, name, [
				...called.map((meeting) => ({ from: meeting.day, to: meeting.day, mark: markOf(meeting) })),
				...events.map(({ fromDay, toDay, title }) => ({ from: fromDay, to: toDay, mark: title })),
				...tests.map(({ from, to, name: mark }) => ({ from, to, mark })),
			]),
			schools: entered
				.filter(({ memberId }) => memberId !== null)
				.map(({ memberId, memberName, year: own }) => ({
					id: memberId!,
					name: memberName!,
					differences: differences(year, own),
				})),
			keeps: {
				year: mayKeepCalendar(standing, null),
				schools: present
					.filter(({ id }) => mayKeepCalendar(standing, id))
					.map(({ id, name: school }) => ({ id, name: school })),
			},
		};
	});
	return found ?? notThere();
};

/** As it is said among other marks of a day. */
function markOf(meeting: Parameters<typeof titleOf>[0]): string {
	const title = titleOf(meeting);
	return title[0]!.toLowerCase() + title.slice(1);
}
