import type { Context } from '#platform/context.ts';
import { done, missing, type Outcome } from '#platform/outcome.ts';
import { newToken } from '#platform/session/token.ts';
import { deleteFeed, upsertFeed } from './store.server.ts';

/**
 * Makes the address of a person's private feed, or a new one in place of the old. It is told this once: whoever holds it reads
 * the feed, so only its digest is kept.
 */
export async function makeFeed(ctx: Context): Promise<Outcome<{ token: string }>> {
	if (ctx.actor.kind !== 'person') return missing;
	const { token, hash } = newToken();
	await upsertFeed(ctx, ctx.actor.id, hash);
	return done({ token });
}

/** Ends a person's feed: its address leads nowhere from now on. */
export async function endFeed(ctx: Context): Promise<Outcome> {
	if (ctx.actor.kind !== 'person') return missing;
	await deleteFeed(ctx, ctx.actor.id);
	return done(null);
}
