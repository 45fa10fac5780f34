import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { foundedPartnership, newPerson, type Founded } from '#domain/partnership/founded.fixture.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { protocolInForce } from '#domain/protocol/queries.server.ts';
import { changeFrame, proposeReview } from '#domain/review/deeds/frame.server.ts';
import type { Context } from '#platform/context.ts';
import { person } from '#platform/principal.ts';
import type { Outcome } from '#platform/outcome.ts';
import { forEachEngine } from '#test/database.ts';
import { changeCycle, deferSchool, liftDeferral, openCycle } from './deeds.server.ts';
import { cyclesOf, deferralsOf, turnsOf, visitsOf } from './queries.server.ts';
import { cycleScreen, cycleToOpen, presentCoverage } from './screen.server.ts';

type Deed = (ctx: Context, input: unknown) => Promise<Outcome<unknown>>;

forEachEngine((database) => {
	let home: Founded;
	let host: string;
	let otherHead: string;
	let steering: string;
	const year = { from: '2026-08-01', to: '2027-07-31' };

	beforeAll(async () => {
		home = await foundedPartnership(database());
		host = await home.invited('headteacher', home.members[0]);
		otherHead = await home.invited('headteacher', home.members[1]);
		steering = await home.invited('steering');
	});

	const does = (by: string, deed: Deed, input: object) =>
		home.as(by, (ctx) => deed(ctx, { partnershipId: home.partnershipId, ...input }));
	const words = { name: '2026-27', ...year, objective: 'Every school once.', share: '100' };
	const standing = () => home.as(home.chair, (ctx) => cyclesOf(ctx, home.partnershipId));

	test('a cycle waits for a protocol to count by', async () => {
		expect(await home.as(home.chair, (ctx) => cycleToOpen(ctx, home.partnershipId))).toBeNull();
		const version = { id: randomUUIDv7(), partnershipId: home.partnershipId, preset: 'family' };
		await home.as(home.chair, (ctx) => publishPreset(ctx, version));
		expect(await home.as(home.chair, (ctx) => cycleToOpen(ctx, home.partnershipId))).toEqual({
			span: year,
			cadence: 'Each school is reviewed every year.',
		});
	});

	describe('a cycle', () => {
		test('CEN-1 is opened once by whoever leads, with what the partnership sets itself; by nobody else', async () => {
			const id = randomUUIDv7();
			for (const someone of [host, steering])
				expect(await does(someone, openCycle, { id, ...words })).toEqual({ is: 'denied' });
			expect(await does(await newPerson(database()), openCycle, { id, ...words })).toEqual({
				is: 'missing',
			});
			for (const _ of [1, 2])
				expect(await does(home.chair, openCycle, { id, ...words })).toEqual({ is: 'done', value: { id } });
			expect(await standing()).toEqual([
				{ id, name: '2026-27', ...year, objective: 'Every school once.', share: 100, version: 1 },
			]);
			expect(await does(home.chair, openCycle, { id, ...words, name: 'Another' })).toMatchObject({
				is: 'conflict',
			});
		});

		test('follows the one before it: days in common, its name, no days at all are refused at the field', async () => {
			const refused = async (more: object) =>
				does(home.chair, openCycle, { id: randomUUIDv7(), ...words, ...more });
			expect(await refused({ name: 'Next' })).toMatchObject({
				is: 'invalid',
				fields: { from: expect.stringContaining('2026-27 runs from') },
			});
			const later = { from: '2027-08-01', to: '2028-07-31' };
			expect(await refused(later)).toMatchObject({ fields: { name: expect.any(String) } });
			for (const [more, field] of [
				[{ from: '2027-08-01', to: '2027-08-01' }, 'to'],
				[{ from: '2027-08-01', to: '2033-08-01' }, 'to'],
				[{ from: 'soon' }, 'from'],
				[{ ...later, share: '0' }, 'share'],
				[{ ...later, share: 'half' }, 'share'],
				[{ ...later, name: ' ' }, 'name'],
			] as [object, string][])
				expect(await refused({ name: 'Next', ...more })).toMatchObject({
					is: 'invalid',
					fields: { [field]: expect.any(String) },
				});
		});

		test('two who open it at once open one', async () => {
			const later = { ...words, from: '2028-08-01', to: '2029-07-31' };
			const outcomes = await Promise.all(
				['One', 'Two'].map((name) => does(home.chair, openCycle, { id: randomUUIDv7(), ...later, name })),
			);
			expect(outcomes.map(({ is }) => is).toSorted()).toEqual(['done', 'invalid']);
		});

		test('is changed by version: a form on an older state shows what stands', async () => {
			const [, first] = await standing();
			const change = { cycleId: first!.id, version: '1', ...words, objective: 'Two thirds.', share: '66' };
			expect(await does(host, changeCycle, change)).toEqual({ is: 'denied' });
			for (const _ of [1, 2])
				expect(await does(home.chair, changeCycle, change)).toMatchObject({ is: 'done' });
			expect(await does(home.chair, changeCycle, { ...change, share: '70' })).toMatchObject({
				is: 'conflict',
				current: { share: 66, version: 2 },
			});
			expect(await does(home.chair, changeCycle, { ...change, cycleId: randomUUIDv7() })).toEqual({
				is: 'missing',
			});
		});
	});

	describe('a deferral', () => {
		const cycleId = async () => (await standing())[1]!.id;
		const seenBy = async (someone: string) => {
			const id = await cycleId();
			return home.as(someone, (ctx) => deferralsOf(ctx, home.partnershipId, id));
		};
		const ours = () => home.members[0];

		test('NFS-4 is said by the school’s head or whoever leads, once, with a reason; and lifted', async () => {
			const id = randomUUIDv7();
			const defer = { id, cycleId: await cycleId(), memberId: ours(), reason: 'New head in January' };
			for (const someone of [otherHead, steering])
				expect(await does(someone, deferSchool, defer)).toEqual({ is: 'denied' });
			expect(await does(host, deferSchool, { ...defer, reason: '' })).toMatchObject({
				is: 'invalid',
				fields: { reason: expect.any(String) },
			});
			for (const _ of [1, 2]) expect(await does(host, deferSchool, defer)).toMatchObject({ is: 'done' });
			expect(await does(home.chair, deferSchool, { ...defer, id: randomUUIDv7() })).toMatchObject({
				is: 'invalid',
				fields: { memberId: expect.stringContaining('already') },
			});
			expect(await seenBy(host)).toMatchObject([{ reason: 'New head in January', decidedOn: '2026-09-07' }]);
			expect(await seenBy(steering)).toHaveLength(1);

			expect(await seenBy(otherHead), 'the reason is not for other heads').toEqual([]);
			expect(await does(otherHead, liftDeferral, { deferralId: id })).toEqual({ is: 'missing' });
			expect(await does(steering, liftDeferral, { deferralId: id })).toEqual({ is: 'denied' });
			for (const _ of [1, 2])
				expect(await does(home.chair, liftDeferral, { deferralId: id })).toMatchObject({ is: 'done' });
			expect(await seenBy(host)).toEqual([]);
			const again = { ...defer, id: randomUUIDv7() };
			expect(await does(host, deferSchool, again)).toMatchObject({ is: 'done' });
		});

		test('of a school or in a cycle of another partnership is not there', async () => {
			const elsewhere = await foundedPartnership(database());
			const defer = { id: randomUUIDv7(), cycleId: await cycleId(), reason: 'No' };
			const theirs = { ...defer, memberId: elsewhere.members[0] };
			expect(await does(home.chair, deferSchool, theirs)).toMatchObject({ is: 'invalid' });
			const there = await elsewhere.as(elsewhere.chair, (ctx) =>
				deferSchool(ctx, { ...theirs, partnershipId: elsewhere.partnershipId }),
			);
			expect(there).toEqual({ is: 'missing' });
		});
	});

	describe('the page of a cycle', () => {
		const frame = {
			...{ kind: 'themed', focus: 'Who reads?', focusKind: 'current-priority' },
			...{ focusSource: 'self-evaluation', firstDay: '2026-11-19', days: '1' },
		};
		test('HEP-12 HEP-14 has every school, the reviews by half-term, and from where a review moved', async () => {
			const id = randomUUIDv7();
			const propose = { id, hostMemberId: home.members[1], ...frame };
			expect(await does(home.chair, proposeReview, propose)).toMatchObject({ is: 'done' });
			const move = { reviewId: id, ...frame, firstDay: '2027-03-16', show: '', followsId: '' };
			await home.as(home.chair, (ctx) => changeFrame(ctx, move));
			const [, { id: cycleId }] = (await standing()) as [unknown, { id: string }];
			const screen = await home.as(home.chair, (ctx) => cycleScreen(ctx, home.partnershipId, cycleId));
			expect(screen!.coverage).toMatchObject({ done: 0, planned: 1, asked: 2 });
			expect(screen!.coverage.turns.map(({ state }) => state)).toEqual(['deferred', 'planned']);
			expect(screen!.parts.map(({ turns }) => turns.length)).toEqual([0, 0, 0, 1, 0, 0]);
			const { turns } = screen!.parts[3]!;
			expect(turns).toMatchObject([{ movedFrom: '2026-11-19', firstDay: '2027-03-16', afresh: true }]);
			const back = { ...move, firstDay: '2026-11-19' };
			await home.as(home.chair, (ctx) => changeFrame(ctx, back));
			const [turn] = await home.as(home.chair, (ctx) => turnsOf(ctx, home.partnershipId, '2026-08-01'));
			expect(turn!.movedFrom, 'it is back where it was').toBeNull();
			// Years later it is the host's last before that cycle, and one of all there have been.
			const years = await home.as(
				home.chair,
				async (ctx) => [
					await turnsOf(ctx, home.partnershipId, '2028-08-01'),
					await visitsOf(ctx, home.partnershipId),
				],
				'2028-10-02',
			);
			expect(years).toMatchObject([[{ id, firstDay: '2026-11-19' }], [{ firstDay: '2026-11-19' }]]);
			const present = await home.as(home.chair, async (ctx) =>
				presentCoverage(ctx, home.partnershipId, (await protocolInForce(ctx, home.partnershipId))!.protocol),
			);
			expect(present!.cycle.id).toBe(cycleId);
		});

		test('NFS-12 nobody writes into the record of moves, and no stranger reads it', async () => {
			const moves = (someone: string) =>
				database().as(person(someone), '2026-09-07', (db) =>
					db.selectFrom('review_move').select('from_day').execute(),
				);
			expect(await moves(home.chair)).toHaveLength(2);
			expect(await moves(await newPerson(database()))).toEqual([]);
			const written = database().as(person(home.chair), '2026-09-07', (db) =>
				db.updateTable('review_move').set({ from_day: '2020-01-01' }).execute(),
			);
			await expect(written).rejects.toThrow('permission denied');
		});
	});
});
