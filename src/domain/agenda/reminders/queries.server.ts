import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { eventKeys } from './events.ts';
import { promiseKey } from './promises.ts';
import type { Choice, Told } from './rule.ts';

/** How often the actor wants to be reminded; daily until they say otherwise. */
export async function choiceOf(ctx: Context): Promise<Choice> {
	const row = await ctx.db.selectFrom('letter_choice').select('reminders').executeTakeFirst();
	return (row?.reminders as Choice | undefined) ?? 'daily';
}

/** What the actor was told before of these reviews, of their own promises and of events. */
export async function toldOf(ctx: Context, reviewIds: readonly string[]): Promise<Told[]> {
	const { rows } = await sql<Told>`
		select review_id as about, stage as key, due, kind, told_on as on from reminder
		where person_id = app_person() and review_id = any (${[...reviewIds]}::uuid[])
		union all
		select t.promise_id, ${promiseKey}, t.due, t.kind, t.told_on from promise_reminder t
		join promise p on p.partnership_id = t.partnership_id and p.id = t.promise_id
		where t.person_id = app_person() and p.done_at is null and p.dropped_at is null
		union all
		select event_id, case of when 'coming' then ${eventKeys.coming} else ${eventKeys['write-up']} end, due, kind, told_on
		from event_reminder where person_id = app_person() and due >= ${ctx.today}::date`.execute(ctx.db);
	return rows;
}

/** The actor's own name and address, for a letter to themselves. */
export async function ownAddress(
	ctx: Context,
	personId: string,
): Promise<{ name: string; email: string } | null> {
	const row = await ctx.db
		.selectFrom('person')
		.select(['name', 'email'])
		.where('id', '=', personId)
		.executeTakeFirst();
	return row ?? null;
}
