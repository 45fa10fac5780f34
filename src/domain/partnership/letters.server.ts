import type { Context } from '#platform/context.ts';
import { type Letter, queueLetter } from '#platform/mail/letter.ts';

/** Queues the same letter to each of these people. */
export async function writeTo(
	ctx: Context,
	people: readonly string[],
	letter: Omit<Letter, 'recipient'>,
): Promise<void> {
	if (people.length === 0) return;
	const addresses = await ctx.db.selectFrom('person').select('email').where('id', 'in', people).execute();
	for (const { email } of addresses) await queueLetter(ctx.db, { recipient: email, ...letter });
}
