import { addMonths } from '#domain/calendar/day.ts';
import { isSchoolDay } from '#domain/calendar/school-calendar.ts';
import type { Span } from '#domain/calendar/school-year.ts';
import { calendarsFor } from '#domain/partnership/calendar.server.ts';
import { myPartnerships } from '#domain/partnership/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { busyDays, mostBusySpans } from './busy-days.ts';
import { areSame, mostUnsuitable, namesADay, type OwnUnsuitable } from './days.ts';
import { deleteDays, insertDays } from './days-store.server.ts';
import { addDaysInput, keepBusyInput, readBusyInput, takeDaysAwayInput } from './input.ts';
import { spanPosted } from './offered.ts';
import { ownDays } from './queries.server.ts';

const tooMany = `You have ${mostUnsuitable} entries already. Take away some that no longer matter.`;

/**
 * Somebody says on which days they can't, or only if need be. The same days twice are kept once, with the later note, and are said now: that
 * is later than what they answered of them meanwhile in a poll.
 */
export async function addUnsuitable(ctx: Context, input: unknown): Promise<Outcome> {
	if (ctx.actor.kind !== 'person') return missing;
	const read = readInput(addDaysInput, input);
	if (!read.ok) return invalid(read.fields);
	if (read.value.toDay < ctx.today) return invalid({ toDay: 'These days are over.' });
	if (!namesADay(read.value)) return invalid({ toDay: 'There is no such weekday between these days.' });
	return keep(ctx, ctx.actor.id, [read.value], '');
}

/** Takes days of one's own away; those of others are not touched. */
export async function takeDaysAway(ctx: Context, input: unknown): Promise<Outcome> {
	if (ctx.actor.kind !== 'person') return missing;
	const read = readInput(takeDaysAwayInput, input);
	if (!read.ok) return invalid(read.fields);
	await deleteDays(ctx, ctx.actor.id, [read.value.daysId]);
	return done(null);
}

/** Reads a calendar file for the school days of the coming year on which its person is busy. Keeps nothing. */
export async function readBusy(ctx: Context, input: unknown): Promise<Outcome<Span[]>> {
	if (ctx.actor.kind !== 'person') return missing;
	const read = readInput(readBusyInput, input);
	if (!read.ok) return invalid(read.fields);
	const owners = (await myPartnerships(ctx)).map(({ id }) => ({ partnershipId: id }));
	const calendarOf = await calendarsFor(ctx, owners);
	const calendars = (owners.length > 0 ? owners : [{ partnershipId: '' }]).map(calendarOf);
	const found = busyDays(read.value.file, { from: ctx.today, to: addMonths(ctx.today, 13) }, (day) =>
		calendars.some((calendar) => isSchoolDay(calendar, day)),
	);
	if (found === null) return invalid({ file: 'This is no calendar file, or it is damaged.' });
	if (found.length === 0)
		return invalid({ file: 'No school day of the coming year is busy for three hours or more in it.' });
	return done(found.slice(0, mostBusySpans));
}

/** Keeps the days that their person has ticked, as days on which they can't. */
export async function keepBusy(ctx: Context, input: unknown): Promise<Outcome> {
	if (ctx.actor.kind !== 'person') return missing;
	const read = readInput(keepBusyInput, input);
	if (!read.ok) return invalid(read.fields);
	const days: OwnUnsuitable[] = [];
	for (const text of read.value.spans) {
		const span = spanPosted(text);
		if (!span || span.to > addMonths(span.from, 14)) return invalid({ spans: 'Read the file again.' });
		days.push({
			...{ id: ctx.newId(), kind: 'cannot', fromDay: span.from, toDay: span.to, weekday: null, words: '' },
		});
	}
	return keep(ctx, ctx.actor.id, days, 'spans');
}

/** Keeps what is not there yet, and says anew what is; the sentence that there are too many stands by the field. */
async function keep(
	ctx: Context,
	personId: string,
	days: readonly OwnUnsuitable[],
	field: string,
): Promise<Outcome> {
	const before = await ownDays(ctx);
	const kept = days.map((one) => {
		const same = before.find((own) => own.id === one.id || areSame(own, one));
		// Without a note, the note that stands is kept.
		return same ? { ...one, id: same.id, words: one.words || same.words } : one;
	});
	const known = new Set(before.map(({ id }) => id));
	if (before.length + kept.filter(({ id }) => !known.has(id)).length > mostUnsuitable)
		return invalid({ [field]: tooMany });
	await deleteDays(
		ctx,
		personId,
		kept.map(({ id }) => id),
	);
	await insertDays(ctx, personId, kept);
	return done(null);
}
