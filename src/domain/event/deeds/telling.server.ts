import { nameIn } from '#domain/capacity/poll/queries.server.ts';
import { writeTo } from '#domain/partnership/letters.server.ts';
import { partnershipCard } from '#domain/partnership/queries.server.ts';
import type { Context } from '#platform/context.ts';
import type { Letter } from '#platform/mail/letter.ts';
import type { Around } from '../letter.ts';

/** What a letter about an event is written with: where it leads, of which event, and by whose deed. */
export interface Telling {
	origin: string;
	partnershipId: string;
	eventId: string;
	by: string;
}

/** Writes the same letter about an event to people, but not to whoever does what it tells. */
export async function tell(
	ctx: Context,
	{ origin, partnershipId, eventId, by }: Telling,
	people: readonly string[],
	letter: (around: Around) => Omit<Letter, 'recipient'>,
): Promise<void> {
	const told = people.filter((id) => id !== by);
	if (told.length === 0) return;
	const events = `${origin}/partnerships/${partnershipId}/events`;
	await writeTo(
		ctx,
		told,
		letter({
			partnership: (await partnershipCard(ctx, partnershipId))!.name,
			by: await nameIn(ctx, partnershipId, by),
			...{ link: `${events}/${eventId}`, events },
		}),
	);
}
