import fc from 'fast-check';
import { addDays, dayOf, daysBetween, mondayOf, weekday } from './day.ts';
import type { Day } from './day.ts';
import { schoolYearFrom, within } from './school-year.ts';
import type { SchoolYear, Span, Term } from './school-year.ts';

const names = ['autumn', 'spring', 'summer', 'michaelmas', 'lent', 'trinity'];

/** Terms of at least nine days begin and end on these days after 1 August. */
const edges = fc
	.integer({ min: 1, max: names.length })
	.chain((terms) =>
		fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: terms * 2, maxLength: terms * 2 }),
	)
	.map((places) => places.toSorted((one, other) => one - other).map((place) => place * 9));

/** A holiday inside the term, at most three weeks long, or none. */
const breakIn = ({ from, to }: Span) =>
	fc.option(
		fc.tuple(fc.nat(), fc.nat(20)).map(([at, length]): Span => {
			const room = daysBetween(from, to) - 2;
			const first = 1 + (at % (room + 1));
			return { from: addDays(from, first), to: addDays(from, Math.min(first + length, room + 1)) };
		}),
	);

/** Single weekdays of the terms, and now and then a whole week of them. */
const insetIn = (terms: readonly Term[]) =>
	fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 9 })), { maxLength: 6 }).map((picks) => {
		const days = new Set<Day>();
		for (const [which, at, kind] of picks) {
			const term = terms[which % terms.length]!;
			const day = addDays(term.from, at % (daysBetween(term.from, term.to) + 1));
			const week = [0, 1, 2, 3, 4].map((count) => addDays(mondayOf(day), count));
			for (const one of kind === 0 ? week : [day]) if (weekday(one) <= 5 && within(one, term)) days.add(one);
		}
		return [...days].toSorted();
	});

/** Terms as people might write them down: one or six, with and without half-terms, with whole weeks of INSET. */
const datesIn = (startYear: number): fc.Arbitrary<SchoolYear> =>
	edges.chain((places) => {
		const spans = names.slice(0, places.length / 2).map((name, index) => ({
			name,
			from: addDays(dayOf(startYear, 8, 1), places[index * 2]!),
			to: addDays(dayOf(startYear, 8, 1), places[index * 2 + 1]!),
		}));
		return fc
			.tuple(...spans.map((span) => breakIn(span).map((pause): Term => ({ ...span, break: pause }))))
			.chain((terms) => insetIn(terms).map((inset) => ({ name: schoolYearFrom(startYear), terms, inset })));
	});

/** Any school year people might enter, in England or abroad. */
export const schoolYearIn = (startYear: number): fc.Arbitrary<SchoolYear> =>
	fc
		.tuple(datesIn(startYear), fc.constantFrom({}, { bankHolidays: 'open' as const }))
		.map(([year, holidays]) => ({ ...year, ...holidays }));

const anyStart = fc.integer({ min: 2016, max: 2034 });
export const anySchoolYear = anyStart.chain(schoolYearIn);
/** What term dates that somebody publishes can tell. */
export const anyPublishedYear = anyStart.chain(datesIn);
