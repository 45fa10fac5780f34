import { addDays } from '#domain/calendar/day.ts';
import type { Context } from '#platform/context.ts';
import { newToken } from '#platform/session/token.ts';
import { insertLetters } from './letter-store.server.ts';

/** How long the links of a letter open, in days. */
const opensFor = 30;

/** Makes the secrets of a letter about some actions, for one person: by action. Only their digests are kept. */
export async function giveTokens(
	ctx: Context,
	personId: string,
	actionIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	const tokens = new Map([...new Set(actionIds)].map((id) => [id, newToken()]));
	if (tokens.size === 0) return new Map();
	const letters = [...tokens].map(([actionId, { hash }]) => ({ actionId, tokenHash: hash, id: ctx.newId() }));
	await insertLetters(ctx, { personId, lastDay: addDays(ctx.today, opensFor), letters });
	return new Map([...tokens].map(([id, { token }]) => [id, token]));
}
