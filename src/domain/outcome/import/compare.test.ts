import { expect, test } from 'vitest';
import { suppressed } from '../suppress.ts';
import { compare } from './compare.ts';
import { keyOf, type Statement } from './statements.ts';

const statement = (changes: Partial<Statement>): Statement =>
	({
		...{ schoolId: 'a', measure: 'phonics expected', group: 'all', year: '2025-26', value: 50, pupils: null },
		...changes,
	}) as Statement;

test('CSC-8 a figure that changes keeps how many pupils it is about where the file does not say, and stays hidden for it', () => {
	const before = statement({ value: 25, pupils: 4 });
	const { changed } = compare([statement({})], new Map([[keyOf(before), { value: 25, pupils: 4 }]]));
	expect(changed).toMatchObject([{ value: 50, pupils: 4, was: { value: 25, pupils: 4 } }]);
	const shown = suppressed(changed.map((one) => ({ ...one, publisher: 'school' as const })));
	expect(shown).toMatchObject([{ value: null, pupils: null }]);
});

test('CSC-8 a file that says how many pupils changes that, and the same figure without a count is the same', () => {
	const held = new Map([[keyOf(statement({})), { value: 50, pupils: 30 }]]);
	expect(compare([statement({ pupils: 31 })], held).changed).toMatchObject([{ pupils: 31 }]);
	expect(compare([statement({})], held)).toMatchObject({ added: [], changed: [], same: 1 });
});
