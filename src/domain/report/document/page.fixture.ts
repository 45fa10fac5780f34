import { randomUUIDv7 } from 'node:crypto';
import * as Y from 'yjs';
import type { PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { wordsOf } from './blocks.ts';
import { sendUpdate } from './deeds.server.ts';
import { documentOf, partsOf } from './document.server.ts';
import { openToWrite, reportNews } from './live.server.ts';

type Writer = 'reviewer' | 'facilitator';

/** One open page on which somebody writes, as a browser does, and sends when it is told to. */
export async function openPage(review: PreparedReview, someone: Writer) {
	const doc = new Y.Doc({ gc: false });
	const as = <T>(work: Parameters<typeof review.as<T>>[1]) => review.as(someone, work);
	let sent = Y.encodeStateVector(doc);
	async function hear() {
		const news = await as(async (ctx) => reportNews(ctx, (await openToWrite(ctx, review.reviewId))!, 0));
		for (const update of news!.log.updates) Y.applyUpdate(doc, Buffer.from(update, 'base64'));
		sent = Y.encodeStateVector(doc);
	}
	await hear();
	return {
		doc,
		part: (heading: string) => doc.getXmlFragment(heading),
		hear,
		/** What was written here since this page last heard or sent; deletions always with it. */
		unsent: () => Y.encodeStateAsUpdate(doc, sent),
		async send(more: object = {}) {
			const update = Buffer.from(Y.encodeStateAsUpdate(doc, sent)).toString('base64');
			const form = { id: randomUUIDv7(), reviewId: review.reviewId, writer: doc.clientID, update, ...more };
			const outcome = await as((ctx) => sendUpdate(ctx, form));
			if (outcome.is === 'done') sent = Y.encodeStateVector(doc);
			return outcome;
		},
		/** Adds a paragraph at the end of a heading. */
		write(heading: string, words: string) {
			const paragraph = new Y.XmlElement('paragraph');
			paragraph.insert(0, [new Y.XmlText(words)]);
			doc.getXmlFragment(heading).push([paragraph]);
			return paragraph;
		},
	};
}

/** What the report says under a heading, a line a paragraph, as the server has it. */
export const saidUnder = (review: PreparedReview, heading: string): Promise<string> =>
	review.as('reviewer', async (ctx) => {
		const { doc } = await documentOf(ctx, { partnershipId: review.partnershipId, id: review.reviewId });
		return wordsOf(partsOf(doc, [heading]).get(heading)!);
	});
