import { describe, expect, test } from 'vitest';
import { newPerson } from '#domain/partnership/founded.fixture.ts';
import { endRole } from '#domain/partnership/deeds/roles.server.ts';
import { roles } from '#domain/partnership/queries.server.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { protocolInForce } from '#domain/protocol/queries.server.ts';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { forEachEngine } from '#test/database.ts';
import { agreedReview, inTheMaking, type InTheMaking } from '../deeds/in-the-making.fixture.ts';
import { standStill, joinTeam, leaveTeam } from '../deeds/team.server.ts';
import { proposed } from '../facts.example.ts';
import { reviewers } from '../facts.ts';
import {
	companion,
	companions,
	goingWithSeveral,
	hasPairs,
	openPairs,
	withCompanions,
	type Pairing,
} from './pairing.ts';
import { pairingScreen, pairWith } from './pairing.server.ts';

const family = presetNamed('family');
const asked = (pairingWithHostStaff: Protocol['team']['pairingWithHostStaff']): Protocol => ({
	...family,
	team: { ...family.team, pairingWithHostStaff },
});
const [first, second] = reviewers(proposed);
const pair = (personId: string, more: Partial<Pairing>): Pairing => ({
	...{ personId, staffId: null, staffName: null, here: true, name: '', post: '', version: 1, ...more },
});

describe('NFS-4 who of the host goes with whom', () => {
	test('is read by name and post; nobody, or whoever has left the school, is nobody', () => {
		expect(companion(pair('a', { name: 'Jo Bell', post: 'maths lead' }))).toBe('Jo Bell, maths lead');
		expect(companion(pair('a', { staffId: 's', staffName: 'Kim Ash' }))).toBe('Kim Ash');
		expect(companion(pair('a', { staffId: 's', staffName: 'Kim Ash', here: false }))).toBeNull();
		expect(companion(pair('a', {}))).toBeNull();
	});

	test('whoever has nobody is told of where all are to have somebody, and not where that is only wished for', () => {
		const pairs = [pair(first!.personId, { name: 'Jo Bell' })];
		const alone = reviewers(proposed).slice(1);
		const [said] = openPairs(asked('always'), proposed, pairs);
		for (const { name } of alone) expect(said).toContain(name);
		expect(said).not.toContain(first!.name);
		expect(openPairs(asked('where possible'), proposed, pairs)).toEqual([]);
		const left = pair(second!.personId, { staffId: 's', staffName: 'Kim Ash', here: false });
		expect(openPairs(asked('where possible'), proposed, [left])).toEqual([
			`Kim Ash was to go with ${second!.name}, and has left the school.`,
		]);
	});

	test('one person with several is said', () => {
		const both = [first!, second!].map(({ personId }) => pair(personId, { name: 'Jo Bell' }));
		expect(goingWithSeveral(proposed, both)).toEqual([
			`Jo Bell goes with ${first!.name} and ${second!.name}.`,
		]);
		expect(goingWithSeveral(proposed, both.slice(1))).toEqual([]);
	});

	test('stands beside them on the timetable, but not where the whole team is', () => {
		const going = companions([pair(first!.personId, { name: 'Jo Bell', post: 'maths lead' })]);
		const person = ({ personId: id, name }: { personId: string; name: string }) => ({ id, name });
		const host = { id: 'host', name: 'Ann Host' };
		expect(withCompanions([person(first!), host], proposed, going)).toBe(
			`${first!.name} with Jo Bell, maths lead; Ann Host`,
		);
		expect(withCompanions([host], proposed, going)).toBe('Ann Host');
		const all = reviewers(proposed).map(person);
		expect(withCompanions(all, proposed, going)).toBe(all.map(({ name }) => name).join(', '));
	});

	test('is nothing by a protocol that pairs nobody, nor where nobody visits', () => {
		expect(hasPairs(asked('never'), proposed)).toBe(false);
		expect(hasPairs(asked('where possible'), proposed)).toBe(true);
		const kinds = family.kinds.map((kind) => ({ ...kind, days: 0 }));
		expect(hasPairs({ ...asked('always'), kinds }, { kind: kinds[0]!.key })).toBe(false);
	});
});

forEachEngine((database) => {
	const screen = (it: InTheMaking, by: string) => it.home.as(by, (ctx) => pairingScreen(ctx, it.reviewId));
	const goesWith = async (it: InTheMaking, personId: string) =>
		(await screen(it, it.host))!.team.find(({ pairing }) => pairing.personId === personId)?.goesWith;

	test('NFS-4 the host and whoever puts the team together say who goes with whom; nobody else, and nobody over another', async () => {
		const it = await agreedReview(database());
		const teacher = await it.home.invited('senior leader', it.home.members[0]);
		const elsewhere = await it.home.invited('senior leader', it.home.members[1]);
		const said = { personId: it.reviewer, version: '0', staffId: teacher, post: 'maths lead' };
		for (const other of [it.reviewer, teacher, elsewhere]) {
			expect(await it.on(other, pairWith, said)).toEqual({ is: 'denied' });
			expect(await screen(it, other)).toBeNull();
		}
		expect(await it.on(await newPerson(database()), pairWith, said)).toEqual({ is: 'missing' });
		for (const _ of [1, 2]) expect(await it.on(it.host, pairWith, said)).toMatchObject({ is: 'done' });
		expect(await goesWith(it, it.reviewer)).toBe('Demo senior leader, maths lead');
		const named = { ...said, staffId: '', name: 'Jo Bell' };
		expect(await it.on(it.facilitator, pairWith, named)).toMatchObject({
			is: 'conflict',
			current: { staffId: teacher },
		});
		expect(await it.on(it.facilitator, pairWith, { ...named, version: '1' })).toMatchObject({ is: 'done' });
		expect(await goesWith(it, it.reviewer)).toBe('Jo Bell, maths lead');
		const nobody = { personId: it.reviewer, version: '2' };
		expect(await it.on(it.home.chair, pairWith, nobody)).toMatchObject({ is: 'done' });
		expect(await goesWith(it, it.reviewer)).toBeNull();
		expect(await it.on(it.host, pairWith, { ...named, version: '2' })).toMatchObject({ is: 'conflict' });
	});

	test('what is not clear is refused at its field, and all is once the review stands still', async () => {
		const it = await agreedReview(database());
		const elsewhere = await it.home.invited('senior leader', it.home.members[1]);
		const governor = await it.home.invited('governor', it.home.members[0]);
		for (const [more, field] of [
			[{ staffId: it.host, name: 'Jo Bell' }, 'name'],
			[{ post: 'maths lead' }, 'name'],
			[{ name: 'x'.repeat(101) }, 'name'],
			[{ staffId: elsewhere }, 'staffId'],
			[{ staffId: governor }, 'staffId'],
			[{ personId: it.host, name: 'Jo Bell' }, ''],
		] as const)
			expect(await it.on(it.host, pairWith, { personId: it.reviewer, version: '0', ...more })).toMatchObject({
				is: 'invalid',
				fields: { [field]: expect.any(String) },
			});
		await it.on(it.host, standStill, { id: crypto.randomUUID(), kind: 'deferred', reason: 'Snow.' });
		expect(
			await it.on(it.host, pairWith, { personId: it.reviewer, version: '0', name: 'Jo Bell' }),
		).toMatchObject({ is: 'invalid', fields: { '': expect.stringContaining('stays as it was') } });
	});

	test('whoever leaves the team is paired no longer; where staff leave the school it is open, for everybody', async () => {
		const it = await agreedReview(database());
		const teacher = await it.home.invited('senior leader', it.home.members[0]);
		const pairs = { version: '0', staffId: teacher };
		for (const personId of [it.reviewer, it.facilitator])
			await it.on(it.host, pairWith, { ...pairs, personId });
		expect((await screen(it, it.host))!.several).toHaveLength(1);
		await it.on(it.home.chair, leaveTeam, { personId: it.reviewer });
		await it.on(it.home.chair, joinTeam, { personId: it.reviewer, role: 'reviewer' });
		expect(await goesWith(it, it.reviewer)).toBeNull();
		expect(await goesWith(it, it.facilitator)).toBe('Demo senior leader');

		const { partnershipId, chair } = it.home;
		const post = (await it.home.as(chair, (ctx) => roles(ctx, partnershipId))).find(
			({ personId }) => personId === teacher,
		)!;
		const ended = { partnershipId, roleId: post.id, of: 'appointment', untilDay: '2026-09-07' };
		expect(await it.home.as(chair, (ctx) => endRole(ctx, ended))).toMatchObject({ is: 'done' });
		expect(await goesWith(it, it.facilitator)).toBeNull();
		expect((await screen(it, it.host))!.gaps).toEqual([
			'Demo senior leader was to go with Demo independent chair, and has left the school.',
		]);
	});

	test('by a protocol that pairs nobody there is nothing to say', async () => {
		const it = await inTheMaking(database());
		const { partnershipId, chair } = it.home;
		const published = { id: crypto.randomUUID(), partnershipId, preset: 'trios' };
		await it.home.as(chair, (ctx) => publishPreset(ctx, published));
		const { protocol } = (await it.home.as(chair, (ctx) => protocolInForce(ctx, partnershipId)))!;
		const frame = { kind: protocol.kinds[0]!.key, focusKind: protocol.focus.kinds[0]!.key };
		await it.propose({ ...frame, focusSource: protocol.focus.sources[0]!.key });
		await it.on(chair, joinTeam, { personId: it.reviewer, role: 'reviewer' });
		expect(await screen(it, it.host)).toBeNull();
		expect(await it.on(it.host, pairWith, { personId: it.reviewer, version: '0', name: 'Jo Bell' })).toEqual({
			is: 'missing',
		});
	});
});
