import { describe, expect, test } from 'vitest';
import type { PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { pieceScreen } from '#domain/evidence/screen.server.ts';
import { forEachEngine } from '#test/database.ts';
import { after, followed, open, type Someone } from './followed-review.fixture.ts';
import { traceFromEvidence } from './trace.server.ts';

forEachEngine((database) => {
	const backward = (review: PreparedReview, someone: Someone, evidenceId: string) =>
		review.as(someone, (ctx) => traceFromEvidence(ctx, review.reviewId, evidenceId), after);
	describe('what became of a piece of evidence', () => {
		test('the finding and edition it went into, and what is done; where it is in none, why', async () => {
			const { review, whole, joined, taken, kept, quoted, other, gone, unused, moved, parked } =
				await followed(database());
			const became = async (piece: string) => (await backward(review, 'reviewer', piece))!;
			expect(await became(quoted)).toMatchObject({
				became: { uses: [{ id: whole, cites: true, edition: 1, withdrawn: null }], unused: null },
				following: { actions: [{ findingId: whole }] },
			});
			expect((await became(other)).became.uses).toMatchObject([
				{ id: whole, edition: 1 },
				{ id: kept, edition: 1 },
				{ id: joined, edition: null, withdrawn: { into: { id: whole } } },
			]);
			// A finding still rests on what was withdrawn under it; it counts for nothing there.
			expect((await became(gone)).became.uses).toMatchObject([{ id: whole, cites: true }]);
			expect((await became(unused)).became).toMatchObject({
				uses: [{ id: taken, withdrawn: { into: null }, edition: null }],
				unused: 'not used',
			});
			expect((await became(moved)).became).toMatchObject({
				uses: [{ id: whole, cites: false }],
				unused: 'not used',
			});
			expect((await became(parked)).became).toEqual({ uses: [], unused: 'parked' });
		});

		test('is there for whoever reads the piece, who need not be able to change it', async () => {
			const { review, reviewId, quoted, unused, taken } = await followed(database());
			const opens = (someone: Someone) =>
				review.as(someone, (ctx) => pieceScreen(ctx, reviewId, quoted), after);
			expect(await opens('reviewer')).toMatchObject({ edits: true, withdraws: true });
			expect(await opens('facilitator')).toMatchObject({ edits: false, withdraws: true });
			expect([await opens('host'), await backward(review, 'host', quoted)]).toEqual([null, null]);
			await open(review, 'evidence', 'host');
			expect(await opens('host')).toMatchObject({ edits: false, withdraws: false, piece: { id: quoted } });
			expect(await backward(review, 'host', quoted)).toMatchObject({
				became: { uses: [{ edition: 1 }] },
				following: { actions: [{}] },
			});
			// By this protocol the host reads the draft, and so what was taken out of it.
			expect((await backward(review, 'host', unused))?.became.uses).toMatchObject([{ id: taken }]);
			for (const someone of ['champion', 'otherHead', 'governor', 'partner', 'outsider'] as const)
				expect([await opens(someone), await backward(review, someone, quoted)]).toEqual([null, null]);
		});

		test('how the team sorted is told to whoever reads the draft alone', async () => {
			const { review, unused, moved } = await followed(database(), (protocol) => {
				protocol.audience.things.draft = { floor: ['team'], ceiling: ['team'], countedBy: [] };
			});
			await open(review, 'evidence', 'host');
			for (const piece of [unused, moved])
				expect((await backward(review, 'host', piece))?.became).toEqual({ uses: [], unused: 'not used' });
		});

		test('says nothing to whoever reads the piece and no finding', async () => {
			const { review, quoted, unused } = await followed(database(), (protocol) => {
				protocol.audience.things.evidence = {
					floor: ['team', 'partner'],
					ceiling: ['team', 'partner'],
					countedBy: [],
				};
			});
			for (const piece of [quoted, unused])
				expect((await backward(review, 'partner', piece))?.became).toEqual({ uses: [], unused: null });
		});
	});
});
