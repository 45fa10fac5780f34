import { describe, expect, test } from 'vitest';
import type { Protocol } from '#domain/protocol/protocol.ts';
import type { ReviewCard } from '../reviews.server.ts';
import { readinessOf, reviewsAsked, yearAhead, type Change, type School } from './rule.ts';

const autumn = { from: '2026-08-01', to: '2027-01-03' };

const review = (firstDay: string, stage: ReviewCard['stage'] = 'proposed'): ReviewCard => ({
	id: `${firstDay} ${stage}`,
	hostMemberId: 'host',
	hostName: 'Host',
	focus: 'Who reads?',
	firstDay,
	stage,
	held: false,
	reportWasDue: null,
});
const school = (...reviews: ReviewCard[]): School => ({
	id: 'host',
	name: 'Host',
	firstTerm: autumn,
	reviews,
});
const change = (state: Change['state'], more: Partial<Change> = {}): Change => ({
	draftId: 'draft',
	state,
	on: null,
	overtaken: false,
	...more,
});

test('until June groups make ready for this school year, from July on for the next', () => {
	expect(yearAhead('2027-06-30')).toBe('2026-27');
	expect(yearAhead('2027-07-01')).toBe('2027-28');
	expect(yearAhead('2027-08-31')).toBe('2027-28');
	expect(yearAhead('2026-12-31')).toBe('2026-27');
});

describe('how many reviews of the first term a protocol asks of a group', () => {
	const asked = (
		reviews: Protocol['cadence']['reviews'],
		schools: number,
		terms = 3,
		kinds: Protocol['kinds'] = [],
	) => reviewsAsked({ cadence: { reviews, headsMeet: { every: 1, unit: 'terms' } }, kinds }, schools, terms);

	test('CSC-24 one of each school where a kind of review belongs to that term, whatever else holds', () => {
		const visit = { key: 'visit', label: 'Visit', about: 'One day.', days: 1, begins: 'afresh' } as const;
		const kinds = [
			{ ...visit, term: 1, without: [] },
			{ ...visit, key: 'return', term: 3, without: [] },
		];
		const yearly = { kind: 'each school', every: 1, unit: 'years' } as const;
		expect(asked(yearly, 4, 3, kinds)).toBe(4);
		expect(asked(yearly, 4, 3, [kinds[1]!])).toBe(0);
	});

	test('KSA-2 its slots, two halves to a term', () => {
		expect(asked({ kind: 'slots', reviews: 1, per: 'term', of: 'group' }, 3)).toBe(1);
		expect(asked({ kind: 'slots', reviews: 1, per: 'half-term', of: 'group' }, 3)).toBe(2);
	});

	test('none of the slots of the whole partnership', () => {
		expect(asked({ kind: 'slots', reviews: 1, per: 'half-term', of: 'partnership' }, 3)).toBe(0);
	});

	test('what an even pace comes to where each school has its turn', () => {
		const each = (every: number, unit: 'half-terms' | 'terms' | 'years') =>
			({ kind: 'each school', every, unit }) as const;
		expect(asked(each(1, 'years'), 3)).toBe(1);
		expect(asked(each(1, 'years'), 4)).toBe(1);
		expect(asked(each(1, 'years'), 6)).toBe(2);
		expect(asked(each(1, 'years'), 4, 2)).toBe(2);
		expect(asked(each(2, 'years'), 4)).toBe(0);
		expect(asked(each(1, 'terms'), 4)).toBe(4);
		expect(asked(each(2, 'half-terms'), 4)).toBe(4);
	});
});

describe('a group is ready', () => {
	test('once as many reviews as are asked for have a day', () => {
		expect(readinessOf(null, [school(), school()], 1)).toMatchObject({ planned: 0, ready: false });
		expect(readinessOf(null, [school(review('2026-11-12')), school()], 1)).toMatchObject({
			planned: 1,
			ready: true,
		});
		expect(readinessOf(null, [school(review('2026-11-12')), school()], 2).ready).toBe(false);
	});

	test('whatever was put off or called off does not count, and is told', () => {
		const off = [review('2026-11-12', 'deferred'), review('2026-10-08', 'cancelled')];
		const { planned, ready, schools } = readinessOf(null, [school(...off)], 1);
		expect({ planned, ready }).toEqual({ planned: 0, ready: false });
		expect(schools[0]!.inTerm.map(({ stage }) => stage)).toEqual(['cancelled', 'deferred']);
	});

	test('a review after the term does not count; the next of them is told where there is none in it', () => {
		const later = [review('2027-06-10'), review('2027-03-11'), review('2027-02-04', 'cancelled')];
		const { planned, schools } = readinessOf(null, [school(...later)], 1);
		expect(planned).toBe(0);
		expect(schools[0]!.later?.firstDay).toBe('2027-03-11');
		const both = readinessOf(null, [school(review('2026-11-12'), ...later)], 1);
		expect(both.schools[0]!.later).toBeNull();
	});

	test.each([
		['being written', true],
		['put forward', true],
		['sent back', false],
	] as const)('where its change is %s: %s', (state, settled) => {
		expect(readinessOf(change(state), [], 0)).toMatchObject({ settled, ready: settled });
	});

	test('not where what it put forward was overtaken by a newer version', () => {
		expect(readinessOf(change('put forward', { overtaken: true }), [], 0).settled).toBe(false);
		expect(readinessOf(change('being written', { overtaken: true }), [], 0).settled).toBe(true);
	});
});
