import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { seesLoad } from '#domain/capacity/access.ts';
import { termsOf } from '#domain/capacity/limit/limit.ts';
import { besideOf, type Beside } from '#domain/capacity/team/beside.ts';
import { teamFacts } from '#domain/capacity/team/queries.server.ts';
import { daysOf } from '#domain/capacity/time/ledger.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { TrainedRole } from '#domain/protocol/parts/team.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';

/**
 * What stands beside people where a team is made, by person: those on it and those who could join. Null for guests, to whom
 * nothing of it is known. How much somebody gives is left out for a facilitator who is no head.
 */
export async function besideTeam(
	ctx: Context,
	{ facts, protocol, partnershipId }: OpenReview,
	calendar: SchoolCalendar,
	people: readonly string[],
): Promise<ReadonlyMap<string, Beside> | null> {
	const standing = await standingIn(ctx, partnershipId);
	const known = standing && (await teamFacts(ctx, facts));
	if (!known) return null;
	const days = facts.firstDay
		? daysOf(calendar, { firstDay: facts.firstDay, lastDay: facts.lastDay ?? facts.firstDay })
		: [];
	const besideEach = besideOf(
		known,
		{ ...facts, protocol, days },
		{
			...{ terms: termsOf(calendar, schoolYearName(facts.firstDay ?? ctx.today)), today: ctx.today },
			seesLoadOf: (personId) => seesLoad(standing) || personId === standing.personId,
		},
	);
	const asked = new Map<string, TrainedRole>(facts.team.map(({ personId, role }) => [personId, role]));
	return new Map(
		[...new Set([...asked.keys(), ...people])].map((personId) => [
			personId,
			besideEach({ personId, asked: asked.get(personId) ?? null }),
		]),
	);
}
