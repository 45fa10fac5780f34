import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { editEvidence, recordEvidence, withdrawEvidence } from './actions.server.ts';
import { evidenceOf } from './queries.server.ts';
import { preparedReview } from './prepared-review.fixture.ts';
import { pieceScreen } from './screen.server.ts';

const piece = (review: { reviewId: string }, more: object = {}) => ({
	id: randomUUIDv7(),
	reviewId: review.reviewId,
	source: 'work-scrutiny',
	kind: 'strength',
	seen: 'Nine of ten books show a reply in green pen.',
	soWhat: 'Pupils expect to act on what they are told.',
	...more,
});

forEachEngine((database) => {
	test('CSC-11 what was seen and so what are kept with line, source and activity', async () => {
		const review = await preparedReview(database());
		const sent = piece(review, { lineId: review.lines.a, activityId: review.activityId });
		expect(await review.as('reviewer', (ctx) => recordEvidence(ctx, sent))).toEqual({
			is: 'done',
			value: { id: sent.id },
		});
		const [row] = await review.as('facilitator', (ctx) =>
			evidenceOf(ctx, { partnershipId: review.partnershipId, id: review.reviewId }),
		);
		expect(row).toMatchObject({
			author: 'Demo reviewer',
			letter: 'A',
			activity: 'Year 5 books',
			seen: sent.seen,
			soWhat: sent.soWhat,
			version: 1,
			withdrawn: null,
		});
	});

	test('a form posted twice changes nothing; other words under its id are shown, not lost', async () => {
		const review = await preparedReview(database());
		const sent = piece(review);
		const record = (input: object) => review.as('reviewer', (ctx) => recordEvidence(ctx, input));
		await record(sent);
		expect(await record(sent)).toMatchObject({ is: 'done' });
		expect(await record({ ...sent, contradictsHost: 'yes' })).toMatchObject({ is: 'conflict' });
		expect(await record({ ...sent, seen: 'Something else.' })).toMatchObject({
			is: 'conflict',
			current: { seen: sent.seen },
		});
		const all = await review.as('reviewer', (ctx) =>
			evidenceOf(ctx, { partnershipId: review.partnershipId, id: review.reviewId }),
		);
		expect(all.map(({ seen }) => seen)).toEqual([sent.seen]);
	});

	test('an edit keeps what was said before; a stale edit is a conflict', async () => {
		const review = await preparedReview(database());
		const sent = piece(review);
		await review.as('reviewer', (ctx) => recordEvidence(ctx, sent));
		const { id: evidenceId, ...rest } = sent;
		const edit = (more: object) =>
			review.as('reviewer', (ctx) => editEvidence(ctx, { ...rest, evidenceId, version: '1', ...more }));
		for (const _ of [1, 2]) expect(await edit({ seen: 'Eight of ten books.' })).toMatchObject({ is: 'done' });
		expect(await edit({ seen: 'Seven of ten books.' })).toMatchObject({
			is: 'conflict',
			current: { seen: 'Eight of ten books.', version: 2 },
		});
		const kept = await review.as('reviewer', (ctx) =>
			ctx.db.selectFrom('evidence_revision').select(['version', 'seen']).execute(),
		);
		expect(kept).toEqual([{ version: 1, seen: sent.seen }]);
	});

	test('only its author edits a piece; the facilitator may withdraw it, with a reason, and it is kept', async () => {
		const review = await preparedReview(database());
		const sent = piece(review);
		await review.as('reviewer', (ctx) => recordEvidence(ctx, sent));
		const { id: evidenceId, ...rest } = sent;
		expect(
			await review.as('facilitator', (ctx) => editEvidence(ctx, { ...rest, evidenceId, version: 1 })),
		).toEqual({ is: 'denied' });
		const withdraw = (reason: string) =>
			review.as('facilitator', (ctx) =>
				withdrawEvidence(ctx, { evidenceId, reviewId: review.reviewId, reason }),
			);
		expect(await withdraw(' ')).toEqual({ is: 'invalid', fields: { reason: 'Say why it is withdrawn.' } });
		expect(await withdraw('It could tell who the child is.')).toMatchObject({ is: 'done' });
		const [row] = await review.as('reviewer', (ctx) =>
			evidenceOf(ctx, { partnershipId: review.partnershipId, id: review.reviewId }),
		);
		expect(row?.withdrawn).toEqual({ by: 'Demo facilitator', reason: 'It could tell who the child is.' });
	});

	test('a piece that can no longer be changed is still shown to its author, with the reason', async () => {
		const review = await preparedReview(database());
		const { id: evidenceId, ...rest } = piece(review);
		await review.as('reviewer', (ctx) => recordEvidence(ctx, { ...rest, id: evidenceId }));
		const closed = () =>
			review.as('reviewer', async (ctx) => (await pieceScreen(ctx, review.reviewId, evidenceId))?.closed);
		expect(await closed()).toBeNull();
		await review.as('reviewer', (ctx) =>
			withdrawEvidence(ctx, { evidenceId, reviewId: review.reviewId, reason: 'It names a child.' }),
		);
		const why = 'This piece is withdrawn. Record it again if it stands after all.';
		expect(await closed()).toBe(why);
		expect(
			await review.as('reviewer', (ctx) => editEvidence(ctx, { ...rest, evidenceId, version: '1' })),
		).toEqual({ is: 'invalid', fields: { '': why } });
	});

	test.each([
		['a source the protocol does not have', { source: 'gossip' }, 'source'],
		['a kind it does not have', { kind: 'grade' }, 'kind'],
		['nothing seen', { seen: ' \n' }, 'seen'],
		['control characters', { seen: 'a\u0000b' }, 'seen'],
		['a megabyte', { seen: 'x'.repeat(1_000_000) }, 'seen'],
		['a line of another review', { lineId: randomUUIDv7() }, 'lineId'],
		['an activity of another review', { activityId: randomUUIDv7() }, 'activityId'],
		['a pupil’s own words without a year group', { pupilWords: 'yes' }, 'pupilYear'],
		['a year group that there is not', { pupilYear: 'Emma, Year 4' }, 'pupilYear'],
	])('refuses %s by its field', async (_, more, field) => {
		const review = await preparedReview(database());
		const outcome = await review.as('reviewer', (ctx) => recordEvidence(ctx, piece(review, more)));
		expect(outcome.is === 'invalid' && Object.keys(outcome.fields)).toEqual([field]);
	});

	test('CSC-26 what lies outside the focus is recorded only where the protocol says so', async () => {
		const open = await preparedReview(database());
		const closed = await preparedReview(
			database(),
			(protocol) => (protocol.evidence.outsideFocus = 'not recorded'),
		);
		const record = (review: typeof open) =>
			review.as('reviewer', (ctx) => recordEvidence(ctx, piece(review, { outsideFocus: 'yes' })));
		expect(await record(open)).toMatchObject({ is: 'done' });
		expect(await record(closed)).toMatchObject({
			is: 'invalid',
			fields: { outsideFocus: expect.stringContaining('protocol') },
		});
	});

	test('markup is kept as typed', async () => {
		const review = await preparedReview(database());
		const seen = '<script>alert(1)</script> *bold* $x$';
		const sent = piece(review, { seen });
		await review.as('reviewer', (ctx) => recordEvidence(ctx, sent));
		const [row] = await review.as('reviewer', (ctx) =>
			evidenceOf(ctx, { partnershipId: review.partnershipId, id: review.reviewId }, sent.id),
		);
		expect(row?.seen).toBe(seen);
	});

	test.each([
		['host', 'denied'],
		['champion', 'denied'],
		['chair', 'denied'],
		['governor', 'denied'],
		['otherHead', 'denied'],
		['outsider', 'missing'],
	] as const)('%s cannot capture, and reads none of it', async (someone, answer) => {
		const review = await preparedReview(database());
		await review.as('reviewer', (ctx) => recordEvidence(ctx, piece(review)));
		expect(await review.as(someone, (ctx) => recordEvidence(ctx, piece(review)))).toEqual({ is: answer });
		const read = await review.as(someone, (ctx) =>
			evidenceOf(ctx, { partnershipId: review.partnershipId, id: review.reviewId }),
		);
		expect(read).toEqual([]);
	});

	test('nothing is captured by someone who has not agreed confidentiality, nor ahead of the day by anyone until all have', async () => {
		const review = await preparedReview(database());
		await database().asOwner((db) =>
			db.deleteFrom('confidentiality_agreement').where('person_id', '=', review.people.reviewer).execute(),
		);
		expect(await review.as('reviewer', (ctx) => recordEvidence(ctx, piece(review)))).toEqual({
			is: 'denied',
		});
		const ahead = await review.as('facilitator', (ctx) => recordEvidence(ctx, piece(review)), '2026-11-10');
		expect(ahead).toMatchObject({ is: 'invalid', fields: { '': expect.stringContaining('opens when') } });
	});

	test('data looked at before the day is evidence too', async () => {
		const review = await preparedReview(database());
		const before = await review.as(
			'reviewer',
			(ctx) => recordEvidence(ctx, piece(review, { source: 'national-data' })),
			'2026-11-10',
		);
		expect(before).toMatchObject({ is: 'done' });
	});
});
