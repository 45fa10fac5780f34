import { unsuitableDays } from '#domain/capacity/days/queries.server.ts';
import { ownLimits } from '#domain/capacity/limit/queries.server.ts';
import { peopleHere } from '#domain/capacity/people.ts';
import { timeOf } from '#domain/capacity/time/queries.server.ts';
import { trainedIn } from '#domain/capacity/training/queries.server.ts';
import { later } from '#domain/calendar/day.ts';
import { agesByMember } from '#domain/partnership/calendar-queries.server.ts';
import { groups, members, roles } from '#domain/partnership/queries.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import { protocolInForce } from '#domain/protocol/queries.server.ts';
import { heldReviews } from '#domain/review/earlier.server.ts';
import { factsOf } from '#domain/review/kept-facts.server.ts';
import { expertiseOf, presentNeeds } from '#domain/support/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { cyclesOf } from '../cycle/queries.server.ts';
import { counting } from '../cycle/screen.server.ts';
import { registeredTraits } from '../proposal/gather.server.ts';
import { asAgreed } from './as-agreed.ts';

/**
 * All that is known when a cycle is arranged: its schools, people and calendars, and its reviews as they are agreed. Null where there
 * is no such cycle or no protocol. Asked for by whoever leads, who may know all of it.
 */
export async function knownOf(ctx: Context, partnershipId: string, cycleId: string, arrangementId: string) {
	const cycle = (await cyclesOf(ctx, partnershipId)).find(({ id }) => id === cycleId);
	const protocol = cycle && (await protocolInForce(ctx, partnershipId))?.protocol;
	if (!cycle || !protocol) return null;
	const { coverage, calendar, calendarOf } = await counting(ctx, partnershipId, cycle, protocol);
	const schools = await members(ctx, partnershipId, '');
	const allRoles = await roles(ctx, partnershipId);
	const { reviews: timed } = await timeOf(ctx, partnershipId);
	const facts = await factsOf(
		ctx,
		coverage.turns.flatMap(({ turn }) => turn?.id ?? []),
	);
	const agreed = asAgreed(arrangementId, {
		turns: coverage.turns,
		teamOf: new Map(facts.map(({ id, team }) => [id, team])),
		kinds: protocol.kinds,
		held: new Set(
			(
				await heldReviews(
					ctx,
					partnershipId,
					schools.map(({ id }) => id),
				)
			).map(({ hostMemberId }) => hostMemberId),
		),
		today: ctx.today,
	});
	const people = peopleHere(allRoles, ctx.today);
	const traitsOf = await registeredTraits(ctx, schools);
	const labels = new Map((await themesOf(ctx, partnershipId)).map((theme) => [theme.id, theme.label]));
	return {
		...{
			cycle,
			protocol,
			calendar,
			calendarOf,
			agreed,
			facts,
			timed,
			people,
			allRoles,
			turns: coverage.turns,
		},
		schools: schools.map((member) => ({ id: member.id, name: member.name, ...traitsOf(member) })),
		groups: await groups(ctx, partnershipId),
		ages: await agesByMember(ctx, partnershipId),
		trained: await trainedIn(ctx, partnershipId),
		limits: await ownLimits(ctx, partnershipId),
		needs: new Map(
			(await presentNeeds(ctx, partnershipId)).map(({ memberId, themeIds }) => [
				memberId,
				themeIds.map((id) => labels.get(id)!),
			]),
		),
		offers: Map.groupBy(await expertiseOf(ctx, partnershipId), ({ memberId }) => memberId),
		unsuitable: await unsuitableDays(
			ctx,
			partnershipId,
			people.map(({ personId }) => personId),
			{ from: later(ctx.today, cycle.from), to: cycle.to },
		),
		today: ctx.today,
	};
}

export type KnownOfCycle = NonNullable<Awaited<ReturnType<typeof knownOf>>>;
