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

/** Notes what a person is being told of now, whatever it is about. */
export async function insertTold(
	ctx: Context,
	personId: string,
	telling: readonly Telling<Item>[],
): Promise<void> {
	const isEvent = ({ key }: Telling<Item>) => key === eventKeys.coming || key === eventKeys['write-up'];
	const promises = telling.filter(({ key }) => key === promiseKey);
	const events = telling.filter(isEvent);
	const stages = telling.filter((one) => one.key !== promiseKey && !isEvent(one));
	if (promises.length > 0)
		await sql`
			insert into promise_reminder (partnership_id, person_id, promise_id, due, kind, told_on)
			select p.partnership_id, ${personId}, p.id, t.due, t.kind, ${ctx.today}::date
			from ${told(promises)} join promise p on p.id = t.about`.execute(ctx.db);
	if (events.length > 0)
		await sql`
			insert into event_reminder (partnership_id, person_id, event_id, of, due, kind, told_on)
			select e.partnership_id, ${personId}, e.id, case t.key when ${eventKeys.coming} then 'coming' else 'write-up' end,
				t.due, t.kind, ${ctx.today}::date
			from ${told(events)} join joint_event e on e.id = t.about`.execute(ctx.db);
	if (stages.length > 0)
		await sql`
			insert into reminder (partnership_id, person_id, review_id, stage, due, kind, told_on)
			select r.partnership_id, ${personId}, r.id, t.key, t.due, t.kind, ${ctx.today}::date
			from ${told(stages)} join review r on r.id = t.about`.execute(ctx.db);
}

const told = (telling: readonly Telling<Item>[]) =>
	sql`jsonb_to_recordset(${JSON.stringify(telling)}::jsonb) as t (about uuid, key text, due date, kind text)`;
