import { randomUUIDv7 } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { recordEvidence, withdrawEvidence } from '#domain/evidence/actions.server.ts';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { editFinding, moveFinding, withdrawFinding, writeFinding } from './deeds/findings.server.ts';
import { publishReport, release, takeBack } from './deeds/publishing.server.ts';
import { addContext, addRemark } from './deeds/remarks.server.ts';
import { recordCannotSign, signEdition } from './deeds/signing.server.ts';
import { makeEdition, saveSection } from './deeds/writing.server.ts';
import { findingsOf, latestEdition, releasesOf, remarksOf } from './queries.server.ts';

const key = (review: PreparedReview) => ({ partnershipId: review.partnershipId, id: review.reviewId });

async function evidence(review: PreparedReview, more: object = {}): Promise<string> {
	const id = randomUUIDv7();
	const piece = {
		id,
		reviewId: review.reviewId,
		source: 'pupils',
		kind: 'note',
		seen: '“My marker helps me go further.”',
		pupilYear: 'Year 4',
		pupilWords: 'yes',
	};
	await review.as('reviewer', (ctx) => recordEvidence(ctx, { ...piece, ...more }));
	return id;
}

async function finding(review: PreparedReview, kind = 'strength', cites?: string[]): Promise<string> {
	const id = randomUUIDv7();
	const outcome = await review.as('reviewer', async (ctx) =>
		writeFinding(ctx, {
			id,
			reviewId: review.reviewId,
			kind,
			seen: `Seen ${kind}`,
			effect: 'So pupils go on by themselves.',
			evidence: cites ?? [await evidenceInside(ctx, review)],
		}),
	);
	expect(outcome).toMatchObject({ is: 'done' });
	return id;
}

async function evidenceInside(
	ctx: Parameters<typeof recordEvidence>[0],
	review: PreparedReview,
): Promise<string> {
	const id = randomUUIDv7();
	await recordEvidence(ctx, {
		id,
		reviewId: review.reviewId,
		source: 'observation',
		kind: 'note',
		seen: 'Seen in three rooms.',
	});
	return id;
}

/** Two findings, one under each heading of the network preset, put up for signing. */
async function upForSigning(review: PreparedReview): Promise<void> {
	await finding(review, 'strength');
	await finding(review, 'development');
	const made = await review.as('facilitator', (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
	expect(made).toEqual({ is: 'done', value: { number: 1 } });
}

const sign = (review: PreparedReview, someone: 'reviewer' | 'facilitator' | 'host', edition = 1) =>
	review.as(someone, (ctx) => signEdition(ctx, { reviewId: review.reviewId, edition: String(edition) }));

async function published(review: PreparedReview): Promise<void> {
	await upForSigning(review);
	await sign(review, 'reviewer');
	await sign(review, 'facilitator');
	expect(
		await review.as('facilitator', (ctx) => publishReport(ctx, { reviewId: review.reviewId })),
	).toMatchObject({ is: 'done' });
}

forEachEngine((database) => {
	describe('findings', () => {
		test('a finding without evidence, or on evidence withdrawn or of another review, is refused by its field', async () => {
			const review = await preparedReview(database());
			const other = await preparedReview(database());
			const withdrawn = await evidence(review);
			await review.as('reviewer', (ctx) =>
				withdrawEvidence(ctx, { evidenceId: withdrawn, reviewId: review.reviewId, reason: 'Named a child.' }),
			);
			const foreign = await evidence(other);
			for (const cites of [[], [withdrawn], [foreign]]) {
				const outcome = await review.as('reviewer', (ctx) =>
					writeFinding(ctx, {
						id: randomUUIDv7(),
						reviewId: review.reviewId,
						kind: 'strength',
						seen: 'a',
						effect: 'b',
						evidence: cites,
					}),
				);
				expect(outcome.is === 'invalid' && Object.keys(outcome.fields)).toEqual(['evidence']);
			}
			expect(await review.as('reviewer', (ctx) => findingsOf(ctx, key(review)))).toEqual([]);
		});

		test('HEP-5 findings keep kind and order, move among their own kind, and can be taken out', async () => {
			const review = await preparedReview(database());
			const first = await finding(review);
			const question = await finding(review, 'question');
			const second = await finding(review);
			await review.as('facilitator', (ctx) =>
				moveFinding(ctx, { findingId: second, reviewId: review.reviewId, direction: 'up' }),
			);
			const order = async () =>
				(await review.as('reviewer', (ctx) => findingsOf(ctx, key(review)))).map(({ id }) => id);
			expect(await order()).toEqual([second, question, first]);
			await review.as('facilitator', (ctx) =>
				withdrawFinding(ctx, { findingId: question, reviewId: review.reviewId }),
			);
			expect(await order()).toEqual([second, first]);
		});

		test('two people change one finding: the second sees what the first wrote', async () => {
			const review = await preparedReview(database());
			const cited = await evidence(review);
			const findingId = await finding(review, 'strength', [cited]);
			const edit = (someone: 'reviewer' | 'facilitator', effect: string) =>
				review.as(someone, (ctx) =>
					editFinding(ctx, {
						findingId,
						reviewId: review.reviewId,
						version: 1,
						kind: 'strength',
						seen: 'Seen',
						effect,
						evidence: cited,
					}),
				);
			expect(await edit('reviewer', 'So one.')).toMatchObject({ is: 'done' });
			expect(await edit('facilitator', 'So two.')).toMatchObject({
				is: 'conflict',
				current: { effect: 'So one.' },
			});
		});
	});

	describe('signing', () => {
		test('CSC-14 an empty heading and a finding whose evidence is gone stand before signing', async () => {
			const review = await preparedReview(database());
			const cited = await evidence(review);
			await finding(review, 'strength', [cited]);
			await review.as('reviewer', (ctx) =>
				withdrawEvidence(ctx, { evidenceId: cited, reviewId: review.reviewId, reason: 'Mistaken.' }),
			);
			const refused = await review.as('reviewer', (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
			expect(refused).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringMatching(/Areas for development.*rests on no evidence/) },
			});
		});

		test('KSA-15 more areas for development than agreed stand before signing', async () => {
			const review = await preparedReview(database(), (protocol) => (protocol.report.developmentsAtMost = 1));
			await finding(review, 'strength');
			await finding(review, 'development');
			await finding(review, 'development');
			const refused = await review.as('reviewer', (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
			expect(refused).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('you agreed on 1 at most') },
			});
		});

		test('publishing unsigned is refused, naming who has yet to sign', async () => {
			const review = await preparedReview(database());
			const publish = () =>
				review.as('facilitator', (ctx) => publishReport(ctx, { reviewId: review.reviewId }));
			expect(await publish()).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('no report') },
			});
			await upForSigning(review);
			await sign(review, 'reviewer');
			expect(await publish()).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('Still to sign: Demo facilitator.') },
			});
		});

		test('a change of the body makes the next edition and reopens signing; an unchanged one does not', async () => {
			const review = await preparedReview(database());
			await upForSigning(review);
			await sign(review, 'reviewer');
			const make = () => review.as('reviewer', (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
			expect(await make()).toEqual({ is: 'done', value: { number: 1 } });
			await finding(review, 'strength');
			expect(await sign(review, 'facilitator')).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('changed') },
			});
			expect(await make()).toEqual({ is: 'done', value: { number: 2 } });
			expect(await sign(review, 'facilitator', 1)).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('newer edition') },
			});
			expect((await review.as('reviewer', (ctx) => latestEdition(ctx, key(review))))?.signOffs).toEqual([]);
		});

		test('the facilitator records who cannot sign, and nobody else does', async () => {
			const review = await preparedReview(database());
			await upForSigning(review);
			const record = (someone: 'facilitator' | 'reviewer' | 'host') =>
				review.as(someone, (ctx) =>
					recordCannotSign(ctx, {
						reviewId: review.reviewId,
						edition: 1,
						personId: review.people.reviewer,
						reason: 'Called back to school.',
					}),
				);
			expect(await record('reviewer')).toEqual({ is: 'denied' });
			expect(await record('host')).toEqual({ is: 'denied' });
			expect(await record('facilitator')).toMatchObject({ is: 'done' });
			await sign(review, 'facilitator');
			expect(
				await review.as('facilitator', (ctx) => publishReport(ctx, { reviewId: review.reviewId })),
			).toMatchObject({ is: 'done' });
		});

		test('whoever could not sign may after all', async () => {
			const review = await preparedReview(database());
			await upForSigning(review);
			await review.as('facilitator', (ctx) =>
				recordCannotSign(ctx, {
					reviewId: review.reviewId,
					edition: 1,
					personId: review.people.reviewer,
					reason: 'Away.',
				}),
			);
			await sign(review, 'reviewer');
			const edition = await review.as('reviewer', (ctx) => latestEdition(ctx, key(review)));
			expect(edition?.signOffs).toMatchObject([
				{ personId: review.people.reviewer, cannotSignBecause: null },
			]);
		});

		test('those the protocol does not name do not sign', async () => {
			const review = await preparedReview(database());
			await upForSigning(review);
			expect(await sign(review, 'host')).toEqual({ is: 'denied' });
		});
	});

	describe('writing', () => {
		test('what two people write under one heading is never overwritten', async () => {
			const review = await preparedReview(database());
			const save = (someone: 'reviewer' | 'facilitator', body: string, version: number) =>
				review.as(someone, (ctx) =>
					saveSection(ctx, { reviewId: review.reviewId, heading: 'strengths', body, version }),
				);
			expect(await save('reviewer', 'First words.', 0)).toMatchObject({ is: 'done', value: { version: 1 } });
			expect(await save('facilitator', 'Other words.', 0)).toMatchObject({
				is: 'conflict',
				current: { body: 'First words.', version: 1 },
			});
			expect(await save('facilitator', 'First words.', 0)).toMatchObject({
				is: 'done',
				value: { version: 1 },
			});
			expect(await save('facilitator', 'Both.', 1)).toMatchObject({ is: 'done', value: { version: 2 } });
		});

		test('NFS-10 where the host writes the report, the team does not', async () => {
			const review = await preparedReview(database(), (protocol) => (protocol.report.writtenBy = 'host'));
			const save = (someone: 'reviewer' | 'host') =>
				review.as(someone, (ctx) =>
					saveSection(ctx, { reviewId: review.reviewId, heading: 'strengths', body: 'Words.', version: 0 }),
				);
			expect(await save('reviewer')).toEqual({ is: 'denied' });
			expect(await save('host')).toMatchObject({ is: 'done' });
		});
	});

	describe('response', () => {
		test('NFS-30 executive head and head of school each respond in their own role, and reopen nothing', async () => {
			const review = await preparedReview(database());
			await published(review);
			const respond = (someone: 'host' | 'coHead', words: string) =>
				review.as(someone, (ctx) =>
					addRemark(ctx, { id: randomUUIDv7(), reviewId: review.reviewId, heading: 'response', words }),
				);
			expect(await respond('host', 'Thank you all.')).toMatchObject({ is: 'done' });
			expect(await respond('coHead', 'We will begin with Year 5.')).toMatchObject({ is: 'done' });
			const remarks = await review.as('reviewer', (ctx) => remarksOf(ctx, key(review)));
			expect(remarks.map(({ author, authorRole }) => [author, authorRole])).toEqual([
				['Demo host', 'executive head'],
				['Demo coHead', 'head of school'],
			]);
		});

		test('the team does not answer for the host', async () => {
			const review = await preparedReview(database());
			await upForSigning(review);
			const answer = await review.as('reviewer', (ctx) =>
				addRemark(ctx, {
					id: randomUUIDv7(),
					reviewId: review.reviewId,
					heading: 'response',
					words: 'Thanks.',
				}),
			);
			expect(answer).toEqual({ is: 'denied' });
		});

		test('NFS-27 the host adds context to the draft, the team revises, and both editions are kept', async () => {
			const review = await preparedReview(database());
			await upForSigning(review);
			const words = 'Year 5 had a supply teacher that week.';
			await review.as('host', (ctx) =>
				addContext(ctx, { id: randomUUIDv7(), reviewId: review.reviewId, words }),
			);
			expect(await review.as('reviewer', (ctx) => remarksOf(ctx, key(review)))).toMatchObject([
				{ kind: 'host context', words },
			]);
			await review.as('reviewer', (ctx) =>
				saveSection(ctx, {
					reviewId: review.reviewId,
					heading: 'development',
					body: 'Seen in a week of cover.',
					version: 0,
				}),
			);
			await review.as('reviewer', (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
			const editions = await review.as('host', (ctx) =>
				ctx.db.selectFrom('edition').select('number').orderBy('number').execute(),
			);
			expect(editions.map(({ number }) => number)).toEqual([1, 2]);
		});
	});

	describe('readers', () => {
		test('the published report reaches its floor and nobody else; findings reach the champion', async () => {
			const review = await preparedReview(database());
			await published(review);
			const reads = async (someone: Parameters<PreparedReview['as']>[0]) => [
				(await review.as(someone, (ctx) => latestEdition(ctx, key(review)))) !== null,
				(await review.as(someone, (ctx) => findingsOf(ctx, key(review)))).length,
			];
			expect(await reads('reviewer')).toEqual([true, 2]);
			expect(await reads('host')).toEqual([true, 2]);
			expect(await reads('champion')).toEqual([false, 2]);
			for (const someone of ['chair', 'governor', 'otherHead', 'outsider'] as const)
				expect(await reads(someone)).toEqual([false, 0]);
		});

		test('CEN-5 pupils’ words stand in the edition with the year group', async () => {
			const review = await preparedReview(database());
			await finding(review, 'strength', [await evidence(review)]);
			await finding(review, 'development');
			await review.as('reviewer', (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
			const edition = await review.as('host', (ctx) => latestEdition(ctx, key(review)));
			expect(edition?.body.headings[0]?.findings[0]?.pupils).toEqual([
				{ words: 'My marker helps me go further.', year: 'Year 4' },
			]);
		});

		test('KSA-10 the host’s head opens the report to governors and takes it back; the list keeps both', async () => {
			const review = await preparedReview(database());
			await published(review);
			const governorReads = async () =>
				(await review.as('governor', (ctx) => latestEdition(ctx, key(review)))) !== null;
			const share = (someone: 'host' | 'facilitator', audience: string) =>
				review.as(someone, (ctx) =>
					release(ctx, { id: randomUUIDv7(), reviewId: review.reviewId, thing: 'report', audience }),
				);
			expect(await share('facilitator', 'governors')).toEqual({ is: 'denied' });
			expect(await share('host', 'partnership')).toMatchObject({
				is: 'invalid',
				fields: { audience: expect.stringContaining('protocol') },
			});
			expect(await share('host', 'governors')).toMatchObject({ is: 'done' });
			expect(await governorReads()).toBe(true);
			const [shared] = await review.as('host', (ctx) => releasesOf(ctx, key(review)));
			await review.as('host', (ctx) => takeBack(ctx, { releaseId: shared!.id, reviewId: review.reviewId }));
			expect(await governorReads()).toBe(false);
			expect(await review.as('host', (ctx) => releasesOf(ctx, key(review)))).toMatchObject([
				{ takenBackAt: expect.any(Date) },
			]);
		});

		test('once published, evidence and findings under it stay as they are', async () => {
			const review = await preparedReview(database());
			await published(review);
			const outcome = await review.as('reviewer', (ctx) =>
				writeFinding(ctx, {
					id: randomUUIDv7(),
					reviewId: review.reviewId,
					kind: 'strength',
					seen: 'a',
					effect: 'b',
					evidence: [randomUUIDv7()],
				}),
			);
			expect(outcome).toMatchObject({ is: 'invalid', fields: { '': expect.stringContaining('published') } });
		});
	});
});
