import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { actionsOf, answerableFindings } from '#domain/improvement/queries.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { forEachEngine } from '#test/database.ts';
import { typeCards } from '../room/moderating.server.ts';
import { sitting, type Sitting } from '#test/demo/sitting.ts';
import { dropStep, takeUpSteps, writeStep } from './deeds.server.ts';
import { stepsScreen } from './screen.server.ts';

const done = { is: 'done', value: null };

forEachEngine((database) => {
	let at: Sitting;
	let step: Record<string, string>;
	beforeAll(async () => {
		at = await sitting(database());
		await at.open();
		await at.goTo('r2');
		await at.run(typeCards, { id: randomUUIDv7(), topic: 'a', cards: 'Read aloud daily' });
		const findings = await at.as('plumbline', async (ctx) =>
			answerableFindings(ctx, (await openReview(ctx, at.reviewId))!),
		);
		step = {
			...{ id: randomUUIDv7(), findingId: findings[0]!.id, title: 'Read aloud daily', owner: 'Reading lead' },
			...{ due: '2027-01-15', measureOfSuccess: 'Every class hears a story each day.', version: '0' },
		};
	}, 120_000);

	const screen = (who: Parameters<Sitting['as']>[0]) => at.as(who, (ctx) => stepsScreen(ctx, at.reviewId));
	const write = (changes: object = {}, who: Parameters<Sitting['as']>[0] = 'plumbline') =>
		at.run(writeStep, { ...step, ...changes }, who);

	test.each([
		['a day that is past', { due: '2026-11-22' }, 'due'],
		['a finding of nobody’s', { findingId: randomUUIDv7() }, 'findingId'],
		['nobody to make sure of it', { owner: ' ' }, 'owner'],
		['no measure', { measureOfSuccess: '' }, 'measureOfSuccess'],
		['a title of a page', { title: 'x'.repeat(301) }, 'title'],
	])('NFS-14 a step with %s is refused at its field', async (_, changes, field) => {
		expect(await write(changes)).toMatchObject({ is: 'invalid', fields: { [field]: expect.any(String) } });
	});

	test('NFS-14 the champion writes it from an idea of the room; team, chair and staff neither write nor read it', async () => {
		const idea = (await screen('plumbline'))!.ideas[0]!;
		expect(idea).toMatchObject({ words: 'Read aloud daily', findingId: step['findingId'] });
		for (const _ of [1, 2]) expect(await write({ cardId: idea.id })).toEqual(done);
		expect((await screen('inkwell'))!.steps).toMatchObject([{ title: 'Read aloud daily', cardId: idea.id }]);
		for (const who of ['hedgepath', 'lanternby', 'tealeaf', 'ropewalk'] as const) {
			expect(await write({ id: randomUUIDv7() }, who)).toMatchObject({
				is: expect.stringMatching(/denied|missing/),
			});
			expect(await screen(who)).toBeNull();
		}
	});

	test('a step is changed by version, and a change meanwhile shows what stands', async () => {
		expect(await write({ version: '1', title: 'Read aloud every day' }, 'inkwell')).toEqual(done);
		expect(await write({ version: '1', title: 'Something else' })).toMatchObject({
			is: 'conflict',
			current: { title: 'Read aloud every day', version: 2 },
		});
	});

	test('a dropped step is gone, and dropping it twice is one deed', async () => {
		const id = randomUUIDv7();
		await write({ id, title: 'Buy a piano' });
		for (const _ of [1, 2]) expect(await at.run(dropStep, { id, version: '1' })).toEqual(done);
		expect((await screen('plumbline'))!.steps.map(({ title }) => title)).toEqual(['Read aloud every day']);
	});

	test('NFS-11 NFS-14 the head takes the steps up as actions, once, and nobody else does; then the plan changes them no more', async () => {
		expect(await at.run(takeUpSteps, {}, 'plumbline')).toEqual({ is: 'denied' });
		for (const _ of [1, 2]) expect(await at.run(takeUpSteps, {}, 'inkwell')).toEqual(done);
		const actions = await at.as('inkwell', async (ctx) =>
			actionsOf(ctx, (await openReview(ctx, at.reviewId))!),
		);
		expect(actions).toMatchObject([
			{
				id: step['id'],
				title: 'Read aloud every day',
				owner: 'Reading lead',
				due: '2027-01-15',
				findingId: step['findingId'],
			},
		]);
		expect((await screen('plumbline'))!.steps).toMatchObject([{ takenUp: true }]);
		expect(await write({ version: '2', title: 'Changed' })).toMatchObject({ is: 'invalid' });
		expect(await at.run(dropStep, { id: step['id'], version: '2' })).toMatchObject({ is: 'invalid' });
	});

	test('NFS-14 a step that was taken up is so too for whoever runs the workshop and reads no actions', async () => {
		const keys = await database().asOwner(async (db) => {
			const { rows } = await sql<{
				keys: string[];
			}>`select keys from action where id = ${step['id']}`.execute(db);
			await sql`update action set keys = array['host:' || review_id] where id = ${step['id']}`.execute(db);
			return rows[0]!.keys;
		});
		expect((await screen('plumbline'))!.steps).toMatchObject([{ takenUp: true }]);
		expect(await write({ version: '2', title: 'Changed' })).toMatchObject({ is: 'invalid' });
		await database().asOwner((db) =>
			sql`update action set keys = ${keys} where id = ${step['id']}`.execute(db),
		);
	});

	test('NFS-11 where one step can’t be taken up none is, with the reason', async () => {
		await write({ id: randomUUIDv7(), title: 'In time', due: '2027-02-01' });
		await write({ id: randomUUIDv7(), title: 'Too late', due: '2026-12-01' });
		const later = await at.as('inkwell', (ctx) =>
			takeUpSteps({ ...ctx, today: '2026-12-02' }, { reviewId: at.reviewId }),
		);
		expect(later).toMatchObject({ is: 'invalid', fields: { '': expect.stringContaining('“Too late”') } });
	});
});
