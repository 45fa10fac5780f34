import { openReview } from '#domain/review/open.server.ts';
import { readers } from '#domain/review/readers.ts';
import type { Context } from '#platform/context.ts';
import { mayWrite } from '../access.ts';
import { wordsOf } from '../document/blocks.ts';
import { carriedOver } from '../document/changes.ts';
import { documentAt, documentOf, partsOf } from '../document/document.server.ts';
import { versionsOf, writersOf } from '../document/queries.server.ts';
import { writingClosed } from '../rules.ts';
import { authoredLines } from './authored.ts';
import { differences } from './differences.ts';

/**
 * How the report came about, for those who write it: its named versions, what became of the words since one of them, and who wrote
 * what. Null for anybody else.
 * @param versionId the version to compare with, if any
 */
export async function historyScreen(ctx: Context, reviewId: string, versionId: string | null) {
	const review = await openReview(ctx, reviewId);
	if (!review?.bound || !mayWrite(review.roles, review.protocol)) return null;
	const { headings } = review.protocol.report;
	const { doc, number } = await documentOf(ctx, review);
	const versions = await versionsOf(ctx, review);
	const version = versions.find(({ id }) => id === versionId);
	const writers = await writersOf(ctx, review);
	const nameOf = (writer: number) =>
		writer === carriedOver ? 'Written before' : (writers.get(writer)?.name ?? '');
	return {
		closed: writingClosed(review),
		readers: readers(review, 'draft', 'report'),
		empty: number === 0,
		versions,
		compared: version ? { ...version, headings: await compare() } : null,
		headings: headings
			.map(({ key, label }) => ({
				key,
				label,
				lines: authoredLines(doc.getXmlFragment(key)).map(({ is, runs }) => ({
					is,
					runs: runs.map(({ words, writer }) => ({
						words,
						person: writers.get(writer)?.id ?? '',
						name: nameOf(writer),
					})),
				})),
			}))
			.filter(({ lines }) => lines.length > 0),
	};

	async function compare() {
		const keys = headings.map(({ key }) => key);
		const then = partsOf(await documentAt(ctx, review!, version!.number), keys);
		const now = partsOf(doc, keys);
		return headings.map(({ key, label }) => ({
			key,
			label,
			differences: differences(wordsOf(then.get(key)!), wordsOf(now.get(key)!)),
		}));
	}
}
