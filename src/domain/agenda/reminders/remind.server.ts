import { sql } from 'kysely';
import { inContext, type Context } from '#platform/context.ts';
import { londonDay } from '#platform/day.ts';
import type { Database } from '#platform/db/database.ts';
import { queueLetter } from '#platform/mail/letter.ts';
import { job, person } from '#platform/principal.ts';
import { sealPerson } from '#platform/session/sealed-person.ts';
import { addDays } from '#domain/calendar/day.ts';
import { giveTokens } from '#domain/improvement/letter/deeds.server.ts';
import { myEvents } from '#domain/event/queries.server.ts';
import { myPromises } from '#domain/meeting/promise-queries.server.ts';
import { home } from '../home.server.ts';
import { reminderLetter } from './letter.ts';
import { ownAddress, toldOf } from './queries.server.ts';
import { remindedEvents } from './events.ts';
import { reminded } from './promises.ts';
import { mayRemind, newlyTold, toTell } from './rule.ts';
import { insertTold, takeToday } from './store.server.ts';

/** What letters are made with: where links lead, and the installation's secret, which seals the link that stops them. */
export interface Making {
	origin: string;
	secret: string;
}

/**
 * Considers everybody who was not yet considered today, once letters may go. Each in a transaction of their own and as
 * themselves, so that a letter holds what they may see and nothing else. Safe in several processes at once: a person's day is
 * taken with the letter. One who cannot be done is reported, and the others are.
 */
export async function remindAll(
	database: Database,
	making: Making,
	now: Date,
	report: (error: unknown) => void,
): Promise<void> {
	if (!mayRemind(now)) return;
	const { rows } = await database.as(job('reminders'), londonDay(now), (db) =>
		sql<{ id: string }>`select people_to_remind as id from people_to_remind()`.execute(db),
	);
	for (const { id } of rows)
		await inContext(database, person(id), now, (ctx) => remind(ctx, id, making)).catch(report);
}

/** An event that was over before is not written of any more. */
const eventsBack = 30;

/** Writes to one person what they are to be reminded of now, once a day; in their own name. */
export async function remind(ctx: Context, personId: string, { origin, secret }: Making): Promise<void> {
	const choice = await takeToday(ctx, personId);
	if (choice === null || choice === 'none') return;
	const next = (await home(ctx)).next
		.filter(({ action }) => action?.reminds !== false)
		.map((thing) => ({ ...thing, about: thing.reviewId, paced: thing.action }));
	const promised = (await myPromises(ctx)).map((promise) => reminded(promise, ctx.today));
	const events = remindedEvents(await myEvents(ctx, addDays(ctx.today, -eventsBack)), ctx.today);
	const told = await toldOf(ctx, [...new Set(next.map(({ reviewId }) => reviewId))]);
	const telling = toTell([...next, ...promised, ...events], told, ctx.now, choice);
	const to = telling.length > 0 ? await ownAddress(ctx, personId) : null;
	if (!to) return;
	await insertTold(ctx, personId, newlyTold(telling, told));
	const stop = `${origin}/letters/stop?${new URLSearchParams({ token: sealPerson(secret, 'reminders', personId) })}`;
	const tokens = await giveTokens(
		ctx,
		personId,
		telling.flatMap((thing) => ('action' in thing && thing.action ? [thing.action.id] : [])),
	);
	const things = telling.map((thing) =>
		'action' in thing ? { ...thing, token: thing.action && tokens.get(thing.action.id) } : thing,
	);
	await queueLetter(ctx.db, reminderLetter(to, things, { origin, choice, stop }));
}
