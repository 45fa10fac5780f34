import type { z } from 'zod';
import { mayOrganise } from '#domain/partnership/access.ts';
import { isCurrent, type Standing } from '#domain/partnership/model.ts';
import { presentGroups, roles } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayRunPoll } from '../access.ts';
import { peopleHere, type PersonHere } from '../people.ts';
import { askable, type Poll } from './poll.ts';
import { pollById } from './queries.server.ts';

/** Whom the actor may ask for their days: nobody, where they neither organise the partnership nor lead a group of it. */
export async function askableBy(ctx: Context, standing: Standing): Promise<PersonHere[]> {
	const { partnershipId, personId } = standing;
	return askable(
		peopleHere(
			(await roles(ctx, partnershipId)).filter((role) => isCurrent(role, ctx.today)),
			ctx.today,
		),
		await presentGroups(ctx, partnershipId),
		{ personId, organises: mayOrganise(standing) },
	);
}

/** What asking begins with: the input read, and those whom the actor may ask; whoever may ask nobody is refused. */
export async function asking<S extends z.ZodType<{ partnershipId: string }>, T>(
	ctx: Context,
	schema: S,
	input: unknown,
	deed: (on: { input: z.output<S>; people: PersonHere[]; standing: Standing }) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const standing = await standingIn(ctx, read.value.partnershipId);
	if (!standing) return missing;
	const people = await askableBy(ctx, standing);
	if (people.length === 0) return denied;
	return deed({ input: read.value, people, standing });
}

/** The poll, for whoever runs it. */
export async function pollRun(
	ctx: Context,
	{ partnershipId, pollId }: { partnershipId: string; pollId: string },
): Promise<Outcome<{ poll: Poll; standing: Standing }>> {
	const standing = await standingIn(ctx, partnershipId);
	const poll = standing && (await pollById(ctx, partnershipId, pollId));
	if (!standing || !poll) return missing;
	return mayRunPoll(standing, poll) ? done({ poll, standing }) : denied;
}
