import { addDays } from '#domain/calendar/day.ts';
import { calendarsFor } from '#domain/partnership/calendar.server.ts';
import { standingsIn } from '#domain/partnership/standing.server.ts';
import { heldAs, type HeldAs } from '#domain/protocol/of-kind.ts';
import { protocolsOf } from '#domain/protocol/queries.server.ts';
import { askedByCorrection } from '#domain/report/correcting/asked.ts';
import { isBound } from '#domain/review/facts.ts';
import { factsAt } from '#domain/review/kept-facts.server.ts';
import { rolesOn } from '#domain/review/open.server.ts';
import { protocolRoles, type ReviewRole } from '#domain/review/roles.ts';
import { stageOf, type Stage } from '#domain/review/stage.ts';
import { byUrgency, nextFor, timeline } from '#domain/review/timeline.ts';
import type { Context } from '#platform/context.ts';
import { dueOfActions, nearest } from './actions/due.ts';
import { actionsAhead } from './actions/queries.server.ts';
import { concerned } from './concerned.server.ts';
import type { NextThing } from './next-thing.ts';
import { stepPath } from './step-path.ts';

export interface MyReview {
	id: string;
	hostName: string;
	focus: string;
	firstDay: string | null;
	stage: Stage;
	heldAs: HeldAs;
	as: ReviewRole[];
}

export interface Home {
	/** Reviews whose day is today, for those who take part. */
	today: MyReview[];
	next: NextThing[];
	/** Days of actions beyond those, for a calendar. */
	further: NextThing[];
	reviews: MyReview[];
}

/** What a review of two years ago has left open stands on its own page; Home is about now. */
const daysBack = 730;

/**
 * What a person finds first: today's review, the next things that are theirs to do, the reviews they have a part in, over
 * all partnerships they belong to. Derived each time from the protocol, the facts and the calendar, with as many queries for
 * one review as for many. Closed reviews and those long past are found on the partnership's page.
 */
export async function home(ctx: Context): Promise<Home> {
	if (ctx.actor.kind !== 'person') return { today: [], next: [], further: [], reviews: [] };
	const me = ctx.actor.id;
	const concerning = await factsAt(ctx, await concerned(ctx, addDays(ctx.today, -daysBack)));
	const partnershipIds = [...new Set(concerning.map(({ partnershipId }) => partnershipId))];
	const protocolOf = await protocolsOf(ctx, concerning);
	const calendars = await calendarsFor(
		ctx,
		concerning.map(({ partnershipId, hostMemberId: memberId }) => ({ partnershipId, memberId })),
	);
	const standings = await standingsIn(ctx, partnershipIds);

	const since = addDays(ctx.today, -daysBack);
	const actions = nearest(dueOfActions(await actionsAhead(ctx, me, since), ctx.today));
	const next: NextThing[] = [...actions.next];
	const reviews: MyReview[] = [];
	for (const facts of concerning) {
		const { partnershipId } = facts;
		const protocol = protocolOf(facts);
		const roles = rolesOn(facts, me, standings.get(partnershipId) ?? null);
		const calendar = calendars({ partnershipId, memberId: facts.hostMemberId });
		const items = timeline(protocol, facts, calendar, ctx.today);
		const { id, hostName, focus, firstDay } = facts;
		const reader = { roles, bound: isBound(facts, me) };
		const asked = askedByCorrection(facts, protocol, { personId: me, roles });
		if (asked)
			next.push({
				...correction,
				title: asked,
				reviewId: id,
				hostName,
				path: `/reviews/${id}${stepPath('report agreed', reader)}`,
			});
		for (const item of nextFor(me, protocolRoles(roles), items)) {
			const { key, title, due, state, rule, provisional, milestone } = item;
			const path = `/reviews/${id}${stepPath(milestone, reader)}`;
			next.push({ key, title, due, state, rule, provisional, reviewId: id, hostName, path });
		}
		const as = parts.filter((role) => roles.has(role));
		if (as.length > 0)
			reviews.push({
				id,
				hostName,
				focus,
				firstDay,
				stage: stageOf(facts, protocol, ctx.today),
				heldAs: heldAs(protocol, facts.kind),
				as,
			});
	}
	return {
		today: reviews.filter(({ stage }) => stage === 'on the day'),
		next: next.sort(byUrgency),
		further: actions.further,
		reviews: reviews.sort((a, b) => (b.firstDay ?? '9999').localeCompare(a.firstDay ?? '9999')),
	};
}

/** No stage of a protocol: a report is corrected when something in it turns out to be wrong. */
const correction = {
	// No stage's key has a space.
	key: 'a correction',
	due: null,
	state: 'due',
	rule: 'as soon as you can: until then everybody else reads the old edition',
	provisional: false,
} as const;

/** Having one of these is having a part in a review; a head who may read its report has none. */
const parts: ReviewRole[] = ['host head', 'reviewer', 'facilitator', 'expert', 'champion'];
