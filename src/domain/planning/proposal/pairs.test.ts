import { expect, test } from 'vitest';
import { readPairs } from './pairs.ts';

const schools = [{ id: 'ash' }, { id: 'birch' }, { id: 'elm' }];
const pair = (at: number, wish: string, one: string, other: string) => ({
	...{ [`wish-${at}`]: wish, [`one-${at}`]: one, [`other-${at}`]: other },
});

test('CSC-18 what a chair knows of two schools is read pair by pair; an empty pair is none', () => {
	const form = {
		...pair(1, 'together', 'ash', 'birch'),
		...pair(2, 'together', '', ''),
		...pair(3, 'apart', 'elm', 'ash'),
		...pair(4, 'not competing', 'birch', 'elm'),
	};
	expect(readPairs(form, schools)).toEqual({
		pairs: { together: [['ash', 'birch']], apart: [['elm', 'ash']], except: [['birch', 'elm']] },
	});
	expect(readPairs({}, schools)).toEqual({ pairs: { together: [], apart: [], except: [] } });
});

test('half a pair, a school twice or of elsewhere, and no wish are refused at their fields', () => {
	for (const [form, field] of [
		[pair(1, 'apart', 'ash', ''), 'other-1'],
		[pair(2, 'apart', '', 'ash'), 'one-2'],
		[pair(3, 'apart', 'ash', 'ash'), 'other-3'],
		[pair(4, 'apart', 'ash', 'oak'), 'other-4'],
		[pair(1, 'near', 'ash', 'elm'), 'wish-1'],
	] as const)
		expect(readPairs(form, schools)).toEqual({ errors: { [field]: expect.any(String) } });
});
