import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { foundedPartnership, newPerson, type Founded } from '#domain/partnership/founded.fixture.ts';
import { addMember } from '#domain/partnership/deeds/membership.server.ts';
import { endRole } from '#domain/partnership/deeds/roles.server.ts';
import { roles } from '#domain/partnership/queries.server.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { protocolInForce } from '#domain/protocol/queries.server.ts';
import { changeFrame } from '#domain/review/deeds/frame.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { forEachEngine } from '#test/database.ts';
import { openCycle } from '../cycle/deeds.server.ts';
import { reckon } from '../proposal/running.server.ts';
import { confirmArrangement } from './confirming.server.ts';
import * as deeds from './deeds.server.ts';
import { openArrangement, type OpenArrangement } from './opening.server.ts';
import { arrangementsOf, stepsOf } from './queries.server.ts';
import { compareScreen, confirmScreen } from './compare-screen.server.ts';
import { oneScreen } from './one-screen.server.ts';
import { proposedScreen } from './proposed-screen.server.ts';
import { boardScreen } from './screen.server.ts';

type Deed = (ctx: Context, input: unknown) => Promise<Outcome<unknown>>;

forEachEngine((database) => {
	let home: Founded;
	let cycleId: string;
	let heads: string[];
	let arrangementId: string;

	beforeAll(async () => {
		home = await foundedPartnership(database());
		const { partnershipId, chair } = home;
		const preset = { id: randomUUIDv7(), partnershipId, preset: 'trios' };
		await home.as(chair, (ctx) => publishPreset(ctx, preset));
		const schools = [...home.members];
		for (const name of ['Third school', 'Fourth school', 'Fifth school']) {
			const id = randomUUIDv7();
			await home.as(chair, (ctx) =>
				addMember(ctx, { id, partnershipId, fromDay: '2026-09-07', name, place: 'Nowhere' }),
			);
			schools.push(id);
		}
		heads = [];
		for (const school of schools) heads.push(await home.invited('headteacher', school));
		cycleId = randomUUIDv7();
		const cycle = { name: '2026-27', from: '2026-08-01', to: '2027-07-31', objective: '', share: '100' };
		await home.as(chair, (ctx) => openCycle(ctx, { id: cycleId, partnershipId, ...cycle }));
		arrangementId = await begun();
	});

	const does = (by: string, deed: Deed, input: object) =>
		home.as(by, (ctx) => deed(ctx, { partnershipId: home.partnershipId, arrangementId, ...input }));
	const begun = async (name = 'First arrangement') => {
		const id = randomUUIDv7();
		await does(home.chair, deeds.beginArrangement, { id, cycleId, name });
		return id;
	};
	const open = async (id = arrangementId): Promise<OpenArrangement> =>
		(await home.as(home.chair, (ctx) => openArrangement(ctx, home.partnershipId, id)))!;
	const version = async (id = arrangementId) => (await open(id)).arrangement.version;
	/** The chair's step on the arrangement as it stands. */
	const step = async (deed: Deed, input: object) =>
		does(home.chair, deed, { version: String(await version()), ...input });

	test('golden path 2: is begun by whoever leads, once, with every school of the cycle; nobody else knows of it', async () => {
		const form = { id: randomUUIDv7(), cycleId, name: 'Another' };
		expect(await does(heads[0]!, deeds.beginArrangement, form)).toEqual({ is: 'denied' });
		expect(await does(await newPerson(database()), deeds.beginArrangement, form)).toEqual({ is: 'missing' });
		for (const _ of [1, 2])
			expect(await does(home.chair, deeds.beginArrangement, form)).toMatchObject({ is: 'done' });
		const listed = (by: string) => home.as(by, (ctx) => arrangementsOf(ctx, home.partnershipId, cycleId));
		expect((await listed(home.chair)).map(({ name }) => name).sort()).toEqual([
			'Another',
			'First arrangement',
		]);
		expect(await listed(heads[0]!)).toEqual([]);
		const { plan } = await open();
		expect(plan).toHaveLength(5);
		expect(plan.every(({ day, team }) => day === null && team.length === 0)).toBe(true);
	});

	describe('by hand', () => {
		test('a review is moved and staffed with what it breaks said at once; each step can be undone', async () => {
			const [first] = (await open()).plan;
			const reviewId = first!.id;
			expect(await step(deeds.moveReview, { reviewId, day: '2027-02-02' })).toEqual({
				is: 'done',
				value: null,
			});
			const personId = heads[(await open()).known.schools.findIndex(({ id }) => id === first!.host)]!;
			await step(deeds.seat, { reviewId, personId, role: 'reviewer' });
			const shown = () => home.as(home.chair, (ctx) => boardScreen(ctx, home.partnershipId, arrangementId));
			const own = (await shown())!.last!.effect.nowBroken;
			expect(own.some((words) => / is at /.test(words))).toBe(true);
			await step(deeds.undo, {});
			expect((await shown())!.judged).toMatchObject({ withoutDay: 4, withoutTeam: 5 });
			await step(deeds.undo, {});
			await step(deeds.undo, {});
			expect((await open()).arrangement.overrides).toEqual([]);
			const steps = await home.as(home.chair, (ctx) => stepsOf(ctx, home.partnershipId, arrangementId));
			expect(steps.map(({ undone }) => undone)).toEqual([true, true]);
		});

		test('into a week it takes the day that breaks least; a week without a school day is refused', async () => {
			const [first] = (await open()).plan;
			await step(deeds.moveToWeek, { reviewId: first!.id, week: '2027-03-01' });
			expect((await open()).plan[0]!.day).toMatch(/^2027-03-0[1-5]$/);
			expect(await step(deeds.moveToWeek, { reviewId: first!.id, week: '2026-12-28' })).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('no day') },
			});
			await step(deeds.undo, {});
		});

		test('is for whoever leads; two people at once do not overwrite each other', async () => {
			const [first] = (await open()).plan;
			const move = { version: String(await version()), reviewId: first!.id, day: '2027-02-02' };
			expect(await does(heads[0]!, deeds.moveReview, move)).toEqual({ is: 'denied' });
			expect(await does(home.chair, deeds.moveReview, move)).toMatchObject({ is: 'done' });
			expect(await does(home.chair, deeds.moveReview, { ...move, day: '2027-02-09' })).toMatchObject({
				is: 'conflict',
			});
			expect((await open()).plan[0]!.day).toBe('2027-02-02');
			await step(deeds.undo, {});
			for (const [deed, more, field] of [
				[deeds.moveReview, { reviewId: first!.id, day: 'soon' }, 'day'],
				[deeds.seat, { reviewId: first!.id, personId: '', role: 'reviewer' }, 'personId'],
				[deeds.seat, { reviewId: first!.id, personId: randomUUIDv7(), role: 'reviewer' }, 'personId'],
				[deeds.changeWishes, { notBefore: '', near: '1', competing: '1' }, 'notBefore'],
				[deeds.changeWishes, { notBefore: '2027-01-04', near: '1', competing: '' }, 'competing'],
				[
					deeds.changeWishes,
					{ notBefore: '2027-01-04', near: '1', competing: '1', mostInWeek: '0' },
					'mostInWeek',
				],
			] as [Deed, object, string][])
				expect(await step(deed, more)).toMatchObject({
					is: 'invalid',
					fields: { [field]: expect.any(String) },
				});
		});

		test('each move shows beforehand what it would break or gain', async () => {
			const [first] = (await open()).plan;
			const one = await home.as(home.chair, (ctx) =>
				oneScreen(ctx, home.partnershipId, arrangementId, first!.id),
			);
			expect(one!.possible).toBeGreaterThan(50);
			expect(one!.days[0]!.breaks).toBe(0);
			const host = heads[0]!;
			expect(one!.able.map(({ person }) => person)).not.toContain(host);
		});
	});

	const workedOut = async () => {
		const id = randomUUIDv7();
		expect(await does(home.chair, deeds.askForYear, { id })).toMatchObject({ is: 'done' });
		await reckon(database(), { partnershipId: home.partnershipId, id, personId: home.chair });
		return id;
	};

	describe('the whole', () => {
		test('NFS-4 CEN-1 is worked out, proven and taken up as a step; what stays is kept', async () => {
			const [first] = (await open()).plan;
			await step(deeds.moveReview, { reviewId: first!.id, day: '2027-06-15' });
			const id = await workedOut();
			const shown = await home.as(home.chair, (ctx) =>
				proposedScreen(ctx, home.partnershipId, arrangementId, id),
			);
			expect(shown!.answer).toMatchObject({
				...{ teams: { proven: true }, days: { proven: true }, withoutTeam: [], withoutDay: [] },
			});
			expect(shown!.answer!.reviews).toHaveLength(5);
			expect(await step(deeds.takeUp, { proposalId: id })).toEqual({ is: 'done', value: null });
			const { plan } = await open();
			expect(plan[0]!.day).toBe('2027-06-15');
			expect(plan.every(({ day, team }) => day !== null && team.length > 0)).toBe(true);
			const { judged } = (await home.as(home.chair, (ctx) =>
				boardScreen(ctx, home.partnershipId, arrangementId),
			))!;
			expect(judged).toMatchObject({ breaks: 0, withoutTeam: 0, withoutDay: 0 });
		});

		test('two arrangements are compared, school by school, with what each is worth and breaks', async () => {
			const other = await begun('Second');
			const compared = await home.as(home.chair, (ctx) =>
				compareScreen(ctx, home.partnershipId, arrangementId, other),
			);
			expect(compared!.sides).toMatchObject([
				{ name: 'Second', withoutTeam: 5, withoutDay: 5 },
				{ name: 'First arrangement', withoutTeam: 0, withoutDay: 0 },
			]);
			expect(compared!.differences).toHaveLength(5);
			expect(compared!.differences.every(({ joins }) => joins.length > 0)).toBe(true);
		});

		const confirmation = async () => {
			const { protocol } = (await home.as(home.chair, (ctx) => protocolInForce(ctx, home.partnershipId)))!;
			return {
				focus: 'To be agreed with the school',
				focusKind: protocol.focus.kinds[0]!.key,
				focusSource: protocol.focus.sources[0]!.key,
				seal: (await home.as(home.chair, (ctx) => confirmScreen(ctx, home.partnershipId, arrangementId)))!
					.seal,
			};
		};

		test('CEN-1 confirmed it becomes reviews with their teams, once; nothing was sent or seen before', async () => {
			const { plan } = await open();
			const [host] = heads;
			const known = () => home.as(host!, (ctx) => openReview(ctx, plan[0]!.id));
			expect(await known()).toBeNull();
			const form = { ...(await confirmation()), version: String(await version()) };
			expect(await does(heads[1]!, confirmArrangement, form)).toEqual({ is: 'denied' });
			const screen = await home.as(home.chair, (ctx) =>
				confirmScreen(ctx, home.partnershipId, arrangementId),
			);
			expect(screen!.changes).toHaveLength(5);
			expect(await does(home.chair, confirmArrangement, form)).toEqual({ is: 'done', value: null });
			expect(await does(home.chair, confirmArrangement, form)).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('confirmed') },
			});
			const review = (await known())!;
			expect(review.facts.firstDay).toBe(plan[0]!.day);
			expect(new Set(review.facts.team.map(({ personId }) => personId))).toEqual(
				new Set(plan[0]!.team.map(({ person }) => person)),
			);
			expect(await step(deeds.moveReview, { reviewId: plan[0]!.id, day: '2027-02-02' })).toMatchObject({
				is: 'invalid',
			});
		});

		test('what is agreed after the page of confirming was opened is neither undone nor agreed to unread', async () => {
			const before = arrangementId;
			arrangementId = await begun('Later');
			const [first, second] = (await open()).plan;
			await step(deeds.moveReview, { reviewId: first!.id, day: '2027-06-22' });
			await step(deeds.letStay, { reviewId: second!.id, stays: 'yes' });
			const form = { ...(await confirmation()), version: String(await version()) };
			const { kind, focus, focusKind, focusSource } = (await open()).known.facts.find(
				({ id }) => id === first!.id,
			)!;
			const frame = { kind, focus, focusKind, focusSource, days: '', followsId: '' };
			await home.as(home.chair, (ctx) =>
				changeFrame(ctx, { ...frame, reviewId: first!.id, firstDay: '2027-05-18' }),
			);
			await home.as(home.chair, (ctx) =>
				changeFrame(ctx, { ...frame, reviewId: second!.id, firstDay: '2027-05-20' }),
			);
			expect(await does(home.chair, confirmArrangement, form)).toMatchObject({ is: 'conflict' });
			const { changes } = (await home.as(home.chair, (ctx) =>
				confirmScreen(ctx, home.partnershipId, arrangementId),
			))!;
			expect(changes.map(({ id, day, leaves }) => ({ id, day, leaves }))).toEqual([
				{ id: first!.id, day: { from: '2027-05-18', to: '2027-06-22' }, leaves: [] },
			]);
			// What was moved since it was asked for is where it was moved to.
			const id = await workedOut();
			await step(deeds.moveReview, { reviewId: first!.id, day: '2027-06-24' });
			await step(deeds.takeUp, { proposalId: id });
			expect((await open()).plan[0]).toMatchObject({ day: '2027-06-24', dayStays: true });
			arrangementId = before;
		});

		test('HEP-1 a head leaves: what is agreed is mended with no more changes than must be', async () => {
			arrangementId = await begun('Mended');
			const { plan } = await open();
			expect(plan.every(({ team }) => team.length > 0)).toBe(true);
			const gone = plan[0]!.team[0]!.person;
			const held = (await home.as(home.chair, (ctx) => roles(ctx, home.partnershipId))).find(
				({ personId }) => personId === gone,
			)!;
			const ending = {
				partnershipId: home.partnershipId,
				roleId: held.id,
				of: held.of,
				untilDay: '2026-09-07',
			};
			await home.as(home.chair, (ctx) => endRole(ctx, ending));
			const concerned = plan.filter(({ team }) => team.some(({ person }) => person === gone)).length;
			const board = await home.as(home.chair, (ctx) => boardScreen(ctx, home.partnershipId, arrangementId));
			expect(board!.judged.breaks).toBeGreaterThan(0);
			const id = await workedOut();
			const { answer } = (await home.as(home.chair, (ctx) =>
				proposedScreen(ctx, home.partnershipId, arrangementId, id),
			))!;
			expect(answer!.changed!.reviews).toHaveLength(concerned);
			expect(answer!.changed!.reviews[0]!.words[0]).toMatch(/is no longer on the team\.$/);
			expect(answer!.changed).toMatchObject({ of: 5, fewest: concerned, proven: true });
			await step(deeds.takeUp, { proposalId: id });
			const form = { ...(await confirmation()), version: String(await version()) };
			expect(await does(home.chair, confirmArrangement, form)).toEqual({ is: 'done', value: null });
			const mended = await home.as(home.chair, (ctx) => openReview(ctx, plan[0]!.id));
			expect(mended!.facts.team.map(({ personId }) => personId)).not.toContain(gone);
		});
	});
});
