import { randomUUIDv7 } from 'node:crypto';
import { foundedPartnership, type Founded } from '#domain/partnership/founded.fixture.ts';
import { personById } from '#domain/partnership/role-queries.server.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import type { Outcome } from '#platform/outcome.ts';
import { openReview } from '../open.server.ts';
import { proposeReview } from './frame.server.ts';
import { acceptReview, agreeConfidentiality, joinTeam } from './team.server.ts';

/** A Thursday in term. */
export const reviewDay = '2026-11-19';

export const frame = {
	kind: 'themed',
	focus: 'Do pupils use feedback?',
	focusKind: 'current-priority',
	focusSource: 'self-evaluation',
	firstDay: reviewDay,
	days: '1',
};

/** A partnership with the people a review needs, and ways to do things to the one review of it. */
export interface InTheMaking {
	home: Founded;
	host: string;
	reviewer: string;
	facilitator: string;
	reviewId: string;
	key: { partnershipId: string; id: string };
	propose(more?: object, by?: string): Promise<Outcome<{ id: string }>>;
	on(
		by: string,
		deed: (ctx: Context, input: never) => Promise<unknown>,
		input?: object,
		day?: string,
	): Promise<unknown>;
	/** Somebody of the team agrees confidentiality by their own name. */
	bind(personId: string): Promise<unknown>;
	stage(day?: string): Promise<string | undefined>;
	activity(more?: object): object;
}

export async function inTheMaking(database: Database): Promise<InTheMaking> {
	const home = await foundedPartnership(database);
	const host = await home.invited('headteacher', home.members[0]);
	const reviewer = await home.invited('headteacher', home.members[1]);
	const facilitator = await home.invited('independent chair');
	const reviewId = randomUUIDv7();
	const { partnershipId } = home;
	return {
		home,
		host,
		reviewer,
		facilitator,
		reviewId,
		key: { partnershipId, id: reviewId },
		propose: (more = {}, by = host) =>
			home.as(by, (ctx) =>
				proposeReview(ctx, { id: reviewId, partnershipId, hostMemberId: home.members[0], ...frame, ...more }),
			),
		on: (by, deed, input = {}, day) => home.as(by, (ctx) => deed(ctx, { reviewId, ...input } as never), day),
		bind: (personId) =>
			home.as(personId, async (ctx) => {
				const { name: typedName } = (await personById(ctx, personId))!;
				return agreeConfidentiality(ctx, { reviewId, typedName });
			}),
		stage: (day) => home.as(host, async (ctx) => (await openReview(ctx, reviewId))?.stage, day),
		activity: (more = {}) => ({
			id: randomUUIDv7(),
			kind: 'books',
			title: 'Year 5 books',
			place: 'Library',
			day: reviewDay,
			starts: '10:00',
			ends: '11:00',
			people: [reviewer],
			...more,
		}),
	};
}

/** The same, as far as host and team have said yes. */
export async function agreedReview(database: Database): Promise<InTheMaking> {
	const it = await inTheMaking(database);
	await it.home.as(it.home.chair, (ctx) =>
		publishPreset(ctx, { id: randomUUIDv7(), partnershipId: it.home.partnershipId, preset: 'family' }),
	);
	await it.propose();
	await it.on(it.home.chair, joinTeam, { personId: it.facilitator, role: 'facilitator' });
	await it.on(it.home.chair, joinTeam, { personId: it.reviewer, role: 'reviewer' });
	for (const person of [it.host, it.reviewer, it.facilitator]) await it.on(person, acceptReview);
	return it;
}
