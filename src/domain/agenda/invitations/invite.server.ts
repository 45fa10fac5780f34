import { sql } from 'kysely';
import { inContext, type Context } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import { sender } from '#platform/mail/carrier.ts';
import { queueLetter } from '#platform/mail/letter.ts';
import { job, person } from '#platform/principal.ts';
import { ownAddress } from '../reminders/queries.server.ts';
import { calendarChanges } from './changes.ts';
import { calendarLetter, type Gone } from './letter.ts';
import { occasionsOf } from './occasions.ts';
import { sentOf, sourcesOf } from './queries.server.ts';
import { deleteChange, noteTold, settledChanges } from './store.server.ts';

const invitations = job('invitations');

/**
 * Brings people's calendars up to date with the reviews that changed and have settled by then, so that three corrections in a
 * row make one letter. Each person's letters are written in a transaction of their own and as themselves: what they may no
 * longer see is not there for them, and is cancelled. Safe in several processes at once: a letter goes with its sequence, and
 * each sequence is noted once. A person who cannot be told is reported, the others are told, and it is tried again.
 */
export async function inviteAll(
	database: Database,
	{ origin, now, settledBy }: { origin: string; now: Date; settledBy: Date },
	report: (error: unknown) => void,
): Promise<void> {
	const asJob = <T>(work: (ctx: Context) => Promise<T>) => inContext(database, invitations, now, work);
	for (const review of await asJob((ctx) => settledChanges(ctx, settledBy))) {
		const people = await asJob((ctx) => peopleToInvite(ctx, review.reviewId));
		let failed = false;
		for (const id of people) {
			await inContext(database, person(id), now, (ctx) => bringUpToDate(ctx, id, review, origin)).catch(
				(error: unknown) => {
					failed = true;
					report(error);
				},
			);
		}
		if (!failed) await asJob((ctx) => deleteChange(ctx, review.reviewId, settledBy));
	}
}

/** Finds what changed only because a day has come: a role that begins or ends on it. Once a day is enough. */
export async function lookThroughCalendars(database: Database, now: Date): Promise<void> {
	await inContext(database, invitations, now, (ctx) => sql`select look_through_calendars()`.execute(ctx.db));
}

async function peopleToInvite(ctx: Context, reviewId: string): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select people_to_invite as id from people_to_invite(${reviewId}) order by 1`.execute(ctx.db);
	return rows.map(({ id }) => id);
}

async function bringUpToDate(
	ctx: Context,
	personId: string,
	review: { partnershipId: string; reviewId: string },
	origin: string,
): Promise<void> {
	const [source] = await sourcesOf(ctx, [review.reviewId]);
	const current = source ? occasionsOf(personId, source) : [];
	const changes = calendarChanges(current, await sentOf(ctx, review), ctx.now);
	const to = changes.length > 0 ? await ownAddress(ctx, personId) : null;
	if (!to) return;
	const gone: Gone = source?.facts.standstill?.kind ?? 'not theirs';
	for (const change of changes) {
		if (!(await noteTold(ctx, review.partnershipId, personId, change))) continue;
		const attendee = { name: to.name, address: to.email };
		const around = { origin, at: ctx.now, gone };
		await queueLetter(ctx.db, calendarLetter(attendee, sender(origin), change, around));
	}
}
