import { createHash } from 'node:crypto';
import { json, type RequestEvent } from '@sveltejs/kit';
import type { Context } from '#platform/context.ts';
import { logError } from '#platform/log.ts';
import type { Outcome } from '#platform/outcome.ts';
import { takeOnce } from '#platform/outbox/receipts.server.ts';
import type { Answer } from '#platform/outbox/row.ts';
import { readSent, type SentRow } from '#platform/outbox/sent.ts';
import { readPicture } from '#platform/picture/read-picture.server.ts';
import { keepOnlyDone } from './answer.ts';

type Deed = (ctx: Context, input: unknown) => Promise<Outcome<unknown>>;

/**
 * Takes the rows that a device sends, each in a transaction of its own, and answers each by itself: one that cannot be taken
 * holds up no other. Rows of somebody else than is signed in are not looked at. A file that goes with a row is a picture: the
 * deed gets it made anew, as `picture`, one after another and outside any transaction.
 * @param deeds by name, what may be done here
 * @param place what the address adds to each row
 */
export async function takeRows(
	event: Pick<RequestEvent, 'locals' | 'request' | 'route'>,
	deeds: Readonly<Record<string, Deed>>,
	place: object,
): Promise<Response> {
	const sent = await readSent(event.request);
	if (!sent) return json({ message: 'That is nothing a device of ours sends.' }, { status: 400 });
	if (sent.person !== event.locals.person?.id)
		return json({ message: 'Somebody else is signed in.' }, { status: 409 });
	const answers: ({ id: string } & Answer)[] = [];
	for (const row of sent.rows) answers.push({ id: row.id, ...(await taken(row)) });
	const nothingHere = answers.every(({ is }) => is === 'missing');
	return json({ answers }, { status: nothingHere ? 404 : 200 });

	async function taken({ id, deed, body, ago, file }: SentRow): Promise<Answer> {
		const does = Object.hasOwn(deeds, deed) ? deeds[deed]! : null;
		if (!does) return { is: 'missing' };
		const picture = file && (await readPicture(file));
		try {
			const outcome = await keepOnlyDone(event, (ctx) =>
				takeOnce(ctx, { id, body: { deed, ...body, ...(file && { file: digestOf(file) }) } }, () =>
					does(ctx, { ...body, ...place, ago, picture }),
				),
			);
			if (outcome.is === 'done') return { is: 'done' };
			return outcome.is === 'denied' ? { is: 'missing' } : outcome;
		} catch (error) {
			logError(error, { request: event.locals.requestId, route: event.route.id, deed });
			return { is: 'trouble' };
		}
	}
}

const digestOf = (file: Uint8Array): string => createHash('sha256').update(file).digest('base64url');
