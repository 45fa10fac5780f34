import type { z } from 'zod';
import { groupById } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Standing } from '#domain/partnership/model.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayRunEvent, type EventFacts } from '../access.ts';
import type { JointEvent } from '../model.ts';
import { eventById, membersOfPerson } from '../queries.server.ts';

/** An event with what the actor may do there. */
export interface OpenEvent {
	partnershipId: string;
	event: JointEvent;
	standing: Standing;
	/** Changes it, calls it off and writes it up. */
	runs: boolean;
}

/** What decides whose an event is. */
export async function factsOfEvent(
	ctx: Context,
	partnershipId: string,
	event: { groupId: string | null; atMemberId: string | null; ledBy: string | null },
): Promise<EventFacts> {
	const { groupId, atMemberId, ledBy } = event;
	return {
		group: groupId ? await groupById(ctx, partnershipId, groupId) : null,
		atMemberId,
		ledBy,
		leaderMemberIds: ledBy ? await membersOfPerson(ctx, partnershipId, ledBy) : [],
	};
}

/** An event that the actor knows of; null to anybody else. */
export async function openEvent(
	ctx: Context,
	partnershipId: string,
	eventId: string,
): Promise<OpenEvent | null> {
	const standing = await standingIn(ctx, partnershipId);
	const event = standing && (await eventById(ctx, partnershipId, eventId));
	if (!standing || !event) return null;
	const facts = await factsOfEvent(ctx, partnershipId, event);
	return {
		...{ partnershipId, event, standing },
		runs: mayRunEvent(standing, { ...facts, plannedBy: event.plannedBy }),
	};
}

/** What every deed at an event begins with: the input read, the event opened, the person's right checked. */
export async function atEvent<S extends z.ZodType<{ partnershipId: string; eventId: string }>, T = null>(
	ctx: Context,
	schema: S,
	input: unknown,
	may: (open: OpenEvent, input: z.output<S>) => boolean | Promise<boolean>,
	deed: (on: OpenEvent & { input: z.output<S>; by: string }) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const open = await openEvent(ctx, read.value.partnershipId, read.value.eventId);
	if (!open) return missing;
	return (await may(open, read.value))
		? deed({ ...open, input: read.value, by: open.standing.personId })
		: denied;
}
