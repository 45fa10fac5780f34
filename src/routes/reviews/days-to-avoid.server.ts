import { daysToAvoid, type Avoided } from '#domain/calendar/avoid.ts';
import { addDays } from '#domain/calendar/day.ts';
import { phases } from '#domain/calendar/phase.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { phasesByMember } from '#domain/partnership/calendar-queries.server.ts';
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
	const sitting = await phasesByMember(ctx, partnershipId);
	const made = new Map<SchoolCalendar, Map<string, Avoided[]>>();
	const listFor = (memberId: string): Avoided[] => {
		const calendar = calendars({ partnershipId, memberId });
		const of = sitting.get(memberId) ?? phases;
		const lists = made.get(calendar) ?? new Map<string, Avoided[]>();
		made.set(calendar, lists);
		const list = lists.get(of.join()) ?? daysToAvoid(calendar, of, ctx.today, addDays(ctx.today, daysAhead));
		lists.set(of.join(), list);
		return list;
	};
	return Object.fromEntries(hostIds.map((id) => [id, listFor(id)]));
}
