import { z } from 'zod';
import { audienceInWords } from '#domain/protocol/audience-words.ts';
import { inSeries } from '#domain/protocol/model.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { id, prose, version } from '#platform/text.ts';
import { mayBrief, maySeeBriefing, mayTick } from '../access.ts';
import { keysOfCircles } from '../audience.ts';
import { onReview } from '../deeds/opening.server.ts';
import { openReview } from '../open.server.ts';
import { lines, ticks } from '../queries.server.ts';
import { isPlanOpen } from '../stage.ts';
import { keptBriefing, upsertBriefing } from './briefing-store.server.ts';
import { beforeTheDay, draftBriefing, overtakenIn } from './briefing.ts';

const saveBriefingInput = z.object({
	reviewId: id,
	version,
	words: prose('Write what you tell your staff.', 8000),
	forPupils: prose('Write what you tell your pupils.', 3000),
});

/** Keeps what the host tells its people (NFS-7). Refused once the day is over; of two heads the second is shown the first's words. */
export const saveBriefing = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(
		ctx,
		saveBriefingInput,
		input,
		mayBrief,
		async ({ review, input: { version: on, words, forPupils }, personId }) => {
			if (!isPlanOpen(review.stage)) return invalid({ '': dayIsOver });
			const keys = keysOfCircles(['host', 'team'], { reviewId: review.id, ...review, groupIds: [] });
			const note = { words, forPupils };
			const kept = await upsertBriefing(ctx, review, { ...note, version: on, by: personId }, keys);
			return kept ? done(null) : sentAgain(await keptBriefing(ctx, review), note, null);
		},
	);

const dayIsOver = 'The day is over, or the review does not take place now. The note stays as it was.';

/**
 * The host's briefing note: what the partnership has agreed to tell everybody (CSC-30), what the host adds, and what it says it has
 * done before the day, by whom and when. Null for whoever is neither a head of the host nor on the bound team.
 */
export async function briefingScreen(ctx: Context, reviewId: string) {
	const review = await openReview(ctx, reviewId);
	if (!review || !maySeeBriefing(review.roles, review.bound)) return null;
	const { protocol, facts, roles, stage } = review;
	const { vision, purpose, reviewersDo, reviewersDoNot } = protocol.preamble;
	const kept = await keptBriefing(ctx, review);
	const drafted = draftBriefing({ protocol, facts, lines: await lines(ctx, review) });
	const ticked = new Map((await ticks(ctx, review)).map((tick) => [tick.stage, tick]));
	return {
		agreed: { vision, purpose, reviewersDo, reviewersDoNot },
		note: kept ?? drafted,
		version: kept?.version ?? 0,
		writtenBy: kept?.writtenBy ?? null,
		writtenAt: kept?.writtenAt ?? null,
		overtaken: kept ? overtakenIn(kept, facts) : [],
		edits: mayBrief(roles) && isPlanOpen(stage),
		readers: {
			now: `This is read by ${inSeries([audienceInWords(protocol, 'host'), audienceInWords(protocol, 'team')])} here, and by whoever you give it to.`,
			later: null,
		},
		told: beforeTheDay(protocol).map(({ key, title, who }) => ({
			key,
			title,
			tick: ticked.get(key) ?? null,
			mayTick: mayTick(roles, { who }) && facts.closedOn === null && facts.standstill === null,
		})),
		today: ctx.today,
	};
}
