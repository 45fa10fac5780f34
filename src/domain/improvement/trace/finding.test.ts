import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import { beginCorrection } from '#domain/report/correcting/correcting.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { editFinding, withdrawFinding } from '#domain/report/deeds/findings.server.ts';
import { openLink, makeLink } from '#domain/review/deeds/links.server.ts';
import { type Context, inContext } from '#platform/context.ts';
import { nobody } from '#platform/principal.ts';
import { forEachEngine } from '#test/database.ts';
import { tellImpact } from '../impact/deeds.server.ts';
import { answerLookBack } from '../look-back/answering.server.ts';
import { after, followed, open, type Someone, sorted } from './followed-review.fixture.ts';
import { traceFromEvidence, traceFromFinding } from './trace.server.ts';

forEachEngine((database) => {
	const forward = (review: PreparedReview, someone: Someone, findingId: string) =>
		review.as(someone, (ctx) => traceFromFinding(ctx, review.reviewId, findingId), after);
	/** How many pieces somebody reads under a finding and how many actions; null where they do not trace it. */
	const sees = async (review: PreparedReview, someone: Someone, findingId: string) => {
		const trace = await forward(review, someone, findingId);
		return trace && [trace.finding.read, trace.following.actions.length];
	};

	describe('the trace of a finding', () => {
		test('shows under each sentence the pieces whose words stand in it, then the others, then what is done about it', async () => {
			const { review, whole, quoted, other, gone, action } = await followed(database());
			const trace = (await forward(review, 'reviewer', whole))!;
			expect(trace.finding).toMatchObject({ edition: 1, evidence: 2, read: 2, since: { is: 'same' } });
			expect(trace.finding.effect).toMatchObject({
				words: [{ words: 'So pupils go on by themselves', shared: true }, { words: '.' }],
				pieces: [{ id: quoted }],
			});
			expect(trace.finding.seen.pieces).toEqual([]);
			expect(trace.finding.others.map(({ id, withdrawn }) => [id, withdrawn]).toSorted()).toEqual(
				[
					[other, false],
					[gone, true],
				].toSorted(),
			);
			expect(trace.following.actions).toMatchObject([
				{
					id: action,
					stands: expect.stringMatching(/^Under way, due in/),
					last: { words: 'Four rooms do it.' },
					impact: 'narrative',
				},
			]);
			const impact = { heading: 'assessment', words: 'All do.', measure: 'Rooms', before: '1', now: '9' };
			const told = { ...impact, id: randomUUIDv7(), reviewId: review.reviewId, actionId: action };
			await review.as('host', (ctx) => tellImpact(ctx, told), after);
			expect((await forward(review, 'reviewer', whole))?.following.actions).toMatchObject([
				{ impact: 'measured', told: [{ words: 'All do.', measure: { now: '9' } }] },
			]);
			expect(trace.following.lookBack).toEqual([]);
			const answers = { applied: 'a', further: 'b', reach: 'whole', difference: 'c', 'review-more': 'd' };
			for (const someone of ['host', 'facilitator'] as const)
				await review.as(someone, (ctx) => answerLookBack(ctx, { reviewId: review.reviewId, answers }), after);
			expect((await forward(review, 'reviewer', whole))?.following.lookBack).toMatchObject([
				{ side: 'host' },
				{ side: 'team' },
			]);
		});

		test('says what has become of it since it was published, from the edition that has it', async () => {
			const { review, reviewId, whole, kept, quoted, other } = await followed(database());
			const by = async (deed: (ctx: Context, input: object) => Promise<Outcome<unknown>>, input: object) =>
				expect(
					await review.as('reviewer', (ctx) => deed(ctx, { id: randomUUIDv7(), reviewId, ...input }), after),
				).toMatchObject({ is: 'done' });
			await by((ctx, input) => beginCorrection(ctx, 'https://eyes.example', input), {
				reason: 'A number was wrong.',
			});
			const words = { kind: 'strength', seen: 'Other words', effect: 'So they wait.' };
			await by(editFinding, { findingId: whole, version: '3', evidence: [quoted, other], ...words });
			await by(withdrawFinding, { findingId: kept });
			for (const someone of ['reviewer', 'host'] as const) {
				expect((await forward(review, someone, whole))?.finding).toMatchObject({
					seen: { words: [{ words: expect.stringContaining('Seen strength') }] },
					since: { is: 'reworded', ...{ seen: 'Other words', effect: 'So they wait.' } },
				});
				expect((await forward(review, someone, kept))?.finding).toMatchObject({
					edition: 1,
					since: { is: 'withdrawn', into: null },
				});
			}
		});

		test('in the draft it is what it says now, and for whoever reads the draft what it was brought into', async () => {
			const { review, whole, joined, taken } = await sorted(database());
			expect((await forward(review, 'host', whole))?.finding).toMatchObject({
				edition: null,
				evidence: 2,
				read: 0,
			});
			expect((await forward(review, 'reviewer', joined))?.finding.since).toMatchObject({
				is: 'withdrawn',
				into: { id: whole },
			});
			expect((await forward(review, 'reviewer', taken))?.finding.since).toEqual({
				is: 'withdrawn',
				into: null,
			});
			for (const someone of ['champion', 'otherHead', 'governor', 'partner', 'chair', 'outsider'] as const)
				expect(await forward(review, someone, whole)).toBeNull();
		});

		test('NFS-12 each sees as far as they may read, by the audience of one preset', async () => {
			const { review, whole } = await followed(database());
			const everybody = async () =>
				Object.fromEntries(
					await Promise.all(
						(['reviewer', 'host', 'champion', 'governor', 'otherHead', 'partner', 'outsider'] as const).map(
							async (someone) => [someone, await sees(review, someone, whole)] as const,
						),
					),
				);
			const nobodyElse = { governor: null, otherHead: null, partner: null, outsider: null };
			expect(await everybody()).toEqual({ reviewer: [2, 1], host: [0, 1], champion: [0, 1], ...nobodyElse });
			await open(review, 'evidence', 'host');
			await open(review, 'report', 'governors');
			await open(review, 'findings', 'heads');
			await open(review, 'report', 'partner');
			await open(review, 'actions', 'partner');
			expect(await everybody()).toEqual({
				reviewer: [2, 1],
				host: [2, 1],
				champion: [0, 1],
				governor: [0, 0],
				otherHead: [0, 0],
				partner: [0, 1],
				outsider: null,
			});
			expect(await forward(review, 'governor', whole)).toMatchObject({
				finding: { kindLabel: null, evidence: 2, edition: 1 },
			});
		});

		test('NFS-12 and by that of another', async () => {
			const { review, whole } = await followed(database(), (protocol) => {
				protocol.audience.things = presetNamed('consortium').audience.things;
			});
			expect(await sees(review, 'otherHead', whole)).toEqual([0, 1]);
			expect(await sees(review, 'host', whole)).toEqual([0, 1]);
			expect(await sees(review, 'champion', whole)).toBeNull();
			await open(review, 'findings', 'partner');
			expect(await sees(review, 'partner', whole)).toEqual([0, 0]);
		});

		test('there is none for a link, for an id of nothing and for another review’s', async () => {
			const { review, reviewId, whole, quoted } = await followed(database());
			const made = await review.as(
				'host',
				(ctx) => makeLink(ctx, { id: randomUUIDv7(), reviewId, thing: 'report', forWhom: 'Jo', days: '14' }),
				after,
			);
			if (made.is !== 'done') throw new Error(made.is);
			const now = new Date(`${after}T12:00:00Z`);
			const id = await inContext(database(), nobody, now, (ctx) => openLink(ctx, made.value.token));
			await inContext(database(), { kind: 'link', id: id! }, now, async (ctx) => {
				expect(await traceFromFinding(ctx, reviewId, whole)).toBeNull();
				expect(await traceFromEvidence(ctx, reviewId, quoted)).toBeNull();
			});
			const other = await preparedReview(database());
			for (const [someone, at] of [
				[review, randomUUIDv7()],
				[review, 'x'],
				[other, whole],
			] as const)
				expect(await forward(someone, 'reviewer', at)).toBeNull();
		});

		test('that somebody looked is written down, evidence by its name', async () => {
			const { review, whole } = await followed(database());
			await forward(review, 'reviewer', whole);
			await forward(review, 'host', whole);
			const { rows } = await database().asOwner((db) =>
				sql<{ person_id: string; thing: string }>`select person_id, thing from audit_entry
					where thing_id = ${review.reviewId} and deed = 'read'`.execute(db),
			);
			expect(rows).toContainEqual({ person_id: review.people.reviewer, thing: 'evidence' });
			expect(rows).toContainEqual({ person_id: review.people.host, thing: 'report' });
		});
	});
});
