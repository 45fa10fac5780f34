import { json, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { logError } from '#platform/log.ts';
import type { Outcome } from '#platform/outcome.ts';
import { takeOnce } from '#platform/outbox/receipts.server.ts';
import type { Answer } from '#platform/outbox/row.ts';
import { sentRows } from '#platform/outbox/sent.ts';
import { keepOnlyDone } from './answer.ts';

type Deed = (ctx: Context, input: unknown) => Promise<Outcome<unknown>>;

/**
 * Takes the rows that a device sends, each in a transaction of its own, and answers each by itself: one that cannot be taken
 * holds up no other. Rows of somebody else than is signed in are not looked at.
 * @param deeds by name, what may be done here
 * @param place what the address adds to each row
 */
export async function takeRows(
	event: Pick<RequestEvent, 'locals' | 'request' | 'route'>,
	deeds: Readonly<Record<string, Deed>>,
	place: object,
): Promise<Response> {
	const read = readInput(sentRows, await event.request.json().catch(() => null));
	if (!read.ok) return json({ message: 'That is nothing a device of ours sends.' }, { status: 400 });
	if (read.value.person !== event.locals.person?.id)
		return json({ message: 'Somebody else is signed in.' }, { status: 409 });
	const answers: ({ id: string } & Answer)[] = [];
	for (const row of read.value.rows) answers.push({ id: row.id, ...(await taken(row)) });
	const nothingHere = answers.every(({ is }) => is === 'missing');
	return json({ answers }, { status: nothingHere ? 404 : 200 });

	async function taken({ id, deed, body, ago }: z.output<typeof sentRows>['rows'][number]): Promise<Answer> {
		const does = Object.hasOwn(deeds, deed) ? deeds[deed]! : null;
		if (!does) return { is: 'missing' };
		try {
			const outcome = await keepOnlyDone(event, (ctx) =>
				takeOnce(ctx, { id, body: { deed, ...body } }, () => does(ctx, { ...body, ...place, ago })),
			);
			if (outcome.is === 'done') return { is: 'done' };
			return outcome.is === 'denied' ? { is: 'missing' } : outcome;
		} catch (error) {
			logError(error, { request: event.locals.requestId, route: event.route.id, deed });
			return { is: 'trouble' };
		}
	}
}
