import { describe, expect, test } from 'vitest';
import { ownSchools } from './own-schools.ts';
import { schoolTakenTo, takenBySchool, whoReadsTakenHome } from './taken-home.ts';

describe('CEN-15 what reviewers take home', () => {
	test('is counted for the author’s only school, for the one they name of several, and for none of a guest', () => {
		expect(schoolTakenTo(['a'], '')).toBe('a');
		expect(schoolTakenTo(['a', 'b'], 'b')).toBe('b');
		expect(schoolTakenTo(['a', 'b'], '')).toBe('unsaid');
		expect(schoolTakenTo(['a', 'b'], 'c')).toBe('unsaid');
		expect(schoolTakenTo(['a'], 'c')).toBe('a');
		expect(schoolTakenTo([], 'c')).toBeNull();
	});

	test('the host is nobody’s school to take it home to, and two posts at one school are one school', () => {
		const at = (memberId: string) => ({ memberId, role: 'headteacher' as const, confirmed: true });
		const standing = {
			...{ partnershipId: 'p', personId: 'me', responsibilities: [] },
			appointments: [at('host'), at('a'), at('a'), at('b')],
		};
		expect(ownSchools(standing, 'host')).toEqual(['a', 'b']);
		expect(ownSchools(null, 'host')).toEqual([]);
	});

	test('stands as a row for each school, by name, with noughts and a total; people of no school last', () => {
		const one = (name: string | null, kind: 'a method' | 'reassurance', howMany: number) => ({
			...{ memberId: name && name.toLowerCase(), name, kind, howMany },
		});
		const none = { 'a resource': 0, 'a method': 0, reassurance: 0, 'professional development': 0 };
		expect(
			takenBySchool([
				one(null, 'a method', 1),
				one('Owl', 'a method', 2),
				one('Elm', 'reassurance', 1),
				one('Owl', 'reassurance', 3),
			]),
		).toEqual([
			{ memberId: 'elm', name: 'Elm', counts: { ...none, reassurance: 1 }, total: 1 },
			{ memberId: 'owl', name: 'Owl', counts: { ...none, 'a method': 2, reassurance: 3 }, total: 5 },
			{ memberId: null, name: null, counts: { ...none, 'a method': 1 }, total: 1 },
		]);
	});

	test('NFS-12 its readers are said as they are: the head only where there is one to be asked', () => {
		const said = (ofSchool: boolean, headsAll: boolean) => whoReadsTakenHome({ ofSchool, headsAll });
		expect(said(true, false)).toContain('Where you tick it, the head of your own school reads it, too.');
		for (const words of [said(true, true), said(false, true)]) expect(words).not.toContain('tick');
		expect(said(true, true)).toContain('You alone read this; the school you reviewed does not.');
	});
});
