import { formOfWriting } from '#domain/report/document/writing-form.ts';
import { JointSession, type LogPart, type Sent } from '#platform/joint-document/joint-session.ts';
import { v7 as newId } from 'uuid';
import { mine, type Page } from './writing.ts';

/** Sends updates as a page does; rejects where one is not taken. */
export const sender =
	(origin: string, cookie: string, reviewId: string) =>
	async (update: Uint8Array, writer: number): Promise<void> => {
		const answer = await fetch(`${origin}/api/reviews/${reviewId}/report`, {
			method: 'POST',
			headers: { cookie, origin, 'content-type': 'application/json' },
			body: JSON.stringify({
				form: formOfWriting,
				writer,
				id: newId(),
				update: Buffer.from(update).toString('base64'),
				caret: null,
			}),
		});
		const said = await answer.text();
		if (!answer.ok) throw new Error(`An update that is not taken: ${answer.status} ${said}`);
	};

/** A page of the product that stands open: the part of it that a browser runs, over the same addresses. */
export async function openProductPage(origin: string, cookie: string, reviewId: string): Promise<Page> {
	const url = `${origin}/api/reviews/${reviewId}/report`;
	const send = sender(origin, cookie, reviewId);
	const over = new AbortController();
	let told: (changes: number) => void = () => {};
	let written = 0;
	const session = new JointSession(
		{
			async fetch(after) {
				const answer = await fetch(`${url}?log=${after}`, { headers: { cookie } });
				return ((await answer.json()) as { log: LogPart }).log;
			},
			async send(update): Promise<Sent> {
				const upTo = written;
				await send(update, session.doc.clientID);
				told(upTo);
				return { is: 'taken' };
			},
			keep: async () => {},
			letGo: async () => {},
		},
		(standing) => {
			if (standing.is === 'over') throw new Error(standing.why);
		},
	);
	session.doc.on('update', (_: Uint8Array, origin: unknown) => (written += origin === mine ? 1 : 0));
	await session.open([]);
	const response = await fetch(url, {
		headers: { cookie, accept: 'text/event-stream' },
		signal: over.signal,
	});
	void hear(response, session).catch(() => {});
	return {
		doc: session.doc,
		onAcknowledged: (call) => (told = call),
		close: () => over.abort(),
	};
}

async function hear(response: Response, session: JointSession): Promise<void> {
	let rest = '';
	for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
		const events = (rest + part).split('\n\n');
		rest = events.pop()!;
		for (const event of events) {
			const data = /^event: news\ndata: (.*)$/m.exec(event)?.[1];
			if (data) await session.hear((JSON.parse(data) as { log: LogPart }).log);
		}
	}
}
