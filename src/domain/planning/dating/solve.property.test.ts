import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestDaysByTrying, checkDays } from './check.fixture.ts';
import { dayMarks, type DatingInput } from './model.ts';
import { proposeDays } from './solve.ts';

/** A sample unless told: `TIMES=2000 npx vitest run dating` runs them all. */
const numRuns = Number(process.env['TIMES'] ?? 100);

const first = [3, 4, 10, 12, 17].map((day) => `2026-11-${String(day).padStart(2, '0')}`);
const days = [...first, '2026-11-05', '2026-11-13'];
const people = ['p0', 'p1', 'p2'];
const candidate = fc.record({
	first: fc.constantFrom(...first),
	long: fc.boolean(),
	marks: fc.uniqueArray(fc.record({ mark: fc.constantFrom(...dayMarks), units: fc.nat(2) }), {
		maxLength: 2,
		selector: ({ mark }) => mark,
	}),
});
const candidates = fc.uniqueArray(candidate, { maxLength: 4, selector: (one) => one.first }).map((list) =>
	list.map(({ first: day, long, marks }) => ({
		days: long ? [day, `2026-11-${String(Number(day.slice(8)) + 1).padStart(2, '0')}`] : [day],
		halfTerm: day < '2026-11-11' ? 'one' : 'two',
		term: 'autumn',
		marks,
	})),
);
const limit = fc.constantFrom(null, null, 1, 2);

/** Of some reviews, by half-term. */
const slots = fc.array(
	fc.record({
		words: fc.constantFrom('One at a time.', 'Two at a time.'),
		reviews: fc.subarray(['r0', 'r1', 'r2', 'r3']),
		within: fc.constantFrom('halfTerm' as const, 'term' as const),
		parts: fc.array(
			fc.record({ part: fc.constantFrom('one', 'two', 'autumn'), room: fc.integer({ min: 0, max: 2 }) }),
			{ maxLength: 2 },
		),
	}),
	{ maxLength: 2 },
);

/** Few reviews and few days, so that people and weeks are short. */
const datings: fc.Arbitrary<DatingInput> = fc.record({
	reviews: fc
		.array(
			fc.record({
				people: fc.subarray([...people, 'unknown']),
				hosts: fc.subarray(people),
				candidates,
				pinned: fc.option(fc.constantFrom(...first, '2027-01-01'), { freq: 1 }),
			}),
			{ maxLength: 4 },
		)
		.map((list) => list.map((review, at) => ({ ...review, id: `r${at}` }))),
	people: fc.tuple(
		...people.map((id) =>
			fc.record({
				id: fc.constant(id),
				cannot: fc.subarray(days, { maxLength: 2 }),
				ifNeedBe: fc.subarray(days),
				mostInHalfTerm: limit,
				mostInTerm: limit,
			}),
		),
	),
	mostInWeek: limit,
	mostInHalfTerm: limit,
	slots,
	weights: fc.constantFrom({}, { crowded: 0 }, { 'if need be': 30 }),
});

describe('days of any small cycle', { timeout: 600_000 }, () => {
	test('HEP-12: keep every rule, are worth what an independent check says, and what the best of all plans is worth', async () => {
		await fc.assert(
			fc.asyncProperty(datings, async (input) => {
				const answer = await proposeDays(input);
				expect(checkDays(input, answer).broken).toEqual([]);
				expect([answer.proven, answer.value]).toEqual([true, bestDaysByTrying(input)]);
			}),
			{ numRuns },
		);
	});

	test('lose, on another day, exactly what the best plan with another is worth less', async () => {
		await fc.assert(
			fc.asyncProperty(datings, async (input) => {
				const { dated, value } = await proposeDays(input);
				for (const {
					review,
					days: [day],
					loss,
				} of dated) {
					const lost = value - bestDaysByTrying(input, { review, day: day! });
					expect(loss).toEqual({ atLeast: lost, atMost: lost });
				}
			}),
			{ numRuns: Math.ceil(numRuns / 2) },
		);
	});

	test('are the same, byte for byte, in whatever order reviews, people and days come', async () => {
		await fc.assert(
			fc.asyncProperty(datings, async (input) => {
				const other = {
					...input,
					people: input.people.toReversed(),
					reviews: input.reviews.toReversed().map((review) => ({
						...review,
						candidates: review.candidates.toReversed(),
						people: review.people.toReversed(),
					})),
				};
				expect(JSON.stringify(await proposeDays(other))).toBe(JSON.stringify(await proposeDays(input)));
			}),
			{ numRuns: Math.ceil(numRuns / 3) },
		);
	});

	test('are worth no less when people can do more or a pin is dropped', async () => {
		await fc.assert(
			fc.asyncProperty(datings, async (input) => {
				const { value } = await proposeDays(input);
				const freer = [
					{ ...input, mostInWeek: null, mostInHalfTerm: null, slots: [] },
					{ ...input, reviews: input.reviews.map((review) => ({ ...review, pinned: null })) },
					{ ...input, people: input.people.map((person) => ({ ...person, cannot: [], mostInTerm: null })) },
				];
				for (const each of freer) expect((await proposeDays(each)).value).toBeGreaterThanOrEqual(value);
			}),
			{ numRuns: Math.ceil(numRuns / 3) },
		);
	});
});
