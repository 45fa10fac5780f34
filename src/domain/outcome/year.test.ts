import { expect, test } from 'vitest';
import { summerOf, yearEnding, yearIn } from './year.ts';

test('a year is known by its summer or by both its halves', () => {
	expect(['2017', '2016-17', '2016/17', '2016-2017', ' 2016–17 '].map(yearIn)).toEqual(
		Array(5).fill('2016-17'),
	);
	expect(['', '17', '2016-18', '2017-16', 'twenty', '2016-17-18'].map(yearIn)).toEqual(Array(6).fill(null));
	expect([yearEnding(2000), summerOf('1999-00')]).toEqual(['1999-00', 2000]);
});
