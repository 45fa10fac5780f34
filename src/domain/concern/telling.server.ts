import { type Context, inContext } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import { queueLetter } from '#platform/mail/letter.ts';
import { job } from '#platform/principal.ts';
import { newToken } from '#platform/session/token.ts';
import { bellLetter } from './letter.ts';
import { nextToTell } from './model.ts';
import { unanswered, type SeenConcern } from './queries.server.ts';
import { takeStep, type Telling } from './store.server.ts';

interface Ringing {
	to: { name: string; email: string };
	school: string;
	raisedBy: string;
	/** Where links lead. */
	origin: string;
}

/** A letter made and not yet queued: what is kept of it, and how it is put on its way. */
export function ring(
	ctx: Context,
	{ to, school, raisedBy, origin }: Ringing,
): { telling: Telling; queue: () => Promise<void> } {
	const { token, hash } = newToken();
	const answer = `${origin}/letters/bell?${new URLSearchParams({ token })}`;
	const letterId = ctx.newId();
	return {
		telling: { letterId, tokenHash: hash },
		queue: () => queueLetter(ctx.db, bellLetter(to, { school, raisedBy, answer }), letterId),
	};
}

/**
 * Tells the next of each concern that nobody has answered for the minutes of its protocol. Each in a transaction of its own;
 * safe in several processes at once, since each step is taken once. One that cannot be done is reported, and the others are.
 */
export async function tellNext(
	database: Database,
	origin: string,
	now: Date,
	report: (error: unknown) => void,
): Promise<void> {
	const open = await inContext(database, job('concerns'), now, (ctx) => unanswered(ctx));
	for (const concern of open)
		await inContext(database, job('concerns'), now, (ctx) => tellOne(ctx, concern, origin)).catch(report);
}

async function tellOne(ctx: Context, concern: SeenConcern, origin: string): Promise<void> {
	const next = nextToTell(concern.steps, concern.rules.minutes, ctx.now);
	if (!next) return;
	const { school, raisedBy, partnershipId, id } = concern;
	const { telling, queue } = ring(ctx, { to: next, school, raisedBy, origin });
	if (await takeStep(ctx, { partnershipId, concernId: id, place: next.place }, telling)) await queue();
}
