import fc from 'fast-check';
import { expect, test } from 'vitest';
import { schoolCalendar } from '#domain/calendar/school-calendar.ts';
import type { UnsuitableDay } from '../days/days.ts';
import {
	askable,
	countedByDay,
	dayAnswers,
	daysToAskFor,
	isOpen,
	saidHere,
	waitedFor,
	type PollPerson,
} from './poll.ts';

const days = ['2027-01-12', '2027-01-13', '2027-01-14'];
const today = '2027-01-01';
const somebody = (name: string, answered = true): PollPerson => ({
	...{ personId: name, name, words: '', answeredAt: answered ? new Date() : null },
});

test('CSC-19 days of a poll are school days, and so no INSET day, bank holiday or half-term', () => {
	const calendar = schoolCalendar([
		{
			name: '2026-27',
			terms: [
				{
					...{ name: 'Spring', from: '2027-01-04', to: '2027-03-29' },
					break: { from: '2027-02-15', to: '2027-02-19' },
				},
			],
			inset: ['2027-01-04'],
		},
	]);
	const found = (from: string, to: string, weekdays = [1, 2, 3, 4, 5]) =>
		daysToAskFor(calendar, { from, to }, weekdays);
	expect(found('2027-01-01', '2027-01-06')).toEqual(['2027-01-05', '2027-01-06']);
	expect(found('2027-02-08', '2027-02-26', [1])).toEqual(['2027-02-08', '2027-02-22']);
	expect(found('2027-03-26', '2027-03-29'), 'Good Friday and Easter Monday').toEqual([]);
	expect(found('2027-01-06', '2027-01-05')).toEqual([]);
});

test('CSC-19 whoever organises asks anybody, who leads a group the people of its schools, and nobody else anybody', () => {
	const person = (personId: string, ...memberIds: string[]) => ({
		...{ personId, name: personId, held: [], schools: [], memberIds },
	});
	const people = [person('lead', 'a'), person('head', 'b'), person('far', 'c'), person('partner')];
	const groups = [
		{ members: [{ id: 'a' }, { id: 'b' }], lead: { personId: 'lead' } },
		{ members: [{ id: 'c' }], lead: null },
	];
	const asked = (personId: string, organises = false) =>
		askable(people, groups, { personId, organises }).map((one) => one.personId);
	expect(asked('partner', true)).toEqual(['lead', 'head', 'far', 'partner']);
	expect(asked('lead')).toEqual(['lead', 'head']);
	expect(asked('head')).toEqual([]);
});

test('CSC-19 a poll is open until it is closed or its last day is over', () => {
	expect(isOpen({ days, closedAt: null }, '2027-01-14')).toBe(true);
	expect(isOpen({ days, closedAt: null }, '2027-01-15')).toBe(false);
	expect(isOpen({ days, closedAt: new Date() }, today)).toBe(false);
});

test('CSC-19 what was said elsewhere counts for whoever has not answered, and silence counts as nothing', () => {
	const people = [somebody('Ann'), somebody('Ben', false), somebody('Cid', false)];
	const said: UnsuitableDay[] = [
		{ personId: 'Ann', day: days[0]!, kind: 'if need be' },
		{ personId: 'Ben', day: days[0]!, kind: 'cannot' },
	];
	expect(countedByDay({ days, people }, said, today)).toEqual([
		{
			day: days[0],
			by: { suits: [], 'if need be': ['Ann'], cannot: ['Ben (not answered yet)'] },
			best: false,
		},
		{ day: days[1], by: { suits: ['Ann'], 'if need be': [], cannot: [] }, best: true },
		{ day: days[2], by: { suits: ['Ann'], 'if need be': [], cannot: [] }, best: true },
	]);
	expect(waitedFor({ people }).map(({ name }) => name)).toEqual(['Ben', 'Cid']);
	const before = [somebody('Ann', false), somebody('Ben', false)];
	expect(countedByDay({ days, people: before }, said, today).some(({ best }) => best)).toBe(false);
	expect(countedByDay({ days, people: [somebody('Ann')] }, [], today).map(({ best }) => best)).toEqual([
		...[false, false, false],
	]);
});

test('CSC-19 who has answered is counted once on each day, who has not where they said something; the best has fewest who can’t', () => {
	const one = fc.record({
		answered: fc.boolean(),
		said: fc.array(fc.constantFrom(...dayAnswers), { minLength: 3, maxLength: 3 }),
	});
	fc.assert(
		fc.property(
			fc.array(one, { minLength: 1, maxLength: 8 }),
			fc.constantFrom(today, ...days, '2027-02-01'),
			(all, now) => {
				const people = all.map(({ answered }, place) => somebody(`Person ${place}`, answered));
				const unsuitable = all.flatMap(({ said }, place) =>
					said.flatMap((kind, at) =>
						kind === 'suits' ? [] : [{ personId: people[place]!.personId, day: days[at]!, kind }],
					),
				);
				const counted = countedByDay({ days, people }, unsuitable, now);
				for (const [at, { by }] of counted.entries())
					expect(
						Object.values(by)
							.flat()
							.map((name) => name.replace(' (not answered yet)', '')),
					).toHaveLength(all.filter(({ answered, said }) => answered || said[at] !== 'suits').length);
				const ahead = counted.filter(({ day }) => day >= now);
				for (const best of counted.filter((each) => each.best)) {
					expect(best.day >= now).toBe(true);
					for (const other of ahead)
						expect(other.by.cannot.length).toBeGreaterThanOrEqual(best.by.cannot.length);
				}
			},
		),
	);
});

test('CSC-19 of an answer is kept only what does not hold anyhow', () => {
	const [first, second, third] = days as [string, string, string];
	const own = new Map([[first, 'cannot']] as const);
	const answers = (one: 'suits' | 'cannot') =>
		new Map([
			[first, one],
			[second, 'suits'],
			[third, 'cannot'],
		] as const);
	expect(saidHere(answers('cannot'), own, own), 'as they said it already').toEqual({
		...{ suits: [], 'if need be': [], cannot: [third] },
	});
	expect(saidHere(answers('suits'), own, own)).toEqual({
		...{ suits: [first], 'if need be': [], cannot: [third] },
	});
	const elsewhere = new Map([...own, [second, 'cannot']] as const);
	expect(saidHere(answers('cannot'), own, elsewhere), 'another poll says otherwise').toMatchObject({
		suits: [second],
	});
});
