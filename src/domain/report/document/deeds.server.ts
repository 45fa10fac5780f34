import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { addUpdate, change } from './adding.server.ts';
import { asWriter } from './as-writer.server.ts';
import { appended, putBack, restored } from './changes.ts';
import { insertVersion, settleLostWords, upsertCaret } from './document-store.server.ts';
import { documentAt, documentOf } from './document.server.ts';
import {
	addParagraphsInput,
	lostWordsInput,
	nameVersionInput,
	restoreVersionInput,
	sayWhereInput,
	sendUpdateInput,
} from './input.ts';
import { openToWrite } from './live.server.ts';
import { takeTurn } from './turn.server.ts';
import { lostWordsOf, versionsOf } from './queries.server.ts';
import { ofReview } from '../of-review.ts';

type Numbered = Outcome<{ number: number }>;

/**
 * Takes an update of the joint document (see `integrate` for what is refused), and where its author is by now. Sent again it
 * changes nothing.
 */
export const sendUpdate = (ctx: Context, input: unknown): Promise<Numbered> =>
	asWriter(
		ctx,
		sendUpdateInput,
		input,
		async ({ review, personId, input: { id, update, writer, caret } }) => {
			// Before the turn, for which others wait.
			if (caret !== undefined) await upsertCaret(ctx, ofReview(review), personId, writer, caret);
			return addUpdate(ctx, review, personId, { id, bytes: update });
		},
	);

/** Says where in the report somebody is, for the others who write. It changes nothing of what is written, so it waits for nobody. */
export async function sayWhere(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(sayWhereInput, input);
	if (!read.ok) return invalid(read.fields);
	const { reviewId, writer, caret } = read.value;
	const review = await openToWrite(ctx, reviewId);
	if (!review || ctx.actor.kind !== 'person') return missing;
	await upsertCaret(ctx, ofReview(review), ctx.actor.id, writer, caret);
	return done(null);
}

/** Adds paragraphs at the end of a heading, a line each: how one writes without scripts. */
export const addParagraphs = (ctx: Context, input: unknown): Promise<Numbered> =>
	asWriter(ctx, addParagraphsInput, input, async ({ review, personId, input: { heading, words } }) =>
		review.protocol.report.headings.some(({ key }) => key === heading)
			? change(ctx, review, personId, (doc) => appended(doc, heading, words))
			: invalid({ heading: 'Choose a heading.' }),
	);

/** Puts words back that somebody deleted without having seen them. The second of two who do so changes nothing. */
export const putLostWordsBack = (ctx: Context, input: unknown): Promise<Outcome> =>
	asWriter(ctx, lostWordsInput, input, async ({ review, personId, input: { lostId } }) => {
		// Before the words are settled: whoever writes on in the same place waits for both in this order.
		await takeTurn(ctx, review.id);
		const lost = (await lostWordsOf(ctx, review)).find(({ id }) => id === lostId);
		if (!lost) return missing;
		const of = ofReview(review);
		if (!(await settleLostWords(ctx, of, lostId, { by: personId, putBack: true }))) return done(null);
		const changed = await change(ctx, review, personId, (doc) => putBack(doc, lost));
		return changed.is === 'done' ? done(null) : changed;
	});

/** Leaves them out: the team has seen them. They are kept, with who decided. */
export const leaveLostWordsOut = (ctx: Context, input: unknown): Promise<Outcome> =>
	asWriter(ctx, lostWordsInput, input, async ({ review, personId, input: { lostId } }) => {
		if (!(await lostWordsOf(ctx, review)).some(({ id }) => id === lostId)) return missing;
		const of = ofReview(review);
		await settleLostWords(ctx, of, lostId, { by: personId, putBack: false });
		return done(null);
	});

/** Gives the document as it stands a name, so that it can be read, compared and restored later. */
export const nameVersion = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	asWriter(ctx, nameVersionInput, input, async ({ review, personId, input: { id, name } }) => {
		const { number } = await documentOf(ctx, review);
		if (number === 0) return invalid({ '': 'Nothing is written yet.' });
		const of = ofReview(review);
		await insertVersion(ctx, of, { id, number, name, madeBy: personId });
		return done({ id });
	});

/** Has the report say again what it said in a version. What it says now stays in its history. */
export const restoreVersion = (ctx: Context, input: unknown): Promise<Numbered> =>
	asWriter(ctx, restoreVersionInput, input, async ({ review, personId, input: { versionId } }) => {
		const version = (await versionsOf(ctx, review)).find(({ id }) => id === versionId);
		if (!version) return missing;
		const then = await documentAt(ctx, review, version.number);
		const headings = review.protocol.report.headings.map(({ key }) => key);
		return change(ctx, review, personId, (doc) => restored(doc, then, headings));
	});
