import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { invite } from '#domain/partnership/deeds/invitation.server.ts';
import { endRole } from '#domain/partnership/deeds/roles.server.ts';
import {
	foundedPartnership,
	foundingDay,
	newPerson,
	type Founded,
} from '#domain/partnership/founded.fixture.ts';
import { roles } from '#domain/partnership/queries.server.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { forEachEngine } from '#test/database.ts';
import { agreeMemorandum, agreeProtocol, publishMemorandum, remindOfAgreements } from './actions.server.ts';
import { documentAgreement } from './document-agreement.server.ts';
import { memorandumById, memorandumInForce, memorandumVersions } from './memoranda.server.ts';
import { agreementBoard, agreementsAsked } from './queries.server.ts';

const text = {
	title: 'Memorandum of the demo family',
	purpose: 'To learn from one another.',
	commitments: '- We come to meetings.\n- We review one another.\n',
	expectations: 'We are heard.',
	peerReview: 'Each school is reviewed by its peers.',
	opensTo: ['champion', 'staff', 'governors', 'heads', 'partnership', 'partner', 'link'],
	notice: '',
	reason: '',
};

forEachEngine((database) => {
	let home: Founded;
	let one: string;
	let two: string;
	beforeAll(async () => {
		home = await foundedPartnership(database());
		one = await home.invited('headteacher', home.members[0]);
		two = await home.invited('headteacher', home.members[1]);
		const version = { id: randomUUIDv7(), partnershipId: home.partnershipId, preset: 'family' };
		await home.as(home.chair, (ctx) => publishPreset(ctx, version));
	});

	test('a head who was invited is shown under the name that was typed, whatever the address is known under elsewhere', async () => {
		const other = await foundedPartnership(database());
		const known = await newPerson(database(), 'Known Elsewhere');
		const invitation = {
			id: randomUUIDv7(),
			partnershipId: other.partnershipId,
			memberId: other.members[0],
			role: 'headteacher',
			name: 'As Typed',
			email: `${known}@people.example`,
			fromDay: foundingDay,
		};
		await other.as(other.chair, (ctx) => invite(ctx, 'http://localhost:4000', invitation));
		const { members } = await other.as(other.chair, (ctx) => agreementBoard(ctx, other.partnershipId));
		expect(members.flatMap(({ heads }) => heads)).toMatchObject([{ personId: known, name: 'As Typed' }]);
	});

	const publish = (more: object = {}, by = home.chair) =>
		home.as(by, (ctx) =>
			publishMemorandum(ctx, {
				id: randomUUIDv7(),
				partnershipId: home.partnershipId,
				version: '0',
				...text,
				...more,
			}),
		);
	const inForce = async () => (await home.as(one, (ctx) => memorandumInForce(ctx, home.partnershipId)))!;
	const agree = async (by: string, memberId: string, more: object = {}, day?: string) => {
		const { id: versionId } = await inForce();
		const given = {
			partnershipId: home.partnershipId,
			memberId,
			versionId,
			typedName: 'Demo headteacher',
			...more,
		};
		return home.as(by, (ctx) => agreeMemorandum(ctx, given), day);
	};
	const statusOf = async (memberId: string, day?: string) => {
		const board = await home.as(home.chair, (ctx) => agreementBoard(ctx, home.partnershipId), day);
		return board.members.find(({ id }) => id === memberId)?.memorandum?.is;
	};

	describe('HEP-3 the memorandum is published', () => {
		test('by those who lead, and nobody else', async () => {
			expect(await publish({}, one)).toEqual({ is: 'denied' });
			expect(await publish({}, await home.invited('administrator'))).toEqual({ is: 'denied' });
			expect(await publish({}, await newPerson(database()))).toEqual({ is: 'missing' });
		});

		test.each([
			['purpose', { purpose: ' ' }, /why you work together/],
			['commitments', { commitments: '\n - \n' }, /at least one/],
			['expectations', { expectations: 'x'.repeat(301) }, /300 characters/],
			['opensTo', { opensTo: ['the press'] }, /among those listed/],
			['reason', { version: '1' }, /why there is a new version/],
		])('not without %s', async (field, more, sentence) => {
			expect(await publish(more)).toMatchObject({
				is: 'invalid',
				fields: { [field]: expect.stringMatching(sentence) },
			});
		});

		test('not where the protocol in force goes further, and it says in what', async () => {
			const refused = await publish({ opensTo: ['champion', 'staff', 'governors', 'partnership', 'link'] });
			expect(refused).toMatchObject({
				is: 'invalid',
				fields: {
					opensTo: expect.stringContaining('Which schools are reviewed when: outside partners'),
				},
			});
			expect(await publish({ opensTo: [] })).toMatchObject({
				is: 'invalid',
				fields: { opensTo: expect.stringContaining('Findings: the improvement champion of the review, ') },
			});
		});

		test('as version 1, once, however often it is sent', async () => {
			const id = randomUUIDv7();
			for (const _ of [1, 2])
				expect(await publish({ id })).toMatchObject({ is: 'done', value: { number: 1 } });
			expect(await inForce()).toMatchObject({
				number: 1,
				memorandum: { commitments: ['We come to meetings.', 'We review one another.'] },
			});
		});

		test('not on top of a version its author has not seen', async () => {
			expect(await publish({ version: '0' })).toMatchObject({ is: 'conflict' });
			expect(await publish({ version: '2', reason: 'Ahead.' })).toMatchObject({ is: 'conflict' });
		});
	});

	describe('HEP-3 each head agrees', () => {
		test('for the school they head, by their own name', async () => {
			expect(await agree(one, home.members[1])).toEqual({ is: 'denied' });
			expect(await agree(home.chair, home.members[0], { typedName: 'Chair Example' })).toEqual({
				is: 'denied',
			});
			expect(await agree(one, home.members[0], { typedName: 'Somebody Else' })).toMatchObject({
				is: 'invalid',
				fields: { typedName: expect.stringContaining('Demo headteacher') },
			});
			expect(await statusOf(home.members[0])).toBe('not yet');
			expect(await agree(one, home.members[0], { typedName: 'démo  HEADTEACHER' })).toMatchObject({
				is: 'done',
			});
			expect(await statusOf(home.members[0])).toBe('agreed');
			expect(await statusOf(home.members[1])).toBe('not yet');
			const kept = await home.as(one, ({ db }) =>
				db.selectFrom('memorandum_agreement').select('typed_name').execute(),
			);
			expect(kept).toEqual([{ typed_name: 'démo  HEADTEACHER' }]);
		});

		test('KSA-3 the protocol likewise', async () => {
			const board = await home.as(one, (ctx) => agreementBoard(ctx, home.partnershipId));
			const given = {
				partnershipId: home.partnershipId,
				memberId: home.members[0],
				versionId: board.latest.protocol!.id,
			};
			const by = (typedName: string) => home.as(one, (ctx) => agreeProtocol(ctx, { ...given, typedName }));
			expect(await by('Nobody')).toMatchObject({ is: 'invalid' });
			expect(await by('demo headteacher')).toMatchObject({ is: 'done' });
			const after = await home.as(one, (ctx) => agreementBoard(ctx, home.partnershipId));
			expect(after.members.find(({ id }) => id === home.members[0])?.protocol).toMatchObject({
				is: 'agreed',
				by: { personId: one, number: 1 },
			});
		});

		test('a new version asks again and says what changed; the one before can no longer be agreed', async () => {
			const { id: oldId } = await inForce();
			const changed = { version: '1', purpose: 'To help one another.', reason: 'We know more now.' };
			expect(await publish(changed)).toMatchObject({ is: 'done', value: { number: 2 } });
			expect(await agree(one, home.members[0], { versionId: oldId })).toMatchObject({
				is: 'conflict',
				current: { number: 2 },
			});
			expect(await statusOf(home.members[0])).toBe('agreed an older version');
			const { asked } = await home.as(one, (ctx) => documentAgreement(ctx, home.partnershipId, 'memorandum'));
			expect(asked).toMatchObject([
				{
					memberId: home.members[0],
					before: { number: 1 },
					changes: [
						{
							key: 'purpose',
							removed: ['To learn from one another.'],
							added: ['To help one another.'],
						},
					],
				},
			]);
			const old = await home.as(two, (ctx) => memorandumById(ctx, home.partnershipId, oldId));
			expect(old?.memorandum.purpose).toBe(text.purpose);
			const all = await home.as(two, (ctx) => memorandumVersions(ctx, home.partnershipId));
			expect(all.map(({ number, reason }) => [number, reason])).toEqual([
				[2, 'We know more now.'],
				[1, ''],
			]);
		});

		test('it stands on a head’s Home until they agree, and on nobody else’s', async () => {
			const askedOf = async (person: string) =>
				(await home.as(person, agreementsAsked)).map(({ document, number }) => [document, number]);
			expect(await askedOf(one)).toEqual([['memorandum', 2]]);
			expect(await askedOf(two)).toEqual([
				['memorandum', 2],
				['protocol', 1],
			]);
			expect(await askedOf(home.chair)).toEqual([]);
			await agree(one, home.members[0]);
			expect(await askedOf(one)).toEqual([]);
		});

		test('either of two heads agrees for the school', async () => {
			const executive = await home.invited('executive head', home.members[0]);
			expect(await home.as(executive, agreementsAsked)).toEqual([]);
			expect(await statusOf(home.members[0])).toBe('agreed');
		});
	});

	describe('HEP-3 whoever has not agreed is reminded', () => {
		const origin = 'http://localhost:4000';
		const remind = (by = home.chair, day?: string) =>
			home.as(by, (ctx) => remindOfAgreements(ctx, origin, { partnershipId: home.partnershipId }), day);
		const letters = async () =>
			database().asOwner((db) =>
				db
					.selectFrom('letter')
					.select(['recipient', 'subject', 'body'])
					.where('subject', 'like', '%please read and agree%')
					.execute(),
			);

		test('not by a head, nor by a stranger', async () => {
			expect(await remind(one)).toEqual({ is: 'denied' });
			expect(await remind(await newPerson(database()))).toEqual({ is: 'missing' });
			expect(await letters()).toEqual([]);
		});

		test('in one letter each, not again within three days, and again after', async () => {
			expect(await remind()).toEqual({ is: 'done', value: { reminded: ['Demo headteacher'] } });
			const [letter, ...more] = await letters();
			expect(more).toEqual([]);
			expect(letter!.body).toContain('- version 2 of the memorandum, for Demo school 1');
			expect(letter!.body).toContain('- version 1 of the protocol, for Demo school 1');
			expect(letter!.body).toContain(`${origin}/partnerships/${home.partnershipId}/agreements`);
			expect(await remind(home.chair, '2026-09-09')).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('Nobody was written to') },
			});
			expect(await letters()).toHaveLength(1);
			expect(await remind(home.chair, '2026-09-10')).toMatchObject({ is: 'done' });
			expect(await letters()).toHaveLength(2);
		});
	});

	describe('HEP-3 a new head', () => {
		test('is asked in their own name on taking over, while the school’s agreement stands', async () => {
			await agree(two, home.members[1]);
			const all = await home.as(home.chair, (ctx) => roles(ctx, home.partnershipId));
			const { id: roleId } = all.find(({ personId }) => personId === two)!;
			const ending = {
				partnershipId: home.partnershipId,
				roleId,
				of: 'appointment',
				untilDay: '2026-09-08',
			};
			await home.as(home.chair, (ctx) => endRole(ctx, ending));
			const next = await home.invited('headteacher', home.members[1]);
			const day = '2026-09-14';
			expect(await statusOf(home.members[1], day)).toBe('agreed by a former head');
			const { asked } = await home.as(
				next,
				(ctx) => documentAgreement(ctx, home.partnershipId, 'memorandum'),
				day,
			);
			expect(asked).toMatchObject([{ before: { personId: two, number: 2 }, changes: [] }]);
			expect(await agree(two, home.members[1], {}, day)).toEqual({ is: 'missing' });
			expect(await agree(next, home.members[1], {}, day)).toMatchObject({ is: 'done' });
			expect(await statusOf(home.members[1], day)).toBe('agreed');
		});
	});
});
