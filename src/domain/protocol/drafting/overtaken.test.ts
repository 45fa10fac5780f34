import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { publishPreset } from '../actions.server.ts';
import { versions } from '../queries.server.ts';
import { adapting, decided, must, preset, type Adapting } from './adapting.fixture.ts';
import * as deciding from './deciding.server.ts';
import { digestOf } from './digest.server.ts';
import { draftState } from './draft.ts';
import { importDraft } from './opening.server.ts';
import { takeAlong } from './overtaken.server.ts';
import { draftById, openDrafts } from './queries.server.ts';
import { takeOver } from './taking-over.server.ts';
import { putBack } from './writing.server.ts';

forEachEngine((database) => {
	let it: Adapting;
	const along = async (person: string, draftId: string, ontoId?: string) =>
		it.by(person, takeAlong, { id: randomUUIDv7(), draftId, ontoId: ontoId ?? (await it.inForce()).id });

	beforeEach(async () => {
		it = await adapting(database());
	});

	describe('CSC-6 a group’s draft that a newer version overtook', () => {
		test('is taken along with all that was typed, and goes back to writing', async () => {
			const { oak, by, read, publish } = it;
			await publish(preset());
			const id = await it.adapt((protocol) => (protocol.day.ends = '15:00'));
			must(await by(oak.lead, deciding.submitDraft, decided(id)));
			await publish(preset((protocol) => (protocol.day.starts = '08:00')));
			expect(await by(it.steering, deciding.publishDraft, decided(id))).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('A newer version') },
			});
			must(await along(oak.lead, id));
			must(await along(oak.lead, id));
			const taken = await read(oak.lead, id);
			expect(taken.document['day']).toMatchObject({ starts: '08:00', ends: '15:00' });
			expect(taken.baseVersionId).toBe((await it.inForce()).id);
			expect(draftState(taken)).toBe('being written');
			must(await by(oak.lead, deciding.submitDraft, decided(id)));
			must(await by(it.steering, deciding.publishDraft, decided(id)));
			expect((await it.inForce([oak.id])).protocol.day).toMatchObject({ starts: '08:00', ends: '15:00' });
		});

		test('is not put forward before, nor taken along by others, nor onto a version its lead has not seen', async () => {
			const { oak, ash, by, read, publish } = it;
			await publish(preset());
			const id = await it.adapt((protocol) => (protocol.day.ends = '15:00'));
			await publish(preset((protocol) => (protocol.day.starts = '08:00')));
			const second = await it.inForce();
			await publish(preset((protocol) => (protocol.day.starts = '08:30')));
			expect(await by(oak.lead, deciding.submitDraft, decided(id))).toMatchObject({ is: 'invalid' });
			expect(await along(oak.lead, id, second.id)).toMatchObject({ is: 'conflict', current: { number: 3 } });
			expect(await along(ash.lead, id)).toMatchObject({ is: 'missing' });
			expect((await read(oak.lead, id)).document['day']).toMatchObject({ starts: '08:45', ends: '15:00' });
		});

		test('keeps what is unfinished in it, with that said at its place', async () => {
			const { oak, read, publish } = it;
			await publish(preset());
			const id = await it.adapt((protocol) => (protocol.report.headings[0]!.label = ''));
			await publish(preset((protocol) => (protocol.day.starts = '08:00')));
			must(await along(oak.lead, id));
			const { document } = await read(oak.lead, id);
			expect(document).toMatchObject({ day: { starts: '08:00' } });
			expect((document['report'] as { headings: object[] }).headings[0]).toMatchObject({ label: '' });
			const refused = await it.family.as(oak.lead, async (ctx) =>
				deciding.refusalsOn(ctx, (await draftById(ctx, id))!),
			);
			expect(refused.map(({ path }) => path)).toEqual(['report.headings.0.label']);
		});

		test('what groups may no longer change is said, and can be put back; not under somebody’s hands', async () => {
			const { oak, by, read, publish, family } = it;
			await publish(preset());
			const id = await it.adapt((protocol) => (protocol.day.ends = '15:00'));
			await publish(preset((protocol) => (protocol.adaptation.parts = ['report'])));
			must(await along(oak.lead, id));
			const refused = () =>
				family.as(oak.lead, async (ctx) => deciding.refusalsOn(ctx, (await draftById(ctx, id))!));
			expect((await refused()).map(({ path }) => path)).toEqual(['day']);
			const form = { draftId: id, part: 'day', before: digestOf('something else') };
			expect(await by(oak.lead, putBack, form)).toMatchObject({ is: 'conflict' });
			const before = digestOf((await read(oak.lead, id)).document['day']);
			must(await by(oak.lead, putBack, { ...form, before }));
			must(await by(oak.lead, putBack, { ...form, before }));
			expect(await refused()).toEqual([]);
		});
	});

	test('CSC-6 an approved change goes along onto the next version, with what that adds to the same list', async () => {
		const { oak, publish } = it;
		await publish(preset());
		await it.adapted((protocol) => (protocol.report.headings[0]!.label = 'What we saw first'));
		await publish(
			preset(({ report: { headings } }) =>
				headings.push({ ...headings[0]!, key: 'thanks', label: 'Whom we thank' }),
			),
		);
		const { groupId, protocol } = await it.inForce([oak.id]);
		expect(groupId).toBe(oak.id);
		const labels = protocol.report.headings.map(({ label }) => label);
		expect([labels[0], labels.at(-1)]).toEqual(['What we saw first', 'Whom we thank']);
	});

	describe('R10 the partnership’s draft that a newer version overtook', () => {
		const chairs = () => it.family.chair;
		const publishAsItIs = (more: object = {}) =>
			it.by(chairs(), publishPreset, {
				id: randomUUIDv7(),
				partnershipId: it.family.partnershipId,
				preset: 'family',
				...more,
			});

		test('a page from before a version was published replaces nothing', async () => {
			await it.publish(preset());
			expect(await publishAsItIs()).toMatchObject({ is: 'conflict', current: { number: 1 } });
			expect((await it.inForce()).number).toBe(1);
		});

		test('is not published over it before it was taken along', async () => {
			const id = await it.open(chairs(), { preset: 'network' });
			must(await publishAsItIs());
			expect(await it.by(chairs(), deciding.publishDraft, decided(id))).toMatchObject({ is: 'invalid' });
			must(await along(chairs(), id));
			must(await it.by(chairs(), deciding.publishDraft, decided(id)));
			const all = await it.family.as(chairs(), (ctx) => versions(ctx, it.family.partnershipId));
			expect(all.map(({ number }) => number)).toEqual([2, 1]);
		});

		test('a file brought in at the moment a version is published is not left on what is gone', async () => {
			const id = randomUUIDv7();
			const file = JSON.stringify(preset());
			const [brought, published] = await Promise.all([
				it.by(chairs(), importDraft, { id, partnershipId: it.family.partnershipId, file }),
				publishAsItIs(),
			]);
			expect([brought.is, published.is]).toEqual(['done', 'done']);
			const first = (await it.inForce()).id;
			const { baseVersionId } = await it.read(chairs(), id);
			const outcome = await it.by(chairs(), deciding.publishDraft, decided(id));
			expect(outcome.is).toBe(baseVersionId === first ? 'done' : 'invalid');
		});
	});

	describe('KSA-13 one group’s way becomes everybody’s', () => {
		const take = (groupId: string, part: string, person = it.family.chair) =>
			it.by(person, takeOver, { id: randomUUIDv7(), partnershipId: it.family.partnershipId, groupId, part });

		test('in the partnership’s draft, part by part, by who leads it alone', async () => {
			const { oak, ash, family } = it;
			await it.publish(preset());
			await it.adapted((protocol) => (protocol.day.ends = '15:00'));
			await it.adapted((protocol) => {
				protocol.day.ends = '15:30';
				protocol.report.headings[0]!.label = 'What we saw first';
			}, ash);
			expect((await take(oak.id, 'day', oak.lead)).is).toBe('denied');
			expect((await take(oak.id, 'day', it.steering)).is).toBe('denied');
			const { id } = must(await take(oak.id, 'day'));
			expect(must(await take(oak.id, 'day')).id).toBe(id);
			expect(must(await take(ash.id, 'report')).id).toBe(id);
			expect((await it.read(family.chair, id)).document).toMatchObject({
				day: { ends: '15:00' },
				report: {
					headings: expect.arrayContaining([expect.objectContaining({ label: 'What we saw first' })]),
				},
			});
			expect(await take(ash.id, 'day')).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('‘The day’ already') },
			});
			expect((await it.inForce()).protocol.day.ends).toBe('16:15');
			must(await it.by(family.chair, deciding.publishDraft, decided(id)));
			expect((await it.inForce()).protocol.day.ends).toBe('15:00');
			expect((await it.inForce([oak.id])).groupId).toBeNull();
			expect((await it.inForce([ash.id])).protocol.day.ends).toBe('15:30');
		});

		test('not where the group does nothing otherwise, and sent twice at once it is one draft', async () => {
			const { oak, ash, family } = it;
			await it.publish(preset());
			await it.adapted((protocol) => (protocol.day.ends = '15:00'));
			expect((await take(oak.id, 'report')).is).toBe('invalid');
			expect((await take(ash.id, 'day')).is).toBe('invalid');
			const both = await Promise.all([take(oak.id, 'day'), take(oak.id, 'day')]);
			expect(both.map(({ is }) => is)).toEqual(['done', 'done']);
			expect(await family.as(family.chair, (ctx) => openDrafts(ctx, family.partnershipId))).toHaveLength(1);
		});

		test('at the moment the draft is published, or dropped, it is in the one before or after it, and nothing is lost', async () => {
			const { oak, family } = it;
			await it.publish(preset());
			await it.adapted((protocol) => (protocol.day.ends = '15:00'));
			for (const end of [deciding.publishDraft, deciding.dropDraft, deciding.publishDraft]) {
				const open = await it.open(family.chair);
				const [ended, taken] = await Promise.all([
					it.by(family.chair, end, decided(open)),
					take(oak.id, 'day'),
				]);
				expect(ended.is).toBe('done');
				if (taken.is !== 'done' || taken.value.id === open) continue;
				const draft = await it.read(family.chair, taken.value.id);
				expect([draft.over, draft.document['day']]).toEqual([
					false,
					expect.objectContaining({ ends: '15:00' }),
				]);
				must(await it.by(family.chair, deciding.dropDraft, decided(draft.id)));
			}
		});
	});
});
