import { expect, test } from 'vitest';
import { clashesInWords, namesADay, unsuitableInWords } from './days.ts';

const rule = (fromDay: string, toDay: string, weekday: number | null) => ({
	...{ kind: 'cannot' as const, fromDay, toDay, weekday },
});

test('NFS-26 days that don’t suit are said as people say them, and a rule without a day is seen', () => {
	expect(unsuitableInWords(rule('2027-05-04', '2027-05-04', null))).toBe('Tuesday 4 May 2027');
	expect(unsuitableInWords(rule('2027-05-04', '2027-05-06', null))).toBe(
		'Tuesday 4 May 2027 to Thursday 6 May 2027',
	);
	expect(unsuitableInWords(rule('2027-05-04', '2027-07-20', 1))).toBe(
		'Every Monday from Tuesday 4 May 2027 to Tuesday 20 July 2027',
	);
	expect(namesADay(rule('2027-05-04', '2027-05-07', 1))).toBe(false);
	expect(namesADay(rule('2027-05-04', '2027-05-10', 1))).toBe(true);
	expect(namesADay(rule('2027-05-04', '2027-05-04', null))).toBe(true);
});

test('what does not suit is said with the worse first, and nothing where all suits', () => {
	expect(
		clashesInWords([
			{ day: '2027-05-05', kind: 'if need be' },
			{ day: '2027-05-04', kind: 'cannot' },
		]),
	).toEqual(['can’t on Tuesday 4 May 2027', 'only if need be on Wednesday 5 May 2027']);
	expect(clashesInWords([])).toEqual([]);
});
