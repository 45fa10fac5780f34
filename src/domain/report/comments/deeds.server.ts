import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { change } from '../document/adding.server.ts';
import { asWriter } from '../document/as-writer.server.ts';
import { replaced } from '../document/changes.ts';
import { takeTurn } from '../document/turn.server.ts';
import { beginDocument } from '../document/beginning.server.ts';
import { answerInput, commentInput, settleInput } from './input.ts';
import { type CommentRow, commentsOf } from './queries.server.ts';
import { insertComment, type NewComment, updateSettled } from './store.server.ts';
import { ofReview } from '../of-review.ts';

/** Says something about a place in the report or about a heading, or suggests other words for those in a place. */
export const comment = (ctx: Context, input: unknown): Promise<Outcome> =>
	asWriter(ctx, commentInput, input, async ({ review, personId, input: { instead, ...said } }) => {
		if (!review.protocol.report.headings.some(({ key }) => key === said.heading))
			return invalid({ heading: 'Choose a heading.' });
		if (instead !== '' && said.place === null)
			return invalid({ instead: 'Mark the words in the report that these should stand for.' });
		const suggested = { ...said, instead: instead === '' ? null : instead, answers: null };
		return inserted(ctx, review, { ...suggested, authorId: personId });
	});

/** Answers a comment that is not settled yet. */
export const answerComment = (ctx: Context, input: unknown): Promise<Outcome> =>
	asWriter(ctx, answerInput, input, async ({ review, personId, input: { id, commentId, words } }) => {
		const about = await openComment(ctx, review, commentId);
		if (about.is !== 'done') return about;
		const answer = { id, words, heading: about.value.heading, answers: commentId, authorId: personId };
		return inserted(ctx, review, { ...answer, place: null, quoted: '', instead: null });
	});

/** Settles a comment, or leaves what was suggested as it is. The second of two who do so changes nothing. */
export const settleComment = (ctx: Context, input: unknown): Promise<Outcome> =>
	asWriter(ctx, settleInput, input, async ({ review, personId, input: { commentId } }) => {
		const about = await openComment(ctx, review, commentId);
		if (about.is !== 'done') return about;
		const accepted = about.value.instead === null ? null : false;
		await updateSettled(ctx, ofReview(review), commentId, personId, accepted);
		return done(null);
	});

/** Writes what was suggested, and settles it in the same moment. Of two who do so one does. */
export const acceptSuggestion = (ctx: Context, input: unknown): Promise<Outcome> =>
	asWriter(ctx, settleInput, input, async ({ review, personId, input: { commentId } }) => {
		// Before the comment is settled, which counts the review's news: whoever has the turn may be about to.
		await takeTurn(ctx, review.id);
		const about = await openComment(ctx, review, commentId);
		if (about.is !== 'done') return about;
		const { place, instead, quoted } = about.value;
		if (place === null || instead === null) return missing;
		if (!(await updateSettled(ctx, ofReview(review), commentId, personId, true))) return done(null);
		const changed = await change(ctx, review, personId, (doc) => replaced(doc, place, { quoted, instead }));
		if (changed === null)
			return invalid({
				'': 'The words it is about are gone or have changed. Write it where it belongs, then settle this.',
			});
		return changed.is === 'done' ? done(null) : changed;
	});

/** A comment that is open; one that is settled is told so, and one of another report is not there. */
async function openComment(
	ctx: Context,
	review: OpenReview,
	commentId: string,
): Promise<Outcome<CommentRow>> {
	const found = (await commentsOf(ctx, review)).find(({ id }) => id === commentId);
	if (!found) return missing;
	return found.settled ? invalid({ '': `${found.settled.by} has settled this already.` }) : done(found);
}

async function inserted(ctx: Context, review: OpenReview, said: NewComment): Promise<Outcome> {
	await beginDocument(ctx, review);
	return (await insertComment(ctx, ofReview(review), said)) === 'taken' ? missing : done(null);
}
