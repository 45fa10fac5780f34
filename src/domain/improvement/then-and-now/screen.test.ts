import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { recordEvidence } from '#domain/evidence/actions.server.ts';
import { writeFinding } from '#domain/report/deeds/findings.server.ts';
import { askAgain } from '#domain/review/deeds/asking-again.server.ts';
import { earlierLines } from '#domain/review/earlier.server.ts';
import { lines } from '#domain/review/queries.server.ts';
import { forEachEngine } from '#test/database.ts';
import { followedUp, summer } from './followed-up.fixture.ts';
import { thenAndNowOf } from './screen.server.ts';

forEachEngine((database) => {
	let it: Awaited<ReturnType<typeof followedUp>>;
	type Someone = Parameters<typeof it.review.as>[0];
	beforeAll(async () => {
		it = await followedUp(database(), (protocol) => {
			protocol.audience.things.draft = { floor: ['team'], ceiling: ['team'], countedBy: [] };
		});
	}, 120_000);

	const key = () => ({ partnershipId: it.review.partnershipId, id: it.again });
	const ask = (who: Someone, lineIds: string[] | string, day = '2027-05-20') =>
		it.review.as(who, (ctx) => askAgain(ctx, { reviewId: it.again, lineIds }), day);
	const letters = () =>
		it.review.as('reviewer', async (ctx) => (await lines(ctx, key())).map(({ letter }) => letter));
	const seen = (who: Someone) => it.review.as(who, (ctx) => thenAndNowOf(ctx, it.again), summer);

	test('CSC-12 lines of the first review are asked again in one press, each once, by those who plan', async () => {
		const { a, b } = it.review.lines;
		const offered = () =>
			it.review.as('host', async (ctx) => (await earlierLines(ctx, key())).map(({ id }) => id));
		expect(await offered()).toEqual([a, b]);
		for (const who of ['champion', 'governor', 'otherHead', 'partner'] as const)
			expect((await ask(who, a)).is).not.toBe('done');
		expect(await ask('host', [])).toMatchObject({
			is: 'invalid',
			fields: { lineIds: 'Tick what is to be asked again.' },
		});
		expect(await ask('host', [randomUUIDv7()])).toMatchObject({ is: 'done' });
		expect(await letters()).toEqual([]);
		for (let times = 0; times < 2; times++) expect(await ask('host', [a])).toMatchObject({ is: 'done' });
		expect(await letters()).toEqual(['A']);
		expect(await offered()).toEqual([b]);
	});

	test('CSC-12 what was found then, and done about it, stands beside what is found now', async () => {
		const [line] = await it.review.as('reviewer', (ctx) => lines(ctx, key()));
		const piece = {
			id: randomUUIDv7(),
			reviewId: it.again,
			source: 'observation',
			kind: 'note',
			seen: 'All rooms do it.',
		};
		const finding = randomUUIDv7();
		await it.review.as('reviewer', (ctx) => recordEvidence(ctx, { ...piece, lineId: line!.id }), summer);
		const written = await it.review.as(
			'reviewer',
			(ctx) =>
				writeFinding(ctx, {
					...{
						id: finding,
						reviewId: it.again,
						lineId: line!.id,
						kind: 'strength',
						seen: 'All rooms do it.',
					},
					...{ effect: 'So pupils go on by themselves.', evidence: [piece.id] },
				}),
			summer,
		);
		expect(written).toMatchObject({ is: 'done' });
		const { follows, rows } = (await seen('reviewer'))!;
		expect(follows.id).toBe(it.first);
		expect(rows[0]).toMatchObject({
			earlier: {
				lineId: it.review.lines.a,
				findings: [
					{ id: it.whole, kind: 'Strength', actions: [{ title: 'Show others how', urgency: 'overdue' }] },
				],
			},
			now: { lineId: line!.id, findings: [{ id: finding, kind: 'Strength' }] },
		});
		expect(rows[1]).toMatchObject({ earlier: { lineId: it.review.lines.b, findings: [] }, now: null });
		expect(rows.at(-1)).toMatchObject({
			earlier: { lineId: null, findings: [{ kind: 'Area for development' }] },
			now: null,
		});
	});

	test('R4 nobody reads there what they do not read in the two reviews; a review that follows none has no such page', async () => {
		const now = async (who: Someone) =>
			(await seen(who))?.rows.flatMap((row) => row.now?.findings ?? []) ?? null;
		// The host reads what was published, and of the new draft nothing.
		expect(await now('host')).toEqual([]);
		for (const who of ['otherHead', 'partner', 'outsider', 'governor'] as const)
			expect(await now(who)).toBeNull();
		expect(await it.review.as('reviewer', (ctx) => thenAndNowOf(ctx, it.first), summer)).toBeNull();
	});
});
