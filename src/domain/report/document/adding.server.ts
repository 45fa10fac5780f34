import * as Y from 'yjs';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { integrate, type Refusal } from '#platform/joint-document/integrate.ts';
import { most } from '#platform/joint-document/shape.ts';
import { done, invalid, type Outcome } from '#platform/outcome.ts';
import { reopenIfChanged } from '../deeds/reopening.server.ts';
import { beginDocument } from './beginning.server.ts';
import { begun, carriedOver } from './changes.ts';
import { documentOf, type JointDocument, rememberedDocument } from './document.server.ts';
import {
	insertLostWords,
	insertUpdates,
	insertWriters,
	type Update,
	upsertState,
} from './document-store.server.ts';
import { knownUpTo, remember } from './last-known.ts';
import { sectionsOf } from '../queries.server.ts';
import { shapeOf } from './shape.ts';
import { type Held, takeTurnToWrite } from './turn.server.ts';
import { ofReview } from '../of-review.ts';

/** After how many updates the log is brought together anew. */
const stateEvery = 50;

const refusals: Record<Refusal, string> = {
	malformed: 'What was sent could not be read. Nothing of it was saved.',
	'too large': 'The report has no room for this much at once. Nothing of it was saved.',
	incomplete: 'What was sent rests on something that is not there. Load the page again.',
	'not of this document': 'What was sent has no place in this report. Nothing of it was saved.',
	'another’s name': 'What was sent was written by somebody else. Nothing of it was saved.',
};

const full =
	'The report has no room for more: it keeps all that was ever written in it. Nothing of this was saved. Taking something out still works.';

/** Adds what somebody's browser sent. The same sent again changes nothing. */
export async function addUpdate(
	ctx: Context,
	review: OpenReview,
	personId: string,
	update: Update,
): Promise<Outcome<{ number: number }>> {
	const open = await openForWriting(ctx, review, personId, update.id);
	return open.held.known ? done({ number: open.document.number }) : add(ctx, review, personId, open, update);
}

/** Adds a change that the product makes for somebody; null where what it was to change is gone. */
export async function change<U extends Uint8Array | null>(
	ctx: Context,
	review: OpenReview,
	personId: string,
	make: (doc: Y.Doc) => U,
): Promise<Outcome<{ number: number }> | Extract<U, null>> {
	const id = ctx.newId();
	const open = await openForWriting(ctx, review, personId, id);
	const copy = new Y.Doc({ gc: false });
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(open.document.doc));
	const bytes = make(copy);
	return bytes === null ? (null as Extract<U, null>) : add(ctx, review, personId, open, { id, bytes });
}

interface OpenDocument {
	document: JointDocument;
	held: Held;
}

/**
 * Takes the turn, until this piece of work is whole, and opens the document. Its first update is what was written before there was
 * one.
 */
async function openForWriting(
	ctx: Context,
	review: OpenReview,
	personId: string,
	updateId: string,
): Promise<OpenDocument> {
	const of = ofReview(review);
	const held = await takeTurnToWrite(ctx, review, updateId, knownUpTo(review.id));
	const remembered = rememberedDocument(review.id, held.log);
	if (held.number === null) await beginDocument(ctx, review);
	const sections = held.number ? [] : await sectionsOf(ctx, review);
	if (sections.length > 0)
		await insertUpdates(ctx, of, personId, 0, [{ id: ctx.newId(), bytes: begun(sections) }]);
	return { document: remembered ?? (await documentOf(ctx, review)), held };
}

async function add(
	ctx: Context,
	review: OpenReview,
	personId: string,
	{ document: { doc, number, bytes: before }, held }: OpenDocument,
	update: Update,
): Promise<Outcome<{ number: number }>> {
	if (held.published) return invalid({ '': 'The report has just been published.' });
	const { writers } = held;
	const isTheirs = (writer: number) =>
		writer !== carriedOver && (writers.get(writer)?.id ?? personId) === personId;
	const outcome = integrate(doc, update.bytes, shapeOf(review.protocol), isTheirs);
	if (outcome.is === 'refused') return invalid({ '': refusals[outcome.because] });
	if (!outcome.changed) return done({ number });
	const bytes = before + update.bytes.byteLength;
	if (bytes > most.documentBytes && outcome.writers.length > 0) return invalid({ '': full });
	const of = ofReview(review);
	const next = number + 1;
	await insertUpdates(ctx, of, personId, number, [update]);
	await insertWriters(
		ctx,
		of,
		personId,
		outcome.writers.filter((writer) => !writers.get(writer)?.wrote),
	);
	await insertLostWords(
		ctx,
		of,
		next,
		outcome.lost.map((lost) => ({ ...lost, authorId: writers.get(lost.writer)?.id ?? personId })),
	);
	const state = next % stateEvery === 0 ? Y.encodeStateAsUpdate(doc) : null;
	if (state) await upsertState(ctx, of, next, state);
	if (held.edition) await reopenIfChanged(ctx, review, personId);
	remember(review.id, { doc, number: next, update: update.bytes, bytes: state?.byteLength ?? bytes });
	return done({ number: next });
}
