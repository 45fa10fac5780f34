import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	arranged,
	merged,
	placed,
	split,
	takenBack,
	withdrawn,
	type Sorted,
	type Standing,
} from './standing.ts';

const finding = (id: string, position: number, more: Partial<Standing> = {}): Standing => ({
	id,
	stands: true,
	kind: 'a',
	lineId: null,
	seen: `Seen ${id}`,
	effect: `So ${id}`,
	position,
	version: 1,
	evidence: [`${id}1`, `${id}2`],
	...more,
});
const three = [finding('a', 1), finding('b', 2), finding('c', 3)];

const laid = (all: readonly Standing[], sorted: Sorted): Standing[] => {
	if ('refused' in sorted) return [...all];
	const { after } = sorted;
	const known = all.map((one) => after.find(({ id }) => id === one.id) ?? one);
	return [...known, ...after.filter(({ id }) => !all.some((one) => one.id === id))];
};
const order = (all: readonly Standing[]) =>
	all.toSorted((one, other) => one.position - other.position).map(({ id }) => id);
const words = (sorted: Sorted) => ('refused' in sorted ? Object.values(sorted.refused).join(' ') : '');

describe('sorting', () => {
	test('evidence goes from one finding to another in one step, and the last piece does not leave', () => {
		expect(placed(three, ['a1'], 'a', 'b')).toMatchObject({
			after: [
				{ id: 'a', evidence: ['a2'] },
				{ id: 'b', evidence: ['a1', 'b1', 'b2'] },
			],
		});
		expect(words(placed(three, ['a1', 'a2'], 'a', 'b'))).toMatch(/^A finding rests on evidence/);
	});

	test('what somebody else has moved meanwhile is not moved again, and what two do alike is done once', () => {
		const moved = laid(three, placed(three, ['a1'], 'a', 'b'));
		expect(words(placed(moved, ['a1'], 'a', 'c'))).toMatch(/^Somebody has moved/);
		expect(words(placed(moved, ['b1'], 'loose', 'c'))).toMatch(/^Somebody has moved/);
		expect(placed(moved, ['a1'], 'a', 'b')).toEqual({ after: [] });
		// One piece may bear on several findings, where that is what is asked for.
		expect(placed(moved, ['b1'], null, 'c')).toMatchObject({ after: [{ id: 'c' }] });
	});

	test('a finding is put before any other, a thousand times between the same two', () => {
		let all: Standing[] = [...three];
		for (let times = 0; times < 1000; times += 1) {
			const [first, second, third] = order(all) as [string, string, string];
			all = laid(all, arranged(all, third, 'a', second));
			expect(order(all)).toEqual([first, third, second]);
		}
	});

	test('what is where it should be is left alone', () => {
		expect(arranged(three, 'b', 'a', 'c')).toEqual({ after: [] });
		expect(arranged(three, 'c', 'a', null)).toEqual({ after: [] });
		expect(arranged(three, 'a', 'b', null)).toMatchObject({ after: [{ kind: 'b', position: 4 }] });
	});

	test('findings brought together keep all words and all evidence, once', () => {
		const [a, b] = [
			finding('a', 1, { evidence: ['x', 'y'] }),
			finding('b', 2, { evidence: ['y', 'z'], lineId: 'l' }),
		];
		expect(merged([a, b], 'a', ['b'])).toMatchObject({
			after: [
				{ id: 'a', lineId: 'l', seen: 'Seen a\n\nSeen b', effect: 'So a\n\nSo b', evidence: ['x', 'y', 'z'] },
				{ id: 'b', stands: false },
			],
		});
		const long = finding('b', 2, { seen: 'x'.repeat(4000) });
		expect(words(merged([a, long], 'a', ['b']))).toMatch(/too long/);
	});

	test('of one finding come two, each with something under it', () => {
		const of = { id: 'n', kind: 'b', seen: 'Seen n', effect: 'So n' };
		const after = laid(three, split(three, 'a', { ...of, evidence: ['a2'] }));
		expect(order(after)).toEqual(['a', 'n', 'b', 'c']);
		expect(after.find(({ id }) => id === 'n')).toMatchObject({ evidence: ['a2'], kind: 'b', version: 1 });
		expect(words(split(three, 'a', { ...of, evidence: ['a1', 'a2'] }))).toMatch(/at least one/);
	});
});

const deeds = fc.array(
	fc.record({
		deed: fc.constantFrom('place', 'arrange', 'merge', 'split', 'withdraw', 'undo'),
		one: fc.nat(7),
		other: fc.nat(7),
		piece: fc.nat(20),
		loose: fc.boolean(),
	}),
	{ maxLength: 40 },
);

test('whatever is sorted, taking it all back leaves every citation as it was, and none is ever lost or doubled', () => {
	fc.assert(
		fc.property(deeds, (list) => {
			const start = [...three, finding('d', 4, { kind: 'b', evidence: ['a1', 'd1'] })];
			let all: Standing[] = start;
			const steps: Standing[][] = [];
			for (const [index, { deed, one, other, piece, loose }] of list.entries()) {
				const at = (place: number) => all[place % all.length]!;
				const pieces = [...new Set(all.flatMap(({ evidence }) => evidence))];
				const last = steps.at(-1);
				if (deed === 'undo') {
					if (last) all = laid(all, { after: takenBack(all, steps.pop()!) });
					continue;
				}
				const sorted = {
					place: () => placed(all, [pieces[piece % pieces.length]!], loose ? null : at(one).id, at(other).id),
					arrange: () => arranged(all, at(one).id, loose ? 'a' : 'b', at(other).id),
					merge: () => merged(all, at(one).id, [at(other).id]),
					split: () => {
						const { id, evidence } = at(one);
						const parted = [evidence[piece % evidence.length]!];
						return split(all, id, { id: `n${index}`, kind: 'a', seen: 's', effect: 'e', evidence: parted });
					},
					withdraw: () => withdrawn(all, at(one).id),
				}[deed]();
				if ('refused' in sorted || sorted.after.length === 0) continue;
				const standing = (list: readonly Standing[]) =>
					new Set(list.filter(({ stands }) => stands).flatMap(({ evidence }) => evidence));
				const next = laid(all, sorted);
				if (deed !== 'withdraw') expect(standing(all).isSubsetOf(standing(next))).toBe(true);
				for (const { evidence } of next) expect(new Set(evidence).size).toBe(evidence.length);
				for (const { evidence, stands } of next) expect(stands && evidence.length === 0).toBe(false);
				steps.push(
					sorted.after.map((now) => all.find(({ id }) => id === now.id) ?? { ...now, stands: false }),
				);
				all = next;
			}
			for (const before of steps.toReversed()) all = laid(all, { after: takenBack(all, before) });
			const left = all.filter(({ stands }) => stands);
			expect(left).toEqual(start);
		}),
		{ numRuns: 2000 },
	);
});
