import { describe, expect, test } from 'vitest';
import { withoutBreak } from './breaks.ts';
import { clashes } from './timetable.ts';

const frame = { firstDay: '2026-11-19', lastDay: '2026-11-20', opens: '08:30', closes: '16:30' };
const ruth = { id: 'ruth', name: 'Ruth Amadi' };
const owen = { id: 'owen', name: 'Owen Pratt' };
const slot = (starts: string, ends: string, day = '2026-11-19') => ({
	id: `${day}${starts}`,
	kind: 'books',
	title: 'Book scrutiny',
	day,
	starts,
	ends,
});
const clash = (
	starts: string,
	ends: string,
	{ day = '2026-11-19', present = [slot('09:30', '10:30')] } = {},
) =>
	clashes(
		frame,
		{ ...slot(starts, ends, day), id: 'new', people: ['ruth'] },
		present.map((one) => ({ ...one, people: [ruth, owen] })),
	);

describe('KSA-4 an activity on the timetable', () => {
	test('puts nobody in two places at once', () => {
		expect(clash('10:00', '11:00')).toEqual({
			people: 'Ruth Amadi would be in two places between 10:00 and 10:30: this and Book scrutiny.',
		});
		expect(clash('09:00', '11:00')?.['people']).toContain('between 09:30 and 10:30');
		expect(clash('10:30', '11:00')).toBeNull();
		expect(clash('10:00', '11:00', { day: '2026-11-20' })).toBeNull();
	});

	test('does not clash with itself when it is moved', () => {
		expect(
			clashes(frame, { ...slot('09:30', '10:30'), people: ['ruth'] }, [
				{ ...slot('09:30', '10:30'), people: [ruth] },
			]),
		).toBeNull();
	});

	test('lies inside the days and hours of the review, and ends after it starts', () => {
		expect(clash('09:00', '10:00', { day: '2026-11-23' })).toEqual({
			day: 'The review runs from Thursday 19 November 2026 to Friday 20 November 2026.',
		});
		expect(clash('08:00', '09:00')).toEqual({ starts: 'The review day starts at 08:30.' });
		expect(clash('16:00', '17:00')).toEqual({ ends: 'The review day ends at 16:30.' });
		expect(clash('11:00', '11:00')).toEqual({ ends: 'It must end after it starts.' });
		expect(
			clashes({ ...frame, firstDay: null, lastDay: null }, { ...slot('09:00', '10:00'), people: [] }, []),
		).toEqual({
			day: 'Set the day of the review first.',
		});
	});
});

describe('breaks', () => {
	const advice = { breaks: ['pause'], longestWithoutBreak: 180 };
	const day = (...times: [string, string][]) =>
		times.map(([starts, ends]) => ({ ...slot(starts, ends), people: [ruth] }));

	test('a stretch longer than the protocol allows is named', () => {
		expect(withoutBreak(day(['08:45', '10:15'], ['10:20', '13:00']), advice)).toEqual([
			'Ruth Amadi has no break between 08:45 and 13:00.',
		]);
	});

	test('the day is named where there are several', () => {
		const next = { ...slot('09:00', '12:30', '2026-11-20'), people: [ruth] };
		expect(withoutBreak([...day(['08:30', '12:00']), next], advice)).toEqual([
			'Ruth Amadi has no break between 08:30 and 12:00 on Thursday 19 November 2026.',
			'Ruth Amadi has no break between 09:00 and 12:30 on Friday 20 November 2026.',
		]);
	});

	test('a pause ends a stretch', () => {
		expect(withoutBreak(day(['10:30', '13:00'], ['08:45', '10:15']), advice)).toEqual([]);
	});

	test('days and people are counted apart', () => {
		const next = { ...slot('10:00', '12:00', '2026-11-20'), people: [ruth] };
		expect(
			withoutBreak([...day(['08:30', '10:00']), next, { ...slot('10:00', '12:30'), people: [owen] }], advice),
		).toEqual([]);
	});

	test('an activity of a kind that the protocol calls a break ends a stretch, whatever it is called; no other does', () => {
		const [before, between, after] = day(['08:45', '11:00'], ['11:00', '11:20'], ['11:20', '13:00']);
		const held = (kind: string) => withoutBreak([before!, { ...between!, kind }, after!], advice);
		expect(held('pause')).toEqual([]);
		expect(held('break')).toEqual(['Ruth Amadi has no break between 08:45 and 13:00.']);
	});
});
