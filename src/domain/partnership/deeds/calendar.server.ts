import { isDeepStrictEqual } from 'node:util';
import { readTermDates } from '#domain/calendar/reading/term-dates.ts';
import type { TermDatesRead } from '#domain/calendar/reading/assemble.ts';
import { postedYear } from '#domain/calendar/year-form.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { conflict, denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import * as access from '../access.ts';
import { enteredYear } from '../calendar-queries.server.ts';
import { putYear, withdrawYear, type YearKey } from '../calendar-store.server.ts';
import { enterYearInput, readDatesInput, removeYearInput } from '../input.ts';
import { members } from '../queries.server.ts';
import { standingIn } from '../standing.server.ts';

/** Whether the actor keeps these dates, or why not. */
async function keeping(ctx: Context, { partnershipId, memberId }: YearKey): Promise<Outcome<string>> {
	const standing = await standingIn(ctx, partnershipId);
	if (!standing || ctx.actor.kind !== 'person') return missing;
	if (memberId !== null && !(await members(ctx, partnershipId, '')).some(({ id }) => id === memberId))
		return missing;
	return access.mayKeepCalendar(standing, memberId) ? done(ctx.actor.id) : denied;
}

/**
 * Reads what somebody pasted or uploaded, so that they can check it; nothing is kept. Refused: an empty text, and one in
 * which no date of a term was understood.
 */
export async function readDates(ctx: Context, input: unknown): Promise<Outcome<TermDatesRead>> {
	const read = readInput(readDatesInput, input);
	if (!read.ok) return invalid(read.fields);
	const kept = await keeping(ctx, read.value);
	if (kept.is !== 'done') return kept;
	const found = readTermDates(read.value.text);
	if (found.years.length > 0) return done(found);
	const first = found.notUnderstood[0];
	return invalid({
		text: `No term was found in this.${first ? ` Line ${first.line}: ${first.why}` : ''} Write it like ‘Autumn term: 1 September 2026 to 18 December 2026’.`,
	});
}

/**
 * Enters the dates of a school year, or replaces them: for the partnership, or for one member in their place. Refused: what
 * `schoolYearSchema` refuses, by the field. Where somebody else saved meanwhile, theirs comes back as a conflict.
 */
export async function enterYear(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(enterYearInput, input);
	if (!read.ok) return invalid(read.fields);
	const { version, form, ...key } = read.value;
	const kept = await keeping(ctx, key);
	if (kept.is !== 'done') return kept;
	const posted = postedYear(key.name, form);
	if (!posted.ok) return invalid(posted.fields);
	if (await putYear(ctx, key, posted.year, version, kept.value)) return done(null);
	const standing = await enteredYear(ctx, key);
	return isDeepStrictEqual(standing?.year, posted.year) ? done(null) : conflict(standing);
}

/** Takes back what was entered: the partnership's dates hold for the member again, and supposed ones for the partnership. */
export async function removeYear(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(removeYearInput, input);
	if (!read.ok) return invalid(read.fields);
	const { version, ...key } = read.value;
	const kept = await keeping(ctx, key);
	if (kept.is !== 'done') return kept;
	if (await withdrawYear(ctx, key, version)) return done(null);
	const standing = await enteredYear(ctx, key);
	return standing === null ? done(null) : conflict(standing);
}
