import { describe, expect, test } from 'vitest';
import { nextDay, standsInWords, urgency } from './model.ts';

describe('an action against its day', () => {
	test.each([
		['2026-11-20', 'overdue by 3 days', 'overdue'],
		['2026-11-22', 'overdue by 1 day', 'overdue'],
		['2026-09-14', 'overdue by 10 weeks', 'overdue'],
		['2026-11-23', 'due today', 'due soon'],
		['2026-11-24', 'due tomorrow', 'due soon'],
		['2026-12-07', 'due in 14 days', 'due soon'],
		['2026-12-08', 'due in 15 days', 'ahead'],
		['2027-02-01', 'due in 10 weeks', 'ahead'],
	] as const)('due %s is %s', (due, words, state) => {
		expect(standsInWords({ due, progress: 'under way' }, '2026-11-23')).toBe(`Under way, ${words}`);
		expect(urgency({ due, progress: 'under way' }, '2026-11-23')).toBe(state);
	});

	test('done is done, however late', () => {
		const late = {
			due: '2026-01-01',
			progress: 'done',
			milestones: [{ due: '2025-12-01', reachedOn: null }],
		};
		expect(urgency({ ...late, progress: 'done' }, '2026-11-23')).toBe('done');
		expect(standsInWords({ ...late, progress: 'done' }, '2026-11-23')).toBe('Done');
	});

	test('given up counts neither as overdue nor as done', () => {
		const given = { due: '2026-01-01', progress: 'under way', givenUp: {} } as const;
		expect(urgency(given, '2026-11-23')).toBe('given up');
		expect(standsInWords(given, '2026-11-23')).toBe('Given up');
	});

	test('its first milestone that is not reached counts, unless its own day comes first', () => {
		const reached = { due: '2026-11-01', reachedOn: '2026-11-02' };
		const action = { due: '2027-02-01', progress: 'not started' } as const;
		const of = (...milestones: { due: string; reachedOn: string | null }[]) => ({ ...action, milestones });
		const late = of({ due: '2026-12-20', reachedOn: null }, { due: '2026-11-20', reachedOn: null }, reached);
		expect([nextDay(late), urgency(late, '2026-11-23')]).toEqual(['2026-11-20', 'overdue']);
		expect(standsInWords(late, '2026-11-23')).toBe('Not started, a milestone overdue by 3 days');
		expect(urgency(of(reached), '2026-11-23')).toBe('ahead');
		expect(nextDay(of({ due: '2027-03-01', reachedOn: null }))).toBe('2027-02-01');
	});
});
