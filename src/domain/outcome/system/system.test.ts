import { describe, expect, test } from 'vitest';
import { inCommonInWords, spelling, systemsIn, useInWords, type SystemInUse } from './system.ts';

const use = (memberName: string, name: string, more: Partial<SystemInUse> = {}): SystemInUse => ({
	...{ id: `${memberName} ${name}`, memberId: memberName.toLowerCase(), memberName, name },
	...{ usedFor: '', sinceYear: '2020-21', untilYear: null, version: 1, ...more },
});

describe('CSC-27 which assessment systems schools have in common', () => {
	test('a name is one however it is spelt, and is kept as it was spelt first', () => {
		expect(spelling('  star  READING ', ['Star Reading', 'Own'])).toBe('Star Reading');
		expect(spelling('  New   one ', ['Own'])).toBe('New one');
	});

	test('those of most schools stand first, each with its schools by name', () => {
		const systems = systemsIn(
			[use('Owl', 'Own'), use('Owl', 'Star'), use('Elm', 'STAR'), use('Ash', 'Pips')],
			'2026-27',
		);
		expect(
			systems.map(({ name, schools, uses }) => [name, schools, uses.map(({ memberName }) => memberName)]),
		).toEqual([
			['Star', 2, ['Elm', 'Owl']],
			['Own', 1, ['Owl']],
			['Pips', 1, ['Ash']],
		]);
	});

	test('a school that uses one for two things counts once', () => {
		const twice = [
			use('Owl', 'Star', { usedFor: 'reading' }),
			use('Owl', 'Star', { usedFor: 'mathematics' }),
		];
		expect(systemsIn(twice, '2026-27')).toMatchObject([{ schools: 1, uses: [{}, {}] }]);
	});

	test.each([
		['in its first year', '2020-21', 1],
		['in its last year', '2022-23', 1],
		['before', '2019-20', 0],
		['after', '2023-24', 0],
	])('it is in use %s', (_, year, count) => {
		expect(systemsIn([use('Owl', 'Star', { untilYear: '2022-23' })], year)).toHaveLength(count);
	});

	test('is said in a sentence', () => {
		const said = (...uses: SystemInUse[]) => inCommonInWords(systemsIn(uses, '2026-27'));
		expect(said()).toBe('No school has said yet by which systems it assesses.');
		expect(said(use('Owl', 'Star'))).toBe('No two schools use the same system, as far as they have said.');
		const star = [use('Owl', 'Star'), use('Elm', 'Star')];
		expect(said(...star)).toBe('One system is used by more than one school.');
		expect(said(...star, use('Owl', 'Own'), use('Elm', 'own'))).toBe(
			'2 systems are used by more than one school.',
		);
		expect(useInWords(use('Owl', 'Star', { usedFor: 'Year 1' }))).toBe('Year 1; since 2020-21');
		expect(useInWords(use('Owl', 'Star', { untilYear: '2022-23' }))).toBe('2020-21 to 2022-23');
	});
});
