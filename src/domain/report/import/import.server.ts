import { openReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { invalid, type Outcome } from '#platform/outcome.ts';
import { mayWrite } from '../access.ts';
import { change } from '../document/adding.server.ts';
import { appendedBlocks } from '../document/changes.ts';
import { asWriter } from '../document/as-writer.server.ts';
import { writingClosed } from '../rules.ts';
import { importInput } from './input.ts';
import type { ImportedBlock } from './placing.ts';

/** The headings under which whoever writes the report may bring an older one in, or why not now; null for others. */
export async function importScreen(ctx: Context, reviewId: string) {
	const review = await openReview(ctx, reviewId);
	if (!review?.bound || !mayWrite(review.roles, review.protocol)) return null;
	return {
		headings: review.protocol.report.headings.map(({ key, label }) => ({ key, label })),
		closed: writingClosed(review),
	};
}

/**
 * Adds what was read from an older report to the joint document, each piece at the end of the heading chosen for it; a title that
 * is not the heading's own stays as a subheading. Refused where no piece has a heading, and for a heading that is not the protocol's.
 */
export const importReport = (ctx: Context, input: unknown): Promise<Outcome<{ number: number }>> =>
	asWriter(ctx, importInput, input, async ({ review, personId, input: { pieces, headings } }) => {
		const labels = new Map(review.protocol.report.headings.map(({ key, label }) => [key, label]));
		const chosen = pieces.map((piece, index) => ({ ...piece, index, heading: headings[index] ?? '' }));
		const unknown = chosen.filter(({ heading }) => heading !== '' && !labels.has(heading));
		if (unknown.length > 0)
			return invalid(
				Object.fromEntries(
					unknown.map(({ index }) => [headingField(index), 'Choose a heading of your protocol.']),
				),
			);
		const parts = chosen
			.filter(({ heading }) => heading !== '')
			.map(({ heading, title, blocks, index }) => ({
				heading,
				blocks: [...subheading(title, pieces[index]!.heading === heading), ...blocks],
			}))
			.filter(({ blocks }) => blocks.length > 0);
		if (parts.length === 0) return invalid({ '': 'Choose a heading for at least one piece that has words.' });
		return change(ctx, review, personId, (doc) => appendedBlocks(doc, parts));
	});

export const headingField = (piece: number): string => `heading-${piece}`;

/** A title that only says what the heading says is not written under it once more. */
const subheading = (title: string, isHeadings: boolean): ImportedBlock[] =>
	title === '' || isHeadings ? [] : [{ is: 'subheading', runs: [{ words: title }] }];
