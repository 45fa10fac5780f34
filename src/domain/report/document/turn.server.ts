import { sql } from 'kysely';
import type { ReviewKey } from '#domain/review/review-key.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { isId } from '#platform/text.ts';

/** Has what is written in a report, and what is made of it, wait for each other until each is whole (migration 0044). */
export const takeTurn = async (ctx: Context, reviewId: string): Promise<void> => {
	await sql`select wait_for_report(${reviewId})`.execute(ctx.db);
};

/**
 * A deed that decides by what is written or changes what the report holds besides. It takes its turn before it holds the review, as
 * all of them do: two that took them the other way round would wait for each other for ever.
 */
export async function inTurn<T>(
	ctx: Context,
	input: unknown,
	deed: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	const { reviewId } = (input ?? {}) as { reviewId?: unknown };
	if (typeof reviewId === 'string' && isId(reviewId)) await takeTurn(ctx, reviewId);
	return deed();
}

/** What is to be known of a report before something is added to it. */
export interface Held {
	/** Of the document; null where there is none yet. */
	number: number | null;
	/** Whether an update of this id is in the log already. */
	known: boolean;
	/** Whether there is an edition, which what is added may reopen. */
	edition: boolean;
	/** Whether its last edition is out and not being put right: what may have become so since the review was opened for this. */
	published: boolean;
	/** Whose numbers these are, and whether they have written under them. */
	writers: Map<number, { id: string; wrote: boolean }>;
	/** The log from a number on; of a longer one no more than `mostAtOnce`. */
	log: { from: number; updates: Uint8Array[] };
}

/** Whoever is further behind the log reads what was brought together. */
export const mostAtOnce = 60;

/**
 * Takes the turn as `takeTurn` does, and tells in the same moment what is to be known before something is added: everybody else who
 * writes waits meanwhile.
 */
export async function takeTurnToWrite(
	ctx: Context,
	review: ReviewKey,
	updateId: string,
	from: number,
): Promise<Held> {
	const { rows } = await sql<
		Omit<Held, 'writers' | 'log'> & {
			writers: { writer: number; id: string; wrote: boolean }[];
			since: string[];
		}
	>`
		select * from take_report_turn(${review.partnershipId}, ${review.id}, ${updateId}, ${from}, ${mostAtOnce})`.execute(
		ctx.db,
	);
	const { writers: all, since, ...held } = rows[0]!;
	return {
		...held,
		writers: new Map(all.map(({ writer, ...person }) => [writer, person])),
		log: { from, updates: since.map((bytes) => Buffer.from(bytes, 'base64')) },
	};
}
