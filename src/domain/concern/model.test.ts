import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concerns as rules } from '#domain/protocol/presets/usual-concerns.ts';
import {
	inTurn,
	nextToTell,
	ringing,
	standingOf,
	toRing,
	whenUnsent,
	withoutNumber,
	type Contact,
	type Step,
} from './model.ts';

const contact = (role: Contact['role'], more: Partial<Contact> = {}): Contact => ({
	role,
	name: `Demo ${role}`,
	phone: `01632 96010${role.length % 10}`,
	email: `${role.replaceAll(' ', '.')}@school.example`,
	personId: null,
	heads: role === 'headteacher',
	...more,
});
const head = contact('headteacher', { name: 'Ada Head', phone: '01632 960001', personId: 'ada' });
const deputy = contact('deputy headteacher', { name: 'Ben Deputy', phone: '01632 960002' });
const lead = contact('designated safeguarding lead', { name: 'Cy Lead', phone: '01632 960003' });
const governor = contact('chair of governors', { name: 'Di Chair', phone: '01632 960004' });
const all = [governor, deputy, lead, head];

const noon = new Date('2026-11-19T12:00:00Z');
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);
const step = (name: string, more: Partial<Step> = {}): Step => ({
	role: 'headteacher',
	name,
	phone: '01632 960001',
	writable: true,
	toldAt: null,
	sentAt: null,
	undelivered: false,
	acknowledgedAt: null,
	...more,
});
const written = (name: string, at: Date, more: Partial<Step> = {}) =>
	step(name, { toldAt: at, sentAt: at, ...more });

describe('CSC-5 who is told', () => {
	test('in the order of the protocol, those who are not written down left out', () => {
		expect(inTurn(rules, false, all, 'me')).toEqual([head, lead, deputy]);
		expect(inTurn(rules, true, all, 'me')).toEqual([governor]);
	});

	test('of what is about the headteacher nobody who heads the school, whatever they are written down as', () => {
		const alias = contact('designated contact', { personId: 'ada', heads: true });
		expect(inTurn(rules, true, [...all, alias], 'me')).toEqual([governor]);
	});

	test('nor whoever has the head’s name or address under another role; an office number shared by all leaves nobody out', () => {
		const byName = contact('designated contact', { name: 'ada head ', email: 'office@school.example' });
		expect(inTurn(rules, true, [...all, byName], 'me')).toEqual([governor]);
		const office = all.map((one) => ({ ...one, phone: '01632 960000' }));
		expect(inTurn(rules, false, office, 'me')).toHaveLength(3);
	});

	test('each person once, and nobody of what they raised themselves', () => {
		const both = { ...deputy, role: 'designated safeguarding lead' as const };
		expect(inTurn(rules, false, [head, both, deputy], 'ada')).toEqual([both]);
	});

	test('property: a telling takes everybody once, in order, never sooner than the minutes, and ends with the first answer', () => {
		const people = fc.array(fc.record({ writable: fc.boolean() }), { maxLength: 6 });
		const looks = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 });
		fc.assert(
			fc.property(
				people,
				looks,
				fc.integer({ min: 1, max: 30 }),
				fc.option(fc.nat(60)),
				(who, waits, every, answer) => {
					const steps = who.map(({ writable }, place) => step(String(place), { writable }));
					const told: { place: number; at: number }[] = [];
					let at = 0;
					for (const [look, wait] of waits.entries()) {
						at += wait;
						if (look === answer && told.length > 0) steps[told[0]!.place]!.acknowledgedAt = minutes(at);
						const next = nextToTell(steps, every, minutes(at));
						if (!next) continue;
						expect(
							answer !== null && look >= answer && told.length > 0 && steps.some((one) => one.acknowledgedAt),
						).toBe(false);
						next.toldAt = minutes(at);
						told.push({ place: steps.indexOf(next), at });
					}
					const writable = who.flatMap((one, place) => (one.writable ? [place] : []));
					expect(told.map(({ place }) => place)).toEqual(writable.slice(0, told.length));
					for (const [index, { at: when }] of told.entries())
						if (index > 0) expect(when - told[index - 1]!.at).toBeGreaterThanOrEqual(every);
				},
			),
		);
	});
});

describe('what whoever raised it reads is true', () => {
	const said = (steps: Step[], now: Date) => standingOf(steps, 10, now);

	test('while nobody has been told', () => {
		expect(said([], noon)).toEqual({ is: 'nobody told', words: 'Nobody has been told yet.', next: null });
		expect(said([step('Ada', { writable: false })], noon).is).toBe('nobody told');
	});

	test('while a letter is under way, when it has gone, and when it could not be delivered', () => {
		const on = (more: Partial<Step>) =>
			said([step('Ada', { toldAt: noon, ...more }), step('Ben')], minutes(1));
		expect(on({}).words).toBe('A letter to Ada is on its way since 12:00.');
		expect(on({ sentAt: minutes(1) })).toEqual({
			is: 'waiting',
			words: 'Ada was written to at 12:01 and has not answered.',
			next: 'If nobody answers, Ben is written to at 12:10.',
		});
		expect(on({ undelivered: true }).words).toBe('Our letter to Ada could not be delivered.');
	});

	test('when somebody has answered, the first of them', () => {
		const steps = [
			written('Ada', noon, { acknowledgedAt: minutes(12) }),
			written('Ben', minutes(10), { acknowledgedAt: minutes(11) }),
		];
		expect(said(steps, minutes(20))).toEqual({
			is: 'acknowledged',
			words: 'Ben has acknowledged at 12:11.',
			next: null,
		});
		expect(toRing(steps)?.name).toBe('Ben');
	});

	test('when all were told and the time of the last is over', () => {
		const steps = [written('Ada', noon), written('Ben', minutes(10))];
		expect(said(steps, minutes(19)).words).toBe('Ben was written to at 12:10 and has not answered.');
		expect(said(steps, minutes(20))).toMatchObject({
			is: 'nobody answered',
			words: 'Everybody we can write to was told and nobody has answered: go to them now.',
		});
	});

	test('they ring whoever was told last, or the first with a number while none of them has one', () => {
		expect(toRing([written('Ada', noon), written('Ben', minutes(10)), step('Cy')])?.name).toBe('Ben');
		expect(toRing([written('Ada', noon, { phone: '' }), step('Ben')])?.name).toBe('Ben');
		expect(toRing([])).toBeNull();
	});
});

describe('where it could not be sent', () => {
	test('that nobody knows, and whom to ring', () => {
		expect(whenUnsent(rules, false, all, 'me')).toEqual({
			ring: head,
			words: 'Nobody has been told yet: this device is offline. Ring Ada Head, 01632 960001, now.',
		});
		expect(whenUnsent(rules, true, all, 'me', 'unanswered').words).toBe(
			'We do not know whether anybody was told: the server did not answer. Ring Di Chair, 01632 960004, now.',
		);
	});

	test('without a number they go and find them', () => {
		expect(whenUnsent(rules, false, [{ ...head, phone: '' }], 'me').words).toContain(
			'Go and find Ada Head now.',
		);
		expect(whenUnsent(rules, true, [], 'me').words).toContain('Go and find the chair of governors now.');
	});
});

test('whom a host has still to write down', () => {
	expect(withoutNumber(rules, [{ ...head, phone: '' }, lead, deputy, governor])).toEqual([
		'headteacher',
		'designated contact',
	]);
});

test('a number is rung as it is dialled', () => {
	expect(ringing('+44 (0)1632 960-123')).toBe('tel:+4401632960123');
	expect(ringing('01632 960123')).toBe('tel:01632960123');
});
