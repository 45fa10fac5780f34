import { z } from 'zod';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { oneOf } from '#platform/text.ts';
import { choices } from './rule.ts';
import { upsertChoice } from './store.server.ts';

const choiceInput = z.object({ reminders: oneOf(choices, 'Choose how often.') });

/** A person chooses how often they want to be reminded at most. */
export async function chooseReminders(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(choiceInput, input);
	if (!read.ok) return invalid(read.fields);
	if (ctx.actor.kind !== 'person') return missing;
	await upsertChoice(ctx, ctx.actor.id, read.value.reminders);
	return done(null);
}
