import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { formGroup } from '#domain/partnership/deeds/groups.server.ts';
import { forEachEngine } from '#test/database.ts';
import { adapting, decided, must, preset, type Adapting } from '../drafting/adapting.fixture.ts';
import { publishDraft, submitDraft } from '../drafting/deciding.server.ts';
import { agreeProtocol, remindOfAgreements } from './actions.server.ts';
import { documentAgreement } from './document-agreement.server.ts';
import { agreementBoard, agreementsAsked } from './queries.server.ts';

forEachEngine((database) => {
	let it: Adapting;
	const board = (day?: string) =>
		it.family.as(it.family.chair, (ctx) => agreementBoard(ctx, it.family.partnershipId), day);
	const standings = async (day?: string) =>
		new Map((await board(day)).members.map(({ id, protocol }) => [id, protocol?.is]));
	const agree = async (person: string, memberId: string, versionId: string, day?: string) =>
		(
			await it.by(
				person,
				agreeProtocol,
				{ partnershipId: it.family.partnershipId, memberId, versionId, typedName: 'Demo headteacher' },
				day,
			)
		).is;
	const asked = async (person: string) =>
		(await it.family.as(person, (ctx) => documentAgreement(ctx, it.family.partnershipId, 'protocol'))).asked;
	const ofOak = () => it.inForce([it.oak.id]);

	beforeEach(async () => {
		it = await adapting(database());
		await it.publish(preset());
		const { id } = await it.inForce();
		for (const { lead, other, members } of [it.oak, it.ash])
			for (const [index, head] of [lead, other].entries())
				expect(await agree(head, members[index]!, id)).toBe('done');
	});

	describe('CSC-6 what was approved for a group', () => {
		beforeEach(() => it.adapted((protocol) => (protocol.day.ends = '15:00')));

		test('asks the heads of its schools, and no others, and shows what is otherwise', async () => {
			const { oak, ash, family } = it;
			expect(await standings()).toEqual(
				new Map<string, string>([
					...oak.members.map((id) => [id, 'agreed before its group’s change'] as const),
					...ash.members.map((id) => [id, 'agreed'] as const),
				]),
			);
			expect(await family.as(ash.lead, agreementsAsked)).toEqual([]);
			expect(await family.as(oak.other, agreementsAsked)).toMatchObject([
				{ document: 'protocol', number: 1, group: 'Oak' },
			]);
			const [one] = await asked(oak.other);
			expect(one).toMatchObject({ before: { number: 1, group: null }, holding: { group: 'Oak' } });
			expect(JSON.stringify(one!.otherwise)).toContain('15:00');
			expect(one!.changes).toEqual(one!.otherwise);
		});

		test('is agreed to by name, under the version that holds there and under no other', async () => {
			const { oak, ash } = it;
			const { id } = await ofOak();
			const common = (await it.inForce()).id;
			expect(await agree(oak.other, oak.members[1]!, common)).toBe('conflict');
			expect(await agree(ash.lead, ash.members[0]!, id)).toBe('conflict');
			expect(await agree(ash.lead, oak.members[1]!, id)).toBe('denied');
			expect(await agree(oak.other, oak.members[1]!, id)).toBe('done');
			expect((await standings()).get(oak.members[1]!)).toBe('agreed');
			expect((await standings()).get(oak.members[0]!)).toBe('agreed before its group’s change');
		});

		test('asks again when the group changes it once more, with what changed since', async () => {
			const { oak } = it;
			expect(await agree(oak.other, oak.members[1]!, (await ofOak()).id, '2026-09-08')).toBe('done');
			await it.adapted((protocol) => (protocol.day.ends = '15:20'));
			expect((await standings()).get(oak.members[1]!)).toBe('agreed before its group’s change');
			const [one] = await asked(oak.other);
			expect(one!.before?.group).toBe('Oak');
			expect(JSON.stringify(one!.changes)).toContain('15:00');
			expect(JSON.stringify(one!.otherwise)).not.toContain('15:00');
		});

		test('asks for nothing once the group does as everybody does', async () => {
			await it.adapted((protocol) => (protocol.day.ends = '16:15'));
			expect(new Set((await standings()).values())).toEqual(new Set(['agreed']));
		});

		test('goes along with a new version, and one name agrees to both', async () => {
			const { oak, ash } = it;
			await it.publish(preset((protocol) => (protocol.day.starts = '08:00')));
			const [one, ...more] = await asked(oak.lead);
			expect(more).toEqual([]);
			expect(one).toMatchObject({ holding: { number: 2, group: 'Oak' }, before: { number: 1 } });
			expect(JSON.stringify(one!.changes)).toMatch(/08:00.*15:00|15:00.*08:00/);
			expect(await agree(oak.lead, oak.members[0]!, one!.holding.versionId)).toBe('done');
			expect(await asked(oak.lead)).toEqual([]);
			expect((await standings()).get(oak.members[0]!)).toBe('agreed');
			expect((await standings()).get(ash.members[0]!)).toBe('agreed an older version');
		});

		test('is in the letter that reminds them', async () => {
			const { family, oak } = it;
			const reminded = await family.as(family.chair, (ctx) =>
				remindOfAgreements(ctx, 'http://localhost:4000', { partnershipId: family.partnershipId }),
			);
			expect(must(reminded).reminded).toHaveLength(oak.members.length);
			const letters = await database().asOwner((db) =>
				db
					.selectFrom('letter')
					.select('body')
					.where('body', 'like', `%${family.partnershipId}%`)
					.where('subject', 'like', '%please read and agree%')
					.execute(),
			);
			expect(letters).toHaveLength(oak.members.length);
			for (const { body } of letters)
				expect(body).toContain('- version 1 of the protocol, with what Oak does otherwise, for Demo school');
		});

		test('of a school in two groups at once it is what was approved last, also once both went along onto a new version', async () => {
			const { oak, ash, family } = it;
			const elm = { id: randomUUIDv7(), lead: family.chair };
			const shared = oak.members[0]!;
			const form = { id: elm.id, name: 'Elm', schoolYear: '2026-27', memberIds: [shared, ash.members[0]!] };
			must(await it.by(family.chair, formGroup, { ...form, partnershipId: family.partnershipId }));
			await it.adapted((protocol) => (protocol.day.ends = '15:10'));
			const change = await it.adapt((protocol) => (protocol.day.ends = '15:20'), elm);
			must(await it.by(elm.lead, submitDraft, decided(change)));
			must(await it.by(it.steering, publishDraft, decided(change), '2026-09-08'));
			const holds = async () =>
				(await board()).members.find(({ id }) => id === shared)!.holding.protocol?.group;
			expect(await holds()).toBe('Elm');
			await it.publish(preset((protocol) => (protocol.day.starts = '08:00')));
			expect(await holds()).toBe('Elm');
			expect((await it.inForce([oak.id, elm.id, ash.id])).groupId).toBe(elm.id);
		});

		test('holds to the end of the school year; a new year’s group asks for what holds in it', async () => {
			const { oak, ash, family } = it;
			const { id } = await ofOak();
			expect(await agree(oak.lead, oak.members[0]!, id)).toBe('done');
			const next = '2027-09-06';
			expect((await standings(next)).get(oak.members[0]!)).toBe('agreed');
			const elm = { id: randomUUIDv7(), lead: ash.lead };
			const members = [oak.members[0]!, ash.members[0]!];
			const form = { ...elm, name: 'Elm', schoolYear: '2027-28', memberIds: members };
			must(await it.by(family.chair, formGroup, { ...form, partnershipId: family.partnershipId }));
			await it.adapted((protocol) => (protocol.day.ends = '14:30'), { id: elm.id, lead: family.chair });
			expect((await standings()).get(oak.members[0]!)).toBe('agreed');
			const then = await standings(next);
			expect(members.map((member) => then.get(member))).toEqual(
				Array(2).fill('agreed before its group’s change'),
			);
			expect(then.get(oak.members[1]!)).toBe('agreed');
		});
	});
});
