import { expect, test } from 'vitest';
import { countryOf, plainAuthority } from './country.ts';
import { urnIn, whereabouts } from './model.ts';

test('a URN is five or six digits, however it is written', () => {
	expect(['137971', ' URN 137971 ', 'urn: 137971'].map(urnIn)).toEqual([137971, 137971, 137971]);
	expect(['', '1379', '1379711', 'CM2 9DG', '137971 Moulsham', '-137971', '1e5'].map(urnIn)).toEqual(
		Array(7).fill(null),
	);
});

test('a school is told from its namesakes by town, or by authority where the town is unknown', () => {
	expect(whereabouts({ town: 'Harwich', localAuthority: 'Essex' })).toBe('Harwich');
	expect(whereabouts({ town: '', localAuthority: 'Essex' })).toBe('Essex');
});

test('the country follows from the authority', () => {
	expect(
		['Essex', 'Vale of Glamorgan', 'Jersey Offshore Establishments', 'BFPO Overseas Establishments'].map(
			countryOf,
		),
	).toEqual(['England', 'Wales', 'Jersey', 'overseas']);
	expect(plainAuthority('Pre-LGR 2023 Cumbria')).toBe('Cumbria');
});
