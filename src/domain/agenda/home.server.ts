import { leads } from '#domain/partnership/access.ts';
import { calendarsFor } from '#domain/partnership/calendar.server.ts';
import type { Milestone } from '#domain/protocol/parts/stages.ts';
import type { Role } from '#domain/protocol/parts/roles.ts';
import { ofKind } from '#domain/protocol/of-kind.ts';
import { protocolsById } from '#domain/protocol/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { readReviews, rolesOn } from '#domain/review/open.server.ts';
import type { ReviewRole } from '#domain/review/roles.ts';
import { stageOf, type Stage } from '#domain/review/stage.ts';
import { nextFor, timeline, type TimelineItem } from '#domain/review/timeline.ts';
import type { Context } from '#platform/context.ts';

export interface NextThing extends Pick<
	TimelineItem,
	'key' | 'title' | 'due' | 'state' | 'because' | 'provisional'
> {
	reviewId: string;
	hostName: string;
	/** What makes it done, and so where it is done. */
	milestone: Milestone;
}

export interface MyReview {
	id: string;
	hostName: string;
	focus: string;
	firstDay: string | null;
	stage: Stage;
	as: ReviewRole[];
}

export interface Home {
	/** Reviews whose day is today, for those who take part. */
	today: MyReview[];
	next: NextThing[];
	reviews: MyReview[];
}

/** Closed reviews and those long past are found on the partnership's page. */
const most = 100;

/**
 * What a person finds first: today's review, the next things that are theirs to do, the reviews they have a part in, over
 * all partnerships they belong to. Derived each time from the protocol, the facts and the calendar.
 */
export async function home(ctx: Context): Promise<Home> {
	if (ctx.actor.kind !== 'person') return { today: [], next: [], reviews: [] };
	const me = ctx.actor.id;
	const open = await ctx.db
		.selectFrom('review as r')
		.select('r.id')
		.where(({ not, exists, selectFrom }) =>
			not(exists(selectFrom('closure as c').select('c.review_id').whereRef('c.review_id', '=', 'r.id'))),
		)
		.orderBy('r.first_day', (order) => order.desc().nullsFirst())
		.limit(most)
		.execute();
	const rows = await readReviews(
		ctx,
		open.map(({ id }) => id),
	);
	const protocols = await protocolsById(
		ctx,
		rows.map(({ protocolVersionId }) => protocolVersionId),
	);
	const partnershipIds = [...new Set(rows.map(({ partnershipId }) => partnershipId))];
	const calendars = await calendarsFor(
		ctx,
		rows.map(({ partnershipId, facts }) => ({ partnershipId, memberId: facts.hostMemberId })),
	);
	// A person belongs to one or two partnerships: a query for each, never for each review.
	const standings = new Map<string, Awaited<ReturnType<typeof standingIn>>>();
	for (const id of partnershipIds) standings.set(id, await standingIn(ctx, id));

	const next: NextThing[] = [];
	const reviews: MyReview[] = [];
	for (const { facts, partnershipId, protocolVersionId } of rows) {
		const protocol = ofKind(protocols.get(protocolVersionId)!, facts.kind);
		const standing = standings.get(partnershipId) ?? null;
		const roles = rolesOn(facts, me, standing);
		const calendar = calendars({ partnershipId, memberId: facts.hostMemberId });
		const items = timeline(protocol, facts, calendar, ctx.today);
		const partnershipRoles: Role[] = [
			...(standing && leads(standing) ? (['chair'] as const) : []),
			...(roles.has('administrator') ? (['administrator'] as const) : []),
			...(roles.has('outside partner') ? (['partner'] as const) : []),
		];
		for (const { key, title, due, state, because, provisional } of nextFor(me, partnershipRoles, items)) {
			next.push({
				key,
				title,
				due,
				state,
				because,
				provisional,
				reviewId: facts.id,
				hostName: facts.hostName,
				milestone: protocol.stages.find((stage) => stage.key === key)!.done,
			});
		}
		const as = parts.filter((role) => roles.has(role));
		if (as.length === 0) continue;
		const { id, hostName, focus, firstDay } = facts;
		reviews.push({ id, hostName, focus, firstDay, stage: stageOf(facts, protocol, ctx.today), as });
	}
	return {
		today: reviews.filter(({ stage }) => stage === 'on the day'),
		next: next.sort((a, b) => order(a) - order(b) || (a.due ?? '9999').localeCompare(b.due ?? '9999')),
		reviews: reviews.sort((a, b) => (b.firstDay ?? '9999').localeCompare(a.firstDay ?? '9999')),
	};
}

const order = ({ state }: NextThing) => ['overdue', 'due', 'later'].indexOf(state);

/** Having one of these is having a part in a review; a head who may read its report has none. */
const parts: ReviewRole[] = ['host head', 'reviewer', 'facilitator', 'expert', 'champion'];
