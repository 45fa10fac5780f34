import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withdrawEvidence } from '#domain/evidence/actions.server.ts';
import { type PreparedReview, preparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { forEachEngine } from '#test/database.ts';
import {
	arrangeFinding,
	editFinding,
	mergeFindings,
	placeEvidence,
	splitFinding,
	undoStep,
	withdrawFinding,
} from '../deeds/findings.server.ts';
import { evidence, finding, key, published } from '../written-report.fixture.ts';
import { lastStepOf, standingsOf } from './queries.server.ts';

type Someone = Parameters<PreparedReview['as']>[0];

const deeds = { placeEvidence, arrangeFinding, mergeFindings, splitFinding, withdrawFinding, undoStep };
const does =
	(review: PreparedReview, someone: Someone) =>
	(deed: (ctx: Context, input: unknown) => Promise<Outcome>, input: object, id = randomUUIDv7()) =>
		review.as(someone, (ctx) => deed(ctx, { id, reviewId: review.reviewId, ...input }));
const lastOf = (review: PreparedReview, someone: 'reviewer' | 'facilitator') =>
	review.as(someone, (ctx) => lastStepOf(ctx, key(review), review.people[someone]));
const stands = (review: PreparedReview) =>
	review.as('reviewer', async (ctx) =>
		(await standingsOf(ctx, key(review)))
			.filter((one) => one.stands)
			.map(({ version: _version, ...one }) => one),
	);
const why = (outcome: Outcome) =>
	outcome.is === 'invalid' ? Object.values(outcome.fields).join(' ') : outcome.is;

forEachEngine((database) => {
	describe('sorting', () => {
		test('R4 the team alone sorts, with whoever else asking told nothing, and nobody once the report is out', async () => {
			const review = await preparedReview(database());
			const [one, other] = [await finding(review), await finding(review)];
			const inputs = {
				placeEvidence: { evidence: await evidence(review), into: one },
				arrangeFinding: { findingId: one, kind: 'development' },
				mergeFindings: { findingId: one, others: other },
				splitFinding: { findingId: one, kind: 'strength', seen: 'a', effect: 'b', evidence: one },
				withdrawFinding: { findingId: one },
				undoStep: { undoes: (await lastOf(review, 'reviewer'))!.id },
			};
			const before = await stands(review);
			for (const [name, deed] of Object.entries(deeds)) {
				const input = inputs[name as keyof typeof inputs];
				for (const someone of ['host', 'coHead', 'champion', 'governor', 'otherHead', 'outsider'] as const)
					expect(['denied', 'missing'], `${name} ${someone}`).toContain(
						(await does(review, someone)(deed, input)).is,
					);
				// A step is its author's to take back.
				if (name === 'undoStep')
					expect(await does(review, 'facilitator')(deed, input)).toEqual({ is: 'missing' });
			}
			expect(await stands(review)).toEqual(before);

			const late = await preparedReview(database());
			await published(late);
			const [first] = await stands(late);
			for (const [name, deed] of Object.entries(deeds)) {
				const given = { ...inputs[name as keyof typeof inputs], findingId: first!.id };
				expect(why(await does(late, 'reviewer')(deed, given)), name).toMatch(/^The report is published/);
			}
		});

		test('a deed sent twice, and one that arrives late, is done once', async () => {
			const review = await preparedReview(database());
			const [one, piece] = [await finding(review), await evidence(review)];
			const id = randomUUIDv7();
			const put = () =>
				does(review, 'reviewer')(placeEvidence, { evidence: piece, into: one, from: 'loose' }, id);
			const twice = await Promise.all([put(), put()]);
			expect(twice).toEqual([
				{ is: 'done', value: null },
				{ is: 'done', value: null },
			]);
			const taken = await does(review, 'facilitator')(placeEvidence, { evidence: piece, from: one });
			expect(taken.is).toBe('done');
			const after = await stands(review);
			expect(await put()).toEqual({ is: 'done', value: null });
			expect(await stands(review)).toEqual(after);
			expect(await does(review, 'facilitator')(placeEvidence, { evidence: piece, into: one }, id)).toEqual({
				is: 'missing',
			});
		});

		test('CSC-11 two who sort at once: what the first has moved, merged or taken out is told to the second', async () => {
			const review = await preparedReview(database());
			const [piece, more] = [await evidence(review), await evidence(review)];
			const [a, b, c] = [
				await finding(review, 'strength', [piece, more]),
				await finding(review),
				await finding(review),
			];
			await does(review, 'reviewer')(placeEvidence, { evidence: piece, from: a, into: b });
			const late = await does(review, 'facilitator')(placeEvidence, { evidence: piece, from: a, into: c });
			expect(why(late)).toMatch(/^Somebody has moved this evidence meanwhile/);
			await does(review, 'reviewer')(mergeFindings, { findingId: a, others: [b, c] });
			for (const [deed, input] of [
				[arrangeFinding, { findingId: b, kind: 'development' }],
				[mergeFindings, { findingId: c, others: [a] }],
				[placeEvidence, { evidence: piece, into: b }],
				[
					editFinding,
					{ findingId: b, version: '1', kind: 'strength', seen: 'a', effect: 'b', evidence: piece },
				],
			] as const)
				expect(why(await does(review, 'facilitator')(deed, input))).toMatch(
					/^Somebody has taken this finding out/,
				);
			const [together, ...rest] = await stands(review);
			expect(rest).toEqual([]);
			expect(together).toMatchObject({ id: a, seen: 'Seen strength' });
			expect(together!.evidence).toHaveLength(4);
		});

		test('evidence of another review, withdrawn, or outside the focus beside other evidence is put under no finding', async () => {
			const review = await preparedReview(database());
			const other = await preparedReview(database());
			const one = await finding(review);
			const gone = await evidence(review);
			await review.as('reviewer', (ctx) =>
				withdrawEvidence(ctx, { evidenceId: gone, reviewId: review.reviewId, reason: 'Named a child.' }),
			);
			const parked = await evidence(review, { outsideFocus: 'yes' });
			for (const piece of [gone, await evidence(other), parked])
				expect((await does(review, 'reviewer')(placeEvidence, { evidence: piece, into: one })).is).toBe(
					'invalid',
				);
			const apart = await finding(review, 'strength', [parked]);
			expect(why(await does(review, 'reviewer')(mergeFindings, { findingId: one, others: apart }))).toMatch(
				/kept apart/,
			);
			// Nor a finding of another review.
			const foreign = await finding(other);
			const merged = await does(review, 'reviewer')(mergeFindings, { findingId: one, others: foreign });
			expect(why(merged)).toMatch(/^Somebody has taken/);
			expect((await stands(other)).map(({ id }) => id)).toEqual([foreign]);
		});

		test('one takes back one’s own last steps, but not over what somebody else has changed since', async () => {
			const review = await preparedReview(database());
			const cites = [await evidence(review), await evidence(review)];
			const [a, b] = [await finding(review, 'strength', cites), await finding(review, 'development')];
			const before = await stands(review);
			const undo = async (someone: 'reviewer' | 'facilitator', id = randomUUIDv7()) =>
				does(review, someone)(undoStep, { undoes: (await lastOf(review, someone))!.id }, id);

			await does(review, 'facilitator')(arrangeFinding, { findingId: a, kind: 'development', before: b });
			await does(review, 'facilitator')(mergeFindings, { findingId: b, others: a });
			await does(review, 'facilitator')(splitFinding, {
				findingId: b,
				kind: 'question',
				seen: 'A question.',
				effect: 'So we ask.',
				evidence: cites[0]!,
			});
			await does(review, 'facilitator')(withdrawFinding, { findingId: b });
			expect((await stands(review)).map(({ kind }) => kind)).toEqual(['question']);
			for (const _ of [1, 2, 3, 4]) expect(why(await undo('facilitator'))).toBe('done');
			expect(await stands(review)).toEqual(before);
			expect(await lastOf(review, 'facilitator')).toBeNull();

			// What was said in between is kept.
			const kept = await review.as('reviewer', ({ db }) =>
				sql<{
					seen: string;
				}>`select seen from finding_revision where evidence @> array[${cites[0]!}::uuid]`.execute(db),
			);
			expect(kept.rows.map(({ seen }) => seen)).toContain('A question.');

			await does(review, 'reviewer')(arrangeFinding, { findingId: a, kind: 'development' });
			await does(review, 'facilitator')(placeEvidence, { evidence: cites[0]!, from: a, into: b });
			expect(why(await undo('reviewer'))).toBe(
				'Demo facilitator has changed this finding since, so your step stays. Talk about it, or change the finding as it is now.',
			);
			// Once that is taken back too, it may be.
			const id = randomUUIDv7();
			const step = (await lastOf(review, 'facilitator'))!.id;
			const back = () => does(review, 'facilitator')(undoStep, { undoes: step }, id);
			expect([await back(), await back()].map(why)).toEqual(['done', 'done']);
			expect(why(await undo('reviewer'))).toBe('done');
			expect(await stands(review)).toEqual(before);
		});

		test('what a step kept is read by those who read the draft, and by nobody else', async () => {
			const review = await preparedReview(database());
			await finding(review);
			const read = async (someone: Someone) =>
				review.as(someone, async ({ db }) => {
					const { rows } = await sql<{ n: number }>`select count(*)::int as n from finding_revision r
						join sorting_step s on s.id = r.step_id where s.review_id = ${review.reviewId}`.execute(db);
					return rows[0]!.n;
				});
			expect(await read('facilitator')).toBe(1);
			for (const someone of ['champion', 'governor', 'otherHead', 'chair', 'outsider'] as const)
				expect(await read(someone), someone).toBe(0);
		});
	});

	test('whatever two people sort, all of it taken back leaves every citation once as before', async () => {
		const review = await preparedReview(database());
		const pieces = [await evidence(review), await evidence(review), await evidence(review)];
		for (const cites of [pieces.slice(0, 2), pieces.slice(1), [pieces[0]!]])
			await finding(review, 'strength', cites);
		const before = await stands(review);
		const known = new Set([(await lastOf(review, 'reviewer'))!.id]);
		const deed = fc.record({
			by: fc.constantFrom('reviewer' as const, 'facilitator' as const),
			deed: fc.constantFrom(
				'placeEvidence',
				'arrangeFinding',
				'mergeFindings',
				'splitFinding',
				'withdrawFinding',
				'undo',
			),
			one: fc.nat(5),
			other: fc.nat(5),
			piece: fc.nat(5),
		});
		const undo = async (by: 'reviewer' | 'facilitator') => {
			const last = await lastOf(review, by);
			if (!last || known.has(last.id)) return null;
			return (await does(review, by)(undoStep, { undoes: last.id })).is;
		};
		await fc.assert(
			fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 10 }), async (list) => {
				for (const { by, deed: name, one, other, piece } of list) {
					const now = await stands(review);
					const [first, second] = [now[one % now.length], now[other % now.length]];
					if (name === 'undo' || !first || !second) {
						await undo(by);
						continue;
					}
					const cited = first.evidence[piece % first.evidence.length]!;
					await does(review, by)(
						deeds[name as keyof typeof deeds],
						{
							placeEvidence: { evidence: cited, from: first.id, into: second.id },
							arrangeFinding: { findingId: first.id, kind: 'development', before: second.id },
							mergeFindings: { findingId: first.id, others: second.id },
							splitFinding: {
								findingId: first.id,
								kind: 'question',
								seen: 's',
								effect: 'e',
								evidence: cited,
							},
							withdrawFinding: { findingId: first.id },
						}[name]!,
					);
				}
				for (let left = 2; left > 0;) {
					const undone = [await undo('reviewer'), await undo('facilitator')];
					left = undone.filter((is) => is !== null).length;
					if (left > 0) expect(undone).toContain('done');
				}
				expect(await stands(review)).toEqual(before);
			}),
			{ numRuns: 8 },
		);
	});
});
