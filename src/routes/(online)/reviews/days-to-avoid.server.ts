import { daysToAvoid, type Avoided } from '#domain/calendar/avoid.ts';
import { addDays } from '#domain/calendar/day.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { anyAge } from '#domain/calendar/test-ages.ts';
import { agesByMember } from '#domain/partnership/calendar-queries.server.ts';
import { calendarsFor } from '#domain/partnership/calendar.server.ts';
import type { Context } from '#platform/context.ts';

/** As far as reviews are planned ahead. */
const daysAhead = 550;

/** What speaks against days at each of some hosts, from today on. Hosts with the same calendar and tests share one list. */
export async function avoidedAt(
	ctx: Context,
	partnershipId: string,
	hostIds: readonly string[],
): Promise<Record<string, Avoided[]>> {
	const calendars = await calendarsFor(
		ctx,
		hostIds.map((memberId) => ({ partnershipId, memberId })),
	);
	const ages = await agesByMember(ctx, partnershipId);
	const made = new Map<SchoolCalendar, Map<string, Avoided[]>>();
	const listFor = (memberId: string): Avoided[] => {
		const calendar = calendars({ partnershipId, memberId });
		const schools = ages.get(memberId) ?? [anyAge];
		const key = schools.map(({ low, high }) => `${low}-${high}`).join();
		const lists = made.get(calendar) ?? new Map<string, Avoided[]>();
		made.set(calendar, lists);
		const list = lists.get(key) ?? daysToAvoid(calendar, schools, ctx.today, addDays(ctx.today, daysAhead));
		lists.set(key, list);
		return list;
	};
	return Object.fromEntries(hostIds.map((id) => [id, listFor(id)]));
}
