import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { eventKeys } from './events.ts';
import { promiseKey } from './promises.ts';
import type { Choice, Item, Telling } from './rule.ts';

/** Keeps how often the actor wants to be reminded. */
export async function upsertChoice(ctx: Context, personId: string, reminders: Choice): Promise<void> {
	await ctx.db
		.insertInto('letter_choice')
		.values({ person_id: personId, reminders })
		.onConflict((conflict) => conflict.column('person_id').doUpdateSet({ reminders }))
		.execute();
}

/** Takes today for the actor's reminder. Null where this or another process has had it; else what they chose. */
export async function takeToday(ctx: Context, personId: string): Promise<Choice | null> {
	const taken = await ctx.db
		.insertInto('letter_choice')
		.values({ person_id: personId, considered_on: ctx.today })
		.onConflict((conflict) =>
			conflict
				.column('person_id')
				.doUpdateSet({ considered_on: ctx.today })
				.where(sql<boolean>`letter_choice.considered_on is distinct from ${ctx.today}::date`),
		)
		.returning('reminders')
		.executeTakeFirst();
	return (taken?.reminders as Choice | undefined) ?? null;
}

export async function insertTold(
	ctx: Context,
	personId: string,
	telling: readonly Telling<Item>[],
): Promise<void> {
	for (const { about, key, due, kind } of telling)
		if (key === promiseKey)
			await sql`
				insert into promise_reminder (partnership_id, person_id, promise_id, due, kind, told_on)
				select partnership_id, ${personId}, id, ${due}::date, ${kind}, ${ctx.today}::date
				from promise where id = ${about}`.execute(ctx.db);
		else if (key === eventKeys.coming || key === eventKeys['write-up'])
			await sql`
				insert into event_reminder (partnership_id, person_id, event_id, of, due, kind, told_on)
				select partnership_id, ${personId}, id, ${key === eventKeys.coming ? 'coming' : 'write-up'}, ${due}::date, ${kind}, ${ctx.today}::date
				from joint_event where id = ${about}`.execute(ctx.db);
		else
			await sql`
			insert into reminder (partnership_id, person_id, review_id, stage, due, kind, told_on)
			select partnership_id, ${personId}, id, ${key}, ${due}::date, ${kind}, ${ctx.today}::date
			from review where id = ${about}`.execute(ctx.db);
}
