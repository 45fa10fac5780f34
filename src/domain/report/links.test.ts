import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { endLink, makeLink, openLink } from '#domain/review/deeds/links.server.ts';
import { release, takeBack } from '#domain/review/deeds/sharing.server.ts';
import { openedLink } from '#domain/review/opened-link.server.ts';
import { linksOf, releasesOf } from '#domain/review/sharing-queries.server.ts';
import { type Context, inContext } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import { nobody } from '#platform/principal.ts';
import { forEachEngine } from '#test/database.ts';
import { linkedReport, printLinked } from './linked-report.server.ts';
import { findingsOf } from './queries.server.ts';
import { key, published } from './written-report.fixture.ts';

const day = '2026-11-20';

/** What somebody with a token and no account is given on a day. */
const byLink = async <T>(
	database: Database,
	token: string,
	work: (ctx: Context) => Promise<T>,
	on = day,
): Promise<T | null> => {
	const now = new Date(`${on}T12:00:00Z`);
	const id = await inContext(database, nobody, now, (ctx) => openLink(ctx, token));
	return id === null ? null : inContext(database, { kind: 'link', id }, now, work);
};

const reads = (ctx: Context) =>
	openedLink(ctx).then(async (link) => link && (await linkedReport(ctx, link))?.edition.number);

async function link(review: PreparedReview, more: object = {}): Promise<string> {
	const asked = {
		id: randomUUIDv7(),
		reviewId: review.reviewId,
		thing: 'report',
		forWhom: 'Jo Field',
		days: '14',
	};
	const outcome = await review.as('host', (ctx) => makeLink(ctx, { ...asked, ...more }), day);
	if (outcome.is !== 'done') throw new Error(JSON.stringify(outcome));
	return outcome.value.token;
}

forEachEngine((database) => {
	const prepared = async (change?: Parameters<typeof preparedReview>[1]) => {
		const review = await preparedReview(database(), change);
		await published(review);
		return review;
	};

	describe('a link', () => {
		test('NFS-20 shows the published report to its reader, with whom it is for and until when, and is counted', async () => {
			const review = await prepared();
			const token = await link(review);
			const shown = await byLink(database(), token, async (ctx) => {
				const opened = (await openedLink(ctx))!;
				return { ...opened, report: await linkedReport(ctx, opened), pdf: await printLinked(ctx, opened) };
			});
			expect(shown).toMatchObject({ forWhom: 'Jo Field', host: 'Fernmarsh', lastDay: '2026-12-04' });
			expect(shown?.report?.edition).toMatchObject({ number: 1, publishedAt: expect.any(Date) });
			expect(shown?.report?.signatures.map(({ name }) => name).toSorted()).toEqual([
				'Demo facilitator',
				'Demo reviewer',
			]);
			expect(shown?.pdf?.bytes.length).toBeGreaterThan(1000);
			await byLink(database(), token, reads);
			expect(await review.as('host', (ctx) => linksOf(ctx, key(review)))).toMatchObject([
				{ openings: 2, lastOpenedAt: new Date(`${day}T12:00:00Z`) },
			]);
		});

		test('NFS-20 opens that document alone', async () => {
			const review = await prepared();
			const token = await link(review);
			const seen = await byLink(database(), token, async ({ db }) => {
				const counts: Record<string, number> = {};
				for (const table of [
					'evidence',
					'finding',
					'report_section',
					'line_of_enquiry',
					'team_member',
					'review',
					'action',
					'shared_link',
					'edition',
					'sign_off',
				]) {
					const { rows } = await sql<{
						n: number;
					}>`select count(*)::int as n from ${sql.table(table)}`.execute(db);
					if (rows[0]!.n > 0) counts[table] = rows[0]!.n;
				}
				return counts;
			});
			expect(seen).toEqual({ edition: 1, sign_off: 2 });
		});

		test('NFS-20 to the findings shows the findings, and no report', async () => {
			const review = await prepared();
			const token = await link(review, { thing: 'findings' });
			const shown = await byLink(database(), token, async (ctx) => {
				const opened = (await openedLink(ctx))!;
				return [(await findingsOf(ctx, opened)).length, await linkedReport(ctx, opened)];
			});
			expect(shown).toEqual([2, null]);
		});

		test('opens until its last day and not the day after', async () => {
			const review = await prepared();
			const token = await link(review, { days: '3' });
			expect(await byLink(database(), token, reads, '2026-11-23')).toBe(1);
			expect(await byLink(database(), token, reads, '2026-11-24')).toBeNull();
		});

		test('is ended by a head of the host at once, and answers like one that never was', async () => {
			const review = await prepared();
			const [first, second] = [await link(review), await link(review)];
			const [newest] = await review.as('host', (ctx) => linksOf(ctx, key(review)));
			const ending = { linkId: newest!.id, reviewId: review.reviewId };
			expect(await review.as('reviewer', (ctx) => endLink(ctx, ending))).toEqual({ is: 'denied' });
			expect(await review.as('coHead', (ctx) => endLink(ctx, ending))).toMatchObject({ is: 'done' });
			const shown = [await byLink(database(), first, reads), await byLink(database(), second, reads)];
			expect(shown.toSorted()).toEqual([1, null].toSorted());
			expect(await byLink(database(), 'never-was', reads)).toBeNull();
		});

		test('KSA-10 ends with the right to make links, which is listed with who gave and who took it', async () => {
			const review = await prepared();
			const token = await link(review);
			const [given] = await review.as('host', (ctx) => releasesOf(ctx, key(review)));
			expect(given).toMatchObject({ thing: 'report', audience: 'link', releasedBy: 'Demo host' });
			const back = { releaseId: given!.id, reviewId: review.reviewId };
			expect(await review.as('coHead', (ctx) => takeBack(ctx, back))).toMatchObject({ is: 'done' });
			expect(await byLink(database(), token, reads)).toBeNull();
			expect(await review.as('host', (ctx) => releasesOf(ctx, key(review)))).toMatchObject([
				{ takenBackBy: 'Demo coHead', takenBackAt: expect.any(Date) },
			]);
			const again = await link(review);
			expect([await byLink(database(), token, reads), await byLink(database(), again, reads)]).toEqual([
				null,
				1,
			]);
		});

		test('a release made meanwhile leaves it open', async () => {
			const review = await prepared();
			const token = await link(review);
			await review.as('host', (ctx) =>
				release(ctx, { id: randomUUIDv7(), reviewId: review.reviewId, thing: 'report', audience: 'staff' }),
			);
			expect(await byLink(database(), token, reads)).toBe(1);
		});

		test('only a digest of its token is kept', async () => {
			const review = await prepared();
			const token = await link(review);
			const { rows } = await database().asOwner((db) =>
				sql<{ row: string }>`select to_jsonb(l)::text as row from shared_link l`.execute(db),
			);
			expect(rows.some(({ row }) => row.includes(token))).toBe(false);
		});

		test.each([
			['0', 'Jo', 'days'],
			['91', 'Jo', 'days'],
			['soon', 'Jo', 'days'],
			['14', ' ', 'forWhom'],
		])('for %s days and ‘%s’ is refused by its field: %s', async (days, forWhom, field) => {
			const review = await prepared();
			const asked = { id: randomUUIDv7(), reviewId: review.reviewId, thing: 'report', forWhom, days };
			const outcome = await review.as('host', (ctx) => makeLink(ctx, asked));
			expect(outcome).toMatchObject({ is: 'invalid', fields: { [field]: expect.any(String) } });
		});

		test('is made by nobody but the host’s heads, and not where the ceiling has none, nor before publication', async () => {
			const asked = (review: PreparedReview) => ({
				id: randomUUIDv7(),
				reviewId: review.reviewId,
				thing: 'report',
				forWhom: 'Jo',
				days: '14',
			});
			const review = await prepared();
			for (const someone of ['facilitator', 'chair', 'governor'] as const)
				expect(await review.as(someone, (ctx) => makeLink(ctx, asked(review)))).toEqual({ is: 'denied' });
			const narrow = await prepared(({ audience }) => {
				audience.things.report.ceiling = ['team', 'host'];
			});
			expect(await narrow.as('host', (ctx) => makeLink(ctx, asked(narrow)))).toMatchObject({
				is: 'invalid',
				fields: { thing: expect.stringContaining('protocol') },
			});
			const early = await preparedReview(database());
			expect(await early.as('host', (ctx) => makeLink(ctx, asked(early)))).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('published') },
			});
		});
	});
});
