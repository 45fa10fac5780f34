import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/calendar/day.ts';
import { calendarChanges, instantsOf, type Sent } from './changes.ts';
import type { Occasion } from './occasions.ts';

const now = new Date('2026-10-01T12:00:00Z');
const dayOfReview = (more: Partial<Occasion> = {}): Occasion => ({
	uid: 'day-1',
	reviewId: 'r',
	title: 'Peer review at Demo',
	place: 'Demo',
	day: '2026-10-23',
	hours: { starts: '09:00', ends: '15:30' },
	usual: false,
	...more,
});

/** What is known to have been sent after these changes, as the table keeps it. */
function after(sent: readonly Sent[], current: readonly Occasion[], at = now): Sent[] {
	const known = new Map(sent.map((one) => [one.told.uid, one]));
	for (const { kind, occasion, sequence } of calendarChanges(current, sent, at))
		known.set(occasion.uid, { told: occasion, sequence, cancelled: kind === 'cancellation' });
	return [...known.values()];
}

describe('NFS-5 a date that is told, moved and called off', () => {
	const proposed = after([], [dayOfReview()]);
	const moved = after(proposed, [dayOfReview({ day: '2026-10-26' })]);
	const off = after(moved, []);

	test('is requested, updated and cancelled under one name, each time with a higher sequence', () => {
		expect(calendarChanges([dayOfReview()], [], now)).toMatchObject([{ kind: 'request', sequence: 0 }]);
		expect(calendarChanges([dayOfReview({ day: '2026-10-26' })], proposed, now)).toMatchObject([
			{ kind: 'update', sequence: 1, occasion: { uid: 'day-1', day: '2026-10-26' } },
		]);
		expect(calendarChanges([], moved, now)).toMatchObject([
			{ kind: 'cancellation', sequence: 2, occasion: { uid: 'day-1', day: '2026-10-26' } },
		]);
	});

	test('goes on after all: requested again, above what was cancelled', () => {
		expect(calendarChanges([dayOfReview()], off, now)).toMatchObject([{ kind: 'request', sequence: 3 }]);
	});

	test('is over: nothing more is said of it, not even that it is gone', () => {
		const later = new Date('2026-10-23T14:30:01Z');
		expect(calendarChanges([dayOfReview({ place: 'Elsewhere' })], proposed, later)).toEqual([]);
		expect(calendarChanges([], proposed, later)).toEqual([]);
		expect(calendarChanges([dayOfReview()], [], later)).toEqual([]);
	});

	test('is a whole day and was noted on the day itself: nobody is invited', () => {
		const meeting = dayOfReview({ uid: 'meeting', day: '2026-10-01', hours: null });
		expect(calendarChanges([meeting], [], now)).toEqual([]);
		expect(calendarChanges([{ ...meeting, day: '2026-10-02' }], [], now)).toHaveLength(1);
	});

	test('keeps the hours it was told with while a plan is changed, and moves with them on another day', () => {
		const usual = dayOfReview({ hours: { starts: '08:30', ends: '16:00' }, usual: true });
		expect(calendarChanges([usual], proposed, now)).toEqual([]);
		expect(calendarChanges([{ ...usual, day: '2026-10-26' }], proposed, now)).toMatchObject([
			{ kind: 'update', occasion: { hours: { starts: '08:30' } } },
		]);
	});
});

test.each([
	['2026-10-23', '2026-10-23T08:00:00.000Z'],
	['2026-10-26', '2026-10-26T09:00:00.000Z'],
	['2027-03-26', '2027-03-26T09:00:00.000Z'],
	['2027-03-29', '2027-03-29T08:00:00.000Z'],
])('nine o’clock on %s is nine o’clock in London, on both sides of the clock change', (day, instant) => {
	expect(instantsOf(dayOfReview({ day })).starts.toISOString()).toBe(instant);
});

const occasion = fc.record({
	number: fc.integer({ min: 1, max: 3 }),
	title: fc.constantFrom('Peer review at Demo', 'Peer review at Demo Academy'),
	days: fc.integer({ min: 1, max: 40 }),
	hours: fc.constantFrom(null, { starts: '09:00', ends: '15:30' }, { starts: '08:30', ends: '12:00' }),
});
/** What a person is expected at, as it stands after each of a row of changes. */
const states = fc.array(
	fc
		.uniqueArray(occasion, { selector: ({ number }) => number, maxLength: 3 })
		.map((list) =>
			list.map(({ number, title, days, hours }) =>
				dayOfReview({ uid: `day-${number}`, title, day: addDays('2026-10-01', days), hours }),
			),
		),
	{ minLength: 1, maxLength: 12 },
);

test('whatever changes, a calendar that took in all that was sent shows what is, and nothing else', () => {
	fc.assert(
		fc.property(states, (row) => {
			let sent: Sent[] = [];
			for (const current of row) {
				sent = after(sent, current);
				const shown = sent.filter(({ cancelled }) => !cancelled).map(({ told }) => told);
				expect(shown.toSorted(byName)).toEqual(current.toSorted(byName));
				expect(calendarChanges(current, sent, now)).toEqual([]);
			}
		}),
	);
});

test('whatever changes, the sequence of a name only grows, and one change is sent of each at most', () => {
	fc.assert(
		fc.property(states, (row) => {
			let sent: Sent[] = [];
			const last = new Map<string, number>();
			for (const current of row) {
				const changes = calendarChanges(current, sent, now);
				expect(new Set(changes.map(({ occasion: { uid } }) => uid)).size).toBe(changes.length);
				for (const { occasion: one, sequence } of changes) {
					expect(sequence).toBeGreaterThan(last.get(one.uid) ?? -1);
					last.set(one.uid, sequence);
				}
				sent = after(sent, current);
			}
		}),
	);
});

const byName = (one: Occasion, other: Occasion) => one.uid.localeCompare(other.uid);
