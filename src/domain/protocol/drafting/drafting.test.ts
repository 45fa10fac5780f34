import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { invite } from '#domain/partnership/deeds/invitation.server.ts';
import { endRole } from '#domain/partnership/deeds/roles.server.ts';
import type { Founded } from '#domain/partnership/founded.fixture.ts';
import { roles } from '#domain/partnership/queries.server.ts';
import { forEachEngine } from '#test/database.ts';
import { protocolForMember, versions } from '../queries.server.ts';
import { adapting, decided, must, preset, type Adapting } from './adapting.fixture.ts';
import * as deciding from './deciding.server.ts';
import { digestOf } from './digest.server.ts';
import { draftState } from './draft.ts';
import { importDraft, openDraft } from './opening.server.ts';
import { draftById, openDrafts, remarksOn } from './queries.server.ts';
import { remarkOnDraft } from './remarks.server.ts';
import { savePart } from './writing.server.ts';

forEachEngine((database) => {
	let it: Adapting;
	let family: Founded;
	let steering: string;
	let head: string;
	let groupId: string;

	const by: Adapting['by'] = (...given) => it.by(...given);
	const open: Adapting['open'] = (...given) => it.open(...given);
	const read: Adapting['read'] = (...given) => it.read(...given);
	const publish: Adapting['publish'] = (...given) => it.publish(...given);
	const inForce: Adapting['inForce'] = (...given) => it.inForce(...given);
	const adapt: Adapting['adapt'] = (...given) => it.adapt(...given);
	const refusals = (person: string, id: string) =>
		family.as(person, async (ctx) => deciding.refusalsOn(ctx, (await draftById(ctx, id))!));

	beforeEach(async () => {
		it = await adapting(database());
		({ family, steering } = it);
		({ lead: head, id: groupId } = it.oak);
	});

	describe('a partnership’s draft', () => {
		test('what is typed is kept unfinished, and published once nothing stands in the way', async () => {
			const id = await open(family.chair, { preset: 'network' });
			const { document } = await read(family.chair, id);
			const save = { draftId: id, part: 'workshop', before: digestOf(document['workshop']) };
			const form = { 'workshop.runBy': 'champion', 'workshop.team': 'welcome', 'workshop.method': 'matrix' };
			must(await by(family.chair, savePart, { ...save, form: { ...form, 'workshop.produces': '' } }));
			expect((await read(family.chair, id)).document['workshop']).toMatchObject({
				method: 'matrix',
				produces: [],
			});
			expect(await by(family.chair, deciding.publishDraft, decided(id))).toMatchObject({ is: 'invalid' });

			const before = digestOf((await read(family.chair, id)).document['workshop']);
			const whole = { ...form, 'workshop.produces': 'A plan\nA date' };
			must(await by(family.chair, savePart, { ...save, before, form: whole }));
			must(await by(family.chair, deciding.publishDraft, decided(id)));
			expect(await inForce()).toMatchObject({
				number: 1,
				reason: 'Agreed at the meeting.',
				protocol: { workshop: { produces: ['A plan', 'A date'] } },
			});
			expect(draftState(await read(family.chair, id))).toBe('over');
			expect(await by(family.chair, savePart, { ...save, form: whole })).toMatchObject({ is: 'invalid' });
		});

		test('two who write one part do not overwrite each other; the same words twice are one', async () => {
			const id = await open(family.chair, { preset: 'network' });
			const before = digestOf((await read(family.chair, id)).document['preamble']);
			const save = (vision: string) =>
				by(family.chair, savePart, {
					draftId: id,
					part: 'preamble',
					before,
					form: { 'preamble.vision': vision },
				});
			must(await save('Ours'));
			must(await save('Ours'));
			expect(await save('Theirs')).toMatchObject({ is: 'conflict', current: { vision: 'Ours' } });
		});

		test('one at a time: who opens a second goes on with the first', async () => {
			const id = await open(family.chair, { preset: 'network' });
			expect(await open(family.chair, { preset: 'family' })).toBe(id);
		});

		test('CSC-4 is its authors’ until it is put forward; then all may ask, and the answers stay with the version', async () => {
			const id = await open(family.chair, { preset: 'network' });
			const ask = { id: randomUUIDv7(), draftId: id, part: 'team', words: 'Why three heads?' };
			expect((await by(head, remarkOnDraft, ask)).is).toBe('missing');
			must(
				await by(family.chair, deciding.submitDraft, { ...decided(id), reason: 'A trial in the spring.' }),
			);
			must(await by(head, remarkOnDraft, ask));
			must(
				await by(family.chair, remarkOnDraft, {
					id: randomUUIDv7(),
					draftId: id,
					answersId: ask.id,
					words: 'So that one can be new.',
				}),
			);
			must(await by(family.chair, deciding.publishDraft, decided(id, 'Three, as tried.')));
			const said = await family.as(head, (ctx) =>
				remarksOn(ctx, { partnershipId: family.partnershipId, id }),
			);
			expect(said).toMatchObject([
				{ words: 'Why three heads?', part: 'team', answers: [{ words: 'So that one can be new.' }] },
			]);
			const [version] = await family.as(head, (ctx) => versions(ctx, family.partnershipId));
			expect(version).toMatchObject({ number: 1, reason: 'Three, as tried.' });
		});

		test('only who leads writes and publishes; a stranger meets nothing', async () => {
			const id = await open(family.chair, { preset: 'network' });
			must(await by(family.chair, deciding.submitDraft, decided(id)));
			for (const [person, is] of [
				[head, 'denied'],
				[steering, 'denied'],
				[randomUUIDv7(), 'missing'],
			] as const) {
				const form = { draftId: id, part: 'workshop', before: '', form: {} };
				expect((await by(person, savePart, form)).is, person).toBe(is);
				expect((await by(person, deciding.publishDraft, decided(id))).is, person).toBe(is);
				expect((await by(person, deciding.dropDraft, decided(id))).is, person).toBe(is);
			}
		});
	});

	describe('a protocol from elsewhere', () => {
		const bring = (file: string) =>
			by(family.chair, importDraft, { id: randomUUIDv7(), partnershipId: family.partnershipId, file });

		test('opens as a draft, with what is wrong in it said', async () => {
			const broken = preset((protocol) => (protocol.stages[0]!.when.anchor = 'stage:nowhere'));
			const { id } = must(await bring(JSON.stringify(broken)));
			expect(await refusals(family.chair, id)).toEqual([
				{
					path: 'stages.0.when',
					part: 'stages',
					message: 'No stage leads to what this one is counted from.',
				},
			]);
		});

		test.each(['', 'hello', '7', 'null', '[]', '{"format":99}', '{"format":2}', '{"a":"\\u0000"}'])(
			'%s is no protocol',
			async (file) => {
				expect(await bring(file)).toMatchObject({ is: 'invalid', fields: { file: expect.any(String) } });
			},
		);
	});

	describe('CSC-6 a group’s adaptation', () => {
		test('is written by its lead, approved by the steering group, and holds for its members’ reviews alone', async () => {
			await publish(preset());
			const id = await adapt((protocol) => (protocol.day.ends = '15:00'));
			expect(await by(steering, deciding.publishDraft, decided(id))).toMatchObject({ is: 'missing' });
			must(await by(head, deciding.submitDraft, { ...decided(id), reason: 'Buses leave at three.' }));
			expect(await by(head, deciding.publishDraft, decided(id))).toMatchObject({ is: 'denied' });
			must(await by(steering, deciding.publishDraft, decided(id, 'Fine for a term.')));
			expect((await inForce()).protocol.day.ends).toBe('16:15');
			expect(await inForce([groupId])).toMatchObject({ groupId, protocol: { day: { ends: '15:00' } } });
			const forHost = (year: string) =>
				family.as(head, (ctx) => protocolForMember(ctx, family.partnershipId, family.members[0], year));
			expect((await forHost('2026-27'))!.protocol.day.ends).toBe('15:00');
			expect((await forHost('2027-28'))!.protocol.day.ends).toBe('16:15');
		});

		test('is sent back with a reason, and can be put forward again', async () => {
			await publish(preset());
			const id = await adapt((protocol) => (protocol.day.ends = '12:00'));
			must(await by(head, deciding.submitDraft, decided(id)));
			must(await by(steering, deciding.returnDraft, decided(id, 'A day needs its afternoon.')));
			const back = await read(head, id);
			expect([draftState(back), back.decided?.reason]).toEqual(['sent back', 'A day needs its afternoon.']);
			must(await by(head, deciding.submitDraft, decided(id)));
			expect(draftState(await read(head, id))).toBe('put forward');
			expect(await by(head, savePart, { draftId: id, part: 'day', before: '', form: {} })).toMatchObject({
				is: 'invalid',
			});
			must(await by(head, deciding.takeBackDraft, { id: randomUUIDv7(), draftId: id }));
			expect(draftState(await read(head, id))).toBe('being written');
		});

		test('is no longer its lead’s once they head none of its schools, whatever else they still are', async () => {
			await publish(preset());
			const id = await adapt((protocol) => (protocol.day.ends = '15:00'));
			const { partnershipId } = family;
			const held = await family.as(head, async (ctx) =>
				(await roles(ctx, partnershipId)).find(({ personId }) => personId === head)!,
			);
			const given = {
				name: 'Demo head',
				email: held.email,
				memberId: '',
				role: 'steering',
				fromDay: '2026-09-07',
			};
			await family.as(family.chair, (ctx) =>
				invite(ctx, 'http://localhost:4000', { id: randomUUIDv7(), partnershipId, ...given }),
			);
			const end = { partnershipId, of: 'appointment', roleId: held.id, untilDay: '2026-10-01' };
			must(await by(family.chair, endRole, end));
			const save = { draftId: id, part: 'day', before: '', form: {} };
			const later = (day: string) => family.as(head, (ctx) => savePart(ctx, save), day);
			expect((await later('2026-09-30')).is).toBe('conflict');
			expect((await later('2026-10-01')).is).toBe('missing');
		});

		test('CSC-14 may not touch what is everybody’s, nor drop a heading that all keep', async () => {
			await publish(preset());
			const id = await adapt((protocol) => {
				protocol.report.headings.shift();
				protocol.concerns.minutes = 60;
			});
			expect(await by(head, deciding.submitDraft, decided(id))).toMatchObject({ is: 'invalid' });
			const said = (await refusals(head, id)).map(({ path }) => path);
			expect(said).toEqual(['concerns', 'report.headings']);
		});

		test('nobody approves what they put forward themselves', async () => {
			await publish(preset());
			const id = await adapt((protocol) => (protocol.day.ends = '15:00'));
			must(await by(family.chair, deciding.submitDraft, decided(id)));
			expect(await by(family.chair, deciding.publishDraft, decided(id))).toMatchObject({ is: 'invalid' });
			must(await by(steering, deciding.publishDraft, decided(id)));
		});

		test('goes along with the partnership’s next version where it fits, and not where it does not', async () => {
			await publish(preset());
			const id = await adapt((protocol) => (protocol.day.ends = '15:00'));
			must(await by(head, deciding.submitDraft, decided(id)));
			must(await by(steering, deciding.publishDraft, decided(id)));
			await publish(preset((protocol) => (protocol.day.starts = '08:00')));
			expect((await inForce([groupId])).protocol.day).toMatchObject({ starts: '08:00', ends: '15:00' });
			await publish(preset((protocol) => (protocol.day.starts = '15:30')));
			expect(await inForce([groupId])).toMatchObject({ groupId: null, number: 3 });
		});

		test('is refused where the protocol leaves nothing to groups, and to who leads no group', async () => {
			await publish(preset((protocol) => (protocol.adaptation.parts = [])));
			const mine = { id: randomUUIDv7(), partnershipId: family.partnershipId, groupId };
			expect(await by(head, openDraft, mine)).toMatchObject({ is: 'invalid' });
			expect(await by(steering, openDraft, mine)).toMatchObject({ is: 'denied' });
			expect(await family.as(head, (ctx) => openDrafts(ctx, family.partnershipId))).toEqual([]);
		});
	});
});
