import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Facts } from './facts.ts';

interface Kept {
	stamp: string;
	facts: Facts;
}

const kept = new Map<string, Kept>();
const mostKept = 2000;

/**
 * Facts of any number of reviews in one query, each read anew only when something it tells of has changed: the database
 * gives a review another stamp then (migrations 0025 and 0026). Whether the actor may know of a review is asked each time. Facts are
 * shared by all who read them and cannot be written to.
 */
export async function factsOf(ctx: Context, reviewIds: readonly string[]): Promise<Facts[]> {
	if (reviewIds.length === 0) return [];
	// What others put in place meanwhile may be of a transaction that is not committed yet: only what is here now is offered.
	const offered = new Map(
		reviewIds.flatMap((id) => {
			const known = kept.get(id);
			return known ? [[known.stamp, known.facts] as const] : [];
		}),
	);
	const { rows } = await sql<{ id: string; stamp: string; facts: Facts | null }>`
		select review_id as id, stamp, facts
		from review_facts_since(${reviewIds}::uuid[], ${[...offered.keys()]}::text[])`.execute(ctx.db);
	return rows.map(({ id, stamp, facts }) => (facts ? keep(id, stamp, facts) : offered.get(stamp)!));
}

/** A review the actor may know of, with the stamp of its facts as it was just read. */
export interface Stamped {
	id: string;
	stamp: string;
}

/** The same, in their order, for reviews that have just been found: nothing is asked where the facts of all are kept. */
export async function factsAt(ctx: Context, reviews: readonly Stamped[]): Promise<Facts[]> {
	const here = reviews.map(({ id, stamp }) => {
		const known = kept.get(id);
		return known?.stamp === stamp ? known.facts : null;
	});
	const unread = reviews.filter((_, index) => here[index] === null).map(({ id }) => id);
	const read = await factsOf(ctx, unread);
	const found = new Map(read.map((facts) => [facts.id, facts]));
	return reviews.flatMap(({ id }, index) => here[index] ?? found.get(id) ?? []);
}

function keep(id: string, stamp: string, facts: Facts): Facts {
	if (kept.size >= mostKept && !kept.has(id)) kept.delete(kept.keys().next().value!);
	kept.set(id, { stamp, facts: frozen(facts) });
	return facts;
}

function frozen<T extends object>(value: T): T {
	for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) frozen(inner);
	return Object.freeze(value);
}
