import { describe, expect, test } from 'vitest';
import { englishYear } from '#domain/calendar/english-year.ts';
import { schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import * as review from './facts.example.ts';
import type { Facts } from './facts.ts';
import { nextFor, timeline } from './timeline.ts';

const [family, network] = [presetNamed('family'), presetNamed('network')];
const calendar = schoolCalendar([2025, 2026, 2027].map(englishYear));
const on = (today: string, facts: Facts, protocol = family) => timeline(protocol, facts, calendar, today);
const item = (key: string, today: string, facts: Facts, protocol = family) =>
	on(today, facts, protocol).find((one) => one.key === key)!;

describe('the timeline', () => {
	test('NFS-14 the workshop is due within two weeks of the review, also across a half-term', () => {
		expect(item('workshop', '2026-11-20', review.prepared)).toMatchObject({
			due: '2026-12-03',
			state: 'due',
			who: { roles: ['champion'], people: ['cara'] },
			because:
				'Run the workshop on next steps: improvement champion, within two school weeks of the last day of the review.',
		});
		const beforeBreak = { ...review.prepared, firstDay: '2026-10-22', lastDay: '2026-10-22' };
		expect(item('workshop', '2026-10-23', beforeBreak).due).toBe('2026-11-12');
	});

	test('NFS-25 the report is due in school days, and late when they are over', () => {
		expect(item('report', '2026-11-20', review.prepared)).toMatchObject({ due: '2026-11-26', state: 'due' });
		expect(item('report', '2026-11-27', review.prepared)).toMatchObject({ state: 'overdue' });
		expect(item('report', '2026-11-27', review.signed)).toMatchObject({ state: 'done', done: '2026-11-23' });
	});

	test('what follows something undone waits, with the day to expect', () => {
		expect(item('publish', '2026-11-20', review.prepared)).toMatchObject({
			due: '2026-12-01',
			state: 'waiting',
			provisional: true,
		});
		expect(item('publish', '2026-11-24', review.signed)).toMatchObject({
			due: '2026-11-26',
			state: 'due',
			provisional: false,
		});
		expect(item('publish', '2026-11-30', { ...review.prepared }).due).toBe('2026-12-03');
		expect(item('report', '2026-09-15', review.proposed).state).toBe('waiting');
	});

	test('without a date all that hangs on it waits', () => {
		const undated = { ...review.proposed, firstDay: null, lastDay: null };
		const open = on('2026-09-15', undated);
		expect(open.find(({ key }) => key === 'accept')).toMatchObject({ due: '2026-09-28', state: 'due' });
		expect(
			open
				.filter(({ key }) => key !== 'accept')
				.every(({ due, state }) => due === null && state === 'waiting'),
		).toBe(true);
	});

	test('NFS-15 progress is due at the next heads’ meeting, supposed from how often heads meet', () => {
		expect(item('progress', '2026-11-26', review.published)).toMatchObject({
			due: '2027-02-12',
			provisional: true,
			state: 'later',
		});
		expect(item('progress', '2026-11-26', review.published, network).due).toBe('2027-03-25');
	});

	test('NFS-15 CEN-9 what answers a report is asked of nobody before that is out, whatever day it is', () => {
		const undone = on('2027-09-20', review.signed).filter(({ state }) => state === 'waiting');
		expect(undone.map(({ key }) => key)).toEqual(
			expect.arrayContaining(['actions', 'progress', 'look-back']),
		);
		expect(item('look-back', '2027-09-20', review.published).state).toBe('overdue');
		const without = structuredClone(network!);
		for (const stage of without.stages) if (stage.done.startsWith('report ')) stage.required = 'may';
		expect(item('look-back', '2027-09-20', review.prepared, without).state).toBe('overdue');
	});

	test('NFS-15 NFS-28 where heads have entered their meetings, it is the first after the review, and certain', () => {
		const meetings = ['2027-01-14', '2026-11-19', '2026-12-08'];
		const known = schoolCalendar([2025, 2026, 2027].map(englishYear), meetings);
		const progress = (today: string, facts: Facts) =>
			timeline(family!, facts, known, today).find(({ key }) => key === 'progress')!;
		expect(progress('2026-11-26', review.published)).toMatchObject({
			due: '2026-12-08',
			provisional: false,
			state: 'due',
		});
		expect(progress('2026-11-18', review.prepared)).toMatchObject({ due: '2026-12-08', state: 'waiting' });
		const last = { ...review.published, firstDay: '2027-01-14', lastDay: '2027-01-14' };
		expect(progress('2027-01-15', last)).toMatchObject({ provisional: true });
	});

	test('CEN-9 the look-back is due at a set time, and each side is asked until it has answered', () => {
		const half = { ...review.followedUp, lookBack: review.lookedBack.lookBack.slice(0, 1) };
		expect(item('look-back', '2027-06-11', half, network)).toMatchObject({
			due: '2027-07-22',
			who: { people: ['ruth', 'owen'] },
		});
		expect(item('look-back', '2027-06-20', review.lookedBack, network)).toMatchObject({
			state: 'done',
			done: '2027-06-15',
		});
	});

	test('NFS-13 what only people can see done is due until its day and stays on the course; what is optional is never overdue', () => {
		expect(item('thanks', '2026-11-26', review.prepared).state).toBe('due');
		expect(item('thanks', '2026-11-27', review.prepared)).toMatchObject({ state: 'passed', done: null });
		expect(item('response', '2027-02-01', review.published).state).toBe('due');
		const must = {
			...family!,
			stages: family!.stages.map((stage) =>
				stage.key === 'thanks' ? { ...stage, required: 'must' as const } : stage,
			),
		};
		expect(item('thanks', '2026-11-27', review.prepared, must).state).toBe('overdue');
	});

	test('NFS-13 what was ticked is done on the day that was said, and what is counted from it moves there', () => {
		const ticks = [{ stage: 'thanks', personId: 'ruth', on: '2026-11-24' }];
		const ticked = { ...review.prepared, ticks };
		expect(item('thanks', '2026-12-01', ticked)).toMatchObject({ state: 'done', done: '2026-11-24' });
		expect(item('circulate', '2026-11-05', ticked)).toMatchObject({ state: 'due', done: null });
		const counted = {
			...family!,
			stages: family!.stages.map((stage) =>
				stage.key === 'governors'
					? { ...stage, when: { ...stage.when, anchor: 'stage:thanks' as const } }
					: stage,
			),
		};
		expect(item('governors', '2026-12-01', ticked, counted)).toMatchObject({
			since: '2026-11-24',
			provisional: false,
		});
	});

	test('a head who leaves takes nothing back, and a report stays agreed when its signatories come and go', () => {
		const newHead = [{ personId: 'newcomer', name: 'Noor Aziz', role: 'headteacher' as const }];
		const left = { ...review.published, hostHeads: newHead };
		expect(item('accept', '2026-12-01', left)).toMatchObject({ state: 'done', done: '2026-09-18' });
		const joined = { ...review.published.team[0]!, personId: 'late', acceptedOn: '2026-09-18' };
		expect(item('report', '2026-12-01', { ...left, team: [...left.team, joined] })).toMatchObject({
			state: 'done',
			done: '2026-11-23',
		});
	});

	test('a school year nobody has entered makes a day provisional', () => {
		const items = timeline(family, review.followedUp, schoolCalendar(), '2026-12-08');
		expect(items.find(({ key }) => key === 'look-back')!.provisional).toBe(true);
		expect(item('look-back', '2026-12-08', review.followedUp).provisional).toBe(false);
	});

	test('HEP-1 of a school that has left nothing more is asked', () => {
		const leaving: Facts = { ...review.published, hostUntil: '2027-01-04' };
		expect(on('2027-01-03', leaving).some(({ state }) => state === 'overdue')).toBe(true);
		expect(on('2027-01-04', leaving).filter(({ state }) => state !== 'done')).toEqual([]);
		expect(on('2027-01-04', leaving).length).toBeGreaterThan(0);
	});

	test('a review that stands still asks nothing, a closed one nothing more', () => {
		const standstill = { kind: 'cancelled', reason: 'The school has closed.', on: '2026-10-01' } as const;
		expect(on('2026-10-02', { ...review.agreed, standstill })).toEqual([]);
		const left = on('2027-06-21', review.closed);
		expect(left.every(({ state }) => state === 'done')).toBe(true);
		expect(left.map(({ key }) => key)).toEqual(expect.arrayContaining(['review', 'publish', 'close']));
	});
});

describe('the next thing for a person', () => {
	const next = (id: string, roles: Parameters<typeof nextFor>[1], today: string, facts: Facts) =>
		nextFor(id, roles, on(today, facts)).map(({ key }) => key);

	test('is their own open part, the most pressing first', () => {
		expect(next('ruth', ['reviewer'], '2026-09-15', review.proposed)[0]).toBe('accept');
		const ruthAccepted = {
			...review.proposed,
			team: review.agreed.team.map((one) => (one.personId === 'ruth' ? one : { ...one, acceptedOn: null })),
		};
		expect(next('ruth', ['reviewer'], '2026-09-15', ruthAccepted)).not.toContain('accept');
		expect(next('owen', ['facilitator'], '2026-09-15', ruthAccepted)).toContain('accept');
		expect(next('cara', ['champion'], '2026-11-20', review.prepared)).toEqual(['workshop']);
		expect(next('head', ['host'], '2026-10-30', review.agreed).slice(0, 2)).toEqual(['pre-review', 'plan']);
	});

	test('is never what only people can see done once its day is over', () => {
		expect(next('ruth', ['reviewer'], '2026-11-26', review.prepared)).toContain('thanks');
		expect(next('ruth', ['reviewer'], '2026-11-27', review.prepared)).not.toContain('thanks');
	});

	test('somebody who is not on it has nothing to do', () => {
		expect(next('stranger', [], '2026-11-20', review.prepared)).toEqual([]);
	});

	test('a role that nobody on the review is named for falls to who holds it', () => {
		const unnamed = {
			...review.prepared,
			team: review.prepared.team.filter(({ role }) => role !== 'champion'),
		};
		expect(next('dan', ['champion'], '2026-11-20', unnamed)).toEqual(['workshop']);
	});
});
