import { sql } from 'kysely';
import { closedAs } from '#domain/calendar/closed.ts';
import { asPeopleSay, type Day } from '#domain/calendar/day.ts';
import { calendarsFor } from '#domain/partnership/calendar.server.ts';
import type { Context } from '#platform/context.ts';
import { invitedMembers } from './joining-queries.server.ts';
import type { JointEvent } from './model.ts';
import { closedInWords, warnedDays } from './warnings.ts';

/** What speaks against the days of an event at the schools invited: days without pupils, and reviews of which the actor knows. It is warned of and not refused. */
export async function warningsOf(ctx: Context, partnershipId: string, event: JointEvent): Promise<string[]> {
	const days = warnedDays(event);
	if (days.length === 0) return [];
	const invited = await invitedMembers(ctx, partnershipId, event);
	const owners = invited.map(({ id }) => ({ partnershipId, memberId: id }));
	const calendars = await calendarsFor(ctx, owners);
	const closed = days.flatMap((day) =>
		invited.flatMap(({ id, name }) => {
			const what = closedAs(day, calendars({ partnershipId, memberId: id }));
			return what === null ? [] : [{ day, name, closed: what }];
		}),
	);
	const reviews = await reviewsAmong(ctx, partnershipId, {
		memberIds: invited.map(({ id }) => id),
		...{ from: days[0]!, to: days.at(-1)! },
	});
	return [
		...closedInWords(closed, invited.length),
		...reviews.map(({ name, firstDay }) => `${name} is reviewed then, from ${asPeopleSay(firstDay)}.`),
	];
}

/** The reviews at some schools that touch some days and were not put off. */
async function reviewsAmong(
	ctx: Context,
	partnershipId: string,
	{ memberIds, from, to }: { memberIds: readonly string[]; from: Day; to: Day },
): Promise<{ name: string; firstDay: Day }[]> {
	const { rows } = await sql<{ name: string; firstDay: Day }>`
		select m.name, r.first_day as "firstDay" from review r
		join member m on m.partnership_id = r.partnership_id and m.id = r.host_member_id
		where r.partnership_id = ${partnershipId} and r.host_member_id = any (${[...memberIds]}::uuid[])
			and r.first_day <= ${to}::date and r.last_day >= ${from}::date
			and not exists (select from standstill s
				where s.partnership_id = r.partnership_id and s.review_id = r.id and s.lifted_at is null)
		order by m.name limit 50`.execute(ctx.db);
	return rows;
}
