import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { DayAnswer } from './poll.ts';

interface PollKey {
	partnershipId: string;
	pollId: string;
}

const keyOf = ({ partnershipId, pollId }: PollKey) => ({ partnership_id: partnershipId, poll_id: pollId });

export const insertPoll = (
	ctx: Context,
	poll: {
		id: string;
		partnershipId: string;
		title: string;
		words: string;
		days: readonly Day[];
		untilDay: Day;
		askedBy: string;
	},
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'poll',
		{
			partnership_id: poll.partnershipId,
			id: poll.id,
			title: poll.title,
			words: poll.words,
			days: [...poll.days],
			until_day: poll.untilDay,
			asked_by: poll.askedBy,
			asked_at: ctx.now,
		},
		['asked_by'],
	);

/** Those who are asked by it, told now; answers who of them was not asked before. */
export async function insertPeople(
	ctx: Context,
	poll: PollKey,
	personIds: readonly string[],
): Promise<string[]> {
	const rows = await ctx.db
		.insertInto('poll_person')
		.values(personIds.map((personId) => ({ ...keyOf(poll), person_id: personId, told_at: ctx.now })))
		.onConflict((conflict) => conflict.doNothing())
		.returning('person_id')
		.execute();
	return rows.map((row) => row.person_id);
}

/** Notes a letter to each of these people who has had none today; answers to whom one goes. */
export async function markTold(ctx: Context, poll: PollKey, personIds: readonly string[]): Promise<string[]> {
	const rows = await ctx.db
		.updateTable('poll_person')
		.set({ told_at: ctx.now })
		.where('partnership_id', '=', poll.partnershipId)
		.where('poll_id', '=', poll.pollId)
		.where('person_id', 'in', personIds)
		.where(sql`(told_at at time zone 'Europe/London')::date`, '<', ctx.today)
		.returning('person_id')
		.execute();
	return rows.map((row) => row.person_id);
}

/** What somebody says of its days to come; said again it holds instead, and what was said of days that are over stays. */
export async function upsertAnswer(
	ctx: Context,
	poll: PollKey,
	{ personId, said, words }: { personId: string; said: Record<DayAnswer, Day[]>; words: string },
): Promise<void> {
	const lists = { suits: said.suits, if_need_be: said['if need be'], cannot: said.cannot };
	const over = (list: keyof typeof lists) =>
		sql<
			Day[]
		>`array(select d from unnest(poll_answer.${sql.ref(list)}) d where d < ${ctx.today}::date) || ${lists[list]}::date[]`;
	const row = { words, answered_at: ctx.now };
	await ctx.db
		.insertInto('poll_answer')
		.values({ ...keyOf(poll), person_id: personId, ...lists, ...row })
		.onConflict((conflict) =>
			conflict.columns(['partnership_id', 'poll_id', 'person_id']).doUpdateSet({
				...row,
				...{ suits: over('suits'), if_need_be: over('if_need_be'), cannot: over('cannot') },
			}),
		)
		.execute();
}

/** One that is closed already stays as it was closed. */
export async function markClosed(
	ctx: Context,
	{ partnershipId, pollId }: PollKey,
	by: string,
): Promise<void> {
	await ctx.db
		.updateTable('poll')
		.set({ closed_by: by, closed_at: ctx.now })
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', pollId)
		.where('closed_at', 'is', null)
		.execute();
}
