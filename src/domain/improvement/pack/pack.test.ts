import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { preparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { beginCorrection } from '#domain/report/correcting/correcting.server.ts';
import { editFinding } from '#domain/report/deeds/findings.server.ts';
import { publishReport } from '#domain/report/deeds/publishing.server.ts';
import { makeEdition } from '#domain/report/deeds/writing.server.ts';
import { findingsOf } from '#domain/report/queries.server.ts';
import { sign } from '#domain/report/written-report.fixture.ts';
import { endLink } from '#domain/review/deeds/links.server.ts';
import { takeBack } from '#domain/review/deeds/sharing.server.ts';
import { openedLink } from '#domain/review/opened-link.server.ts';
import { linksOf, releasesOf } from '#domain/review/sharing-queries.server.ts';
import { sharingScreen } from '#domain/review/sharing-screen.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Paper } from '#platform/print/paper.ts';
import { readPdf, tagsOf } from '#platform/print/read-pdf.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { acted, byToken, day, make, reads, token } from './acted-review.fixture.ts';
import { printPack } from './pack.server.ts';

const headings = (paper: Paper | null) =>
	paper?.blocks.flatMap((block) =>
		block.is === 'heading' && block.level === 1 ? [block.runs.map(({ words }) => words).join('')] : [],
	);
const whole = ['Summary', 'The report', 'Actions, and what came of them'];

forEachEngine((database) => {
	const paper = (held: string, at = day) => byToken(database(), held, reads, { at });
	/** How many rows of each table a pack's holder reads by themselves. */
	const rows = (held: string) =>
		byToken(database(), held, async ({ db }) => {
			const counts: Record<string, number> = {};
			for (const table of [
				'edition',
				'sign_off',
				'remark',
				'action',
				'action_update',
				'finding',
				'evidence',
				'speaker',
				'shared_link',
			]) {
				const found = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
					db,
				);
				if (found.rows[0]!.n > 0) counts[table] = found.rows[0]!.n;
			}
			return counts;
		});

	describe('NFS-20 a pack', () => {
		test('is one document with its parts in order, for whom and until when, and what a peer review does not say', async () => {
			const review = await acted(database());
			const shown = (await paper(await token(review)))!;
			expect(headings(shown)).toEqual(whole);
			expect(shown).toMatchObject({
				kicker: 'Inspector’s pack',
				restriction: expect.stringMatching(
					/Jo Field .* until Friday 4 December 2026\. Restricted, not exempt from the law .* gives no grade/,
				),
			});
			expect(JSON.stringify(shown)).toContain('All rooms do it.');
			expect(
				JSON.stringify(await paper(await token(review, { reader: 'governors', contents: 'summary' }))),
			).not.toContain('All rooms');
		});

		test('is one tagged PDF with contents and bookmarks, and the note and its reader at the foot of each page', async () => {
			const held = await token(await acted(database()));
			const file = await byToken(database(), held, async (ctx) => printPack(ctx, (await openedLink(ctx))!));
			const pdf = await readPdf(file!.bytes);
			expect(pdf).toMatchObject({ title: 'Peer review at Fernmarsh', language: 'en-GB', isTagged: true });
			expect(pdf.bookmarks).toMatchObject(whole.map((title) => ({ title })));
			expect(tagsOf(pdf.tags, /^H1$/).map(({ words }) => words)).toEqual(['Contents', ...whole]);
			expect(pdf.text.length).toBeGreaterThan(1);
			for (const side of pdf.text)
				expect(side.replaceAll(/\s+/g, ' ')).toMatch(
					/Jo Field .*4 December 2026.*gives no grade.* that focus/,
				);
		});

		test('has the report in the edition that is out, also once that is corrected', async () => {
			const review = await acted(database());
			const { reviewId } = review;
			const held = await token(review);
			const edition = async () =>
				JSON.stringify(await paper(held)).match(/"term":"Edition","words":"(\d)/)?.[1];
			const by = async (deed: (ctx: Context, input: object) => Promise<Outcome<unknown>>, input: object) =>
				expect(
					await review.as('facilitator', (ctx) => deed(ctx, { id: randomUUIDv7(), reviewId, ...input }), day),
				).toMatchObject({ is: 'done' });
			const key = { partnershipId: review.partnershipId, id: reviewId };
			const [finding] = await review.as('reviewer', (ctx) => findingsOf(ctx, key));
			const { id: findingId, kind, effect, version, evidence } = finding!;
			await by((ctx, input) => beginCorrection(ctx, 'https://eyes.example', input), {
				reason: 'A number was wrong.',
			});
			const cited = evidence.map((piece) => piece.id);
			await by(editFinding, { findingId, kind, effect, version, evidence: cited, seen: 'Put right.' });
			await by(makeEdition, {});
			expect(await edition()).toBe('1');
			await sign(review, 'reviewer', 2);
			await sign(review, 'facilitator', 2);
			await by(publishReport, {});
			expect(await edition()).toBe('2');
			expect(await rows(held)).toMatchObject({ edition: 1, sign_off: 2 });
		});

		test('opens the rows of what it holds and no others', async () => {
			const review = await acted(database());
			expect(await rows(await token(review))).toEqual({
				edition: 1,
				sign_off: 2,
				action: 1,
				action_update: 1,
			});
			expect(await rows(await token(review, { contents: 'report' }))).toEqual({ edition: 1, sign_off: 2 });
			const actionsAlone = await token(review, { contents: ['actions'] });
			expect(await rows(actionsAlone)).toEqual({ action: 1, action_update: 1 });
			expect(headings(await paper(actionsAlone))).toEqual(whole.slice(2));
		});

		test('opens until its last day, and nothing once it is ended; each opening and each copy is counted', async () => {
			const review = await acted(database());
			const held = await token(review, { days: '3' });
			expect([await paper(held, '2026-11-23'), await paper(held, '2026-11-24')]).toEqual([
				expect.objectContaining({ kicker: 'Inspector’s pack' }),
				null,
			]);
			await byToken(database(), held, reads, { deed: 'printed' });
			const key = { partnershipId: review.partnershipId, id: review.reviewId };
			const [made] = await review.as('host', (ctx) => linksOf(ctx, key));
			expect(made).toMatchObject({ thing: 'pack', openings: 1, printings: 1 });
			const ending = { linkId: made!.id, reviewId: review.reviewId };
			expect(await review.as('reviewer', (ctx) => endLink(ctx, ending))).toEqual({ is: 'denied' });
			expect(await review.as('coHead', (ctx) => endLink(ctx, ending))).toEqual({ is: 'done', value: null });
			expect([await paper(held), await rows(held)]).toEqual([null, null]);
		});

		test('KSA-10 ends when something it holds is taken back, and stays ended', async () => {
			const review = await acted(database());
			const [both, actions] = [await token(review), await token(review, { contents: 'actions' })];
			const key = { partnershipId: review.partnershipId, id: review.reviewId };
			const given = await review.as('host', (ctx) => releasesOf(ctx, key));
			const report = given.find(({ thing }) => thing === 'report')!;
			const back = { releaseId: report.id, reviewId: review.reviewId };
			expect(await review.as('host', (ctx) => takeBack(ctx, back), day)).toMatchObject({ is: 'done' });
			await token(review, { contents: 'report' });
			expect([await paper(both), headings(await paper(actions))]).toEqual([null, whole.slice(2)]);
		});

		test('holds no longer what a new protocol narrows, on its pages and in its rows', async () => {
			const review = await acted(database());
			const held = await token(review);
			const narrow = (thing: string) =>
				database().asOwner((db) =>
					sql`update protocol_version set document = jsonb_set(document, array['audience', 'things', ${thing}, 'ceiling'],
						'["team", "host", "champion"]') where partnership_id = ${review.partnershipId}`.execute(db),
				);
			await narrow('report');
			expect(headings(await paper(held))).toEqual(whole.slice(2));
			expect(await rows(held)).toEqual({ action: 1, action_update: 1 });
			await narrow('actions');
			expect([await paper(held), await rows(held)]).toEqual([null, null]);
		});

		test('is made by the host’s heads alone, of what the ceiling lets, once it is there, and holds something', async () => {
			const review = await acted(database(), ({ audience }) => {
				audience.things.actions.ceiling = ['team', 'host', 'champion'];
			});
			for (const someone of ['reviewer', 'facilitator', 'chair', 'governor', 'otherHead'] as const)
				expect(await make(review, {}, someone)).toEqual({ is: 'denied' });
			expect(await make(review, {}, 'outsider')).toEqual({ is: 'missing' });
			const refused = { is: 'invalid', fields: { contents: expect.stringContaining('protocol') } };
			expect(await make(review)).toMatchObject(refused);
			expect(await make(review, { contents: [] })).toMatchObject({
				fields: { contents: expect.any(String) },
			});
			expect(await make(review, { contents: 'evidence' })).toMatchObject({ is: 'invalid' });
			expect(await make(review, { days: '91' })).toMatchObject({ fields: { days: expect.any(String) } });
			expect(await make(review, { contents: 'report' })).toMatchObject({ is: 'done' });
			expect((await review.as('host', (ctx) => sharingScreen(ctx, review.reviewId)))!.packable).toMatchObject(
				[{ value: 'report' }, { value: 'summary' }],
			);
			const early = await preparedReview(database());
			expect(await make(early)).toMatchObject({ fields: { contents: expect.stringContaining('published') } });
		});
	});
});
