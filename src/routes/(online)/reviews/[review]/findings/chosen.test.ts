import { expect, test } from 'vitest';
import { chosenIn, isShown } from './chosen.ts';

const piece = { citedBy: 0, lineId: 'a', source: 'pupils', kind: 'note' };
const shown = (search: string, more: Partial<typeof piece> | { lineId: null } = {}) =>
	isShown(chosenIn(new URLSearchParams(search)), { ...piece, ...more });

test('the board shows what is in no finding yet, unless all is asked for', () => {
	expect([shown(''), shown('', { citedBy: 1 }), shown('show=all', { citedBy: 1 })]).toEqual([
		true,
		false,
		true,
	]);
	expect(shown('show=anything', { citedBy: 1 })).toBe(false);
});

test('each choice narrows it; pieces on no line are a choice of their own', () => {
	expect([shown('line=a'), shown('line=b'), shown('line=none')]).toEqual([true, false, false]);
	expect(shown('line=none', { lineId: null })).toBe(true);
	expect([shown('source=pupils&kind=note'), shown('source=pupils&kind=x'), shown('source=x')]).toEqual([
		true,
		false,
		false,
	]);
});
