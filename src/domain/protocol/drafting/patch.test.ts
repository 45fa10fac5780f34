import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { presets } from '../presets/presets.ts';
import type { Protocol } from '../protocol.ts';
import {
	beyondAdaptation,
	partsChanged,
	partsMet,
	patchBetween,
	patched,
	withinAdaptation,
} from './patch.ts';

const protocols = presets.map(({ protocol }) => protocol);
const base: Protocol = {
	...protocols[0]!,
	adaptation: { parts: ['report', 'day'], approvedBy: 'the steering group' },
};

describe('an adaptation', () => {
	test('CSC-6 applied to what it was made from gives what was made, for every pair of protocols', () => {
		const part = fc.constantFrom(...protocols);
		fc.assert(
			fc.property(part, part, part, (one, two, three) => {
				const mixed = { ...two, report: three.report, forms: three.forms };
				expect(patched(one, patchBetween(one, mixed))).toEqual(mixed);
			}),
		);
	});

	test('says nothing where nothing differs', () => {
		expect(patchBetween(base, structuredClone(base))).toEqual({});
		expect(partsChanged(base, structuredClone(base))).toEqual([]);
	});

	test('names only what differs', () => {
		const later = { ...base, day: { ...base.day, ends: '17:00' } };
		expect(patchBetween(base, later)).toEqual({ day: { ends: '17:00' } });
		expect(partsChanged(base, later)).toEqual(['day']);
		expect(beyondAdaptation(base, later)).toEqual([]);
	});

	test('meets a newer version only where both change the same place, and not to the same', () => {
		const changing = (change: (protocol: Protocol) => void) => {
			const changed = structuredClone(base);
			change(changed);
			return patchBetween(base, changed);
		};
		const newer = changing((one) => {
			one.day.starts = '08:00';
			one.report.headings.pop();
		});
		expect(
			partsMet(
				newer,
				changing((one) => (one.day.ends = '15:00')),
			),
		).toEqual([]);
		expect(
			partsMet(
				newer,
				changing((one) => (one.day.starts = '08:00')),
			),
		).toEqual([]);
		expect(
			partsMet(
				newer,
				changing((one) => (one.day.starts = '09:10')),
			),
		).toEqual(['day']);
		expect(
			partsMet(
				newer,
				changing((one) => one.report.headings.shift()),
			),
		).toEqual(['report']);
	});

	test('CSC-14 keeps the headings every group keeps, and what is not left to groups', () => {
		const [first, ...others] = base.report.headings;
		const fewer = { ...base, report: { ...base.report, headings: others } };
		expect(beyondAdaptation(base, fewer)).toEqual([
			{
				path: 'report.headings',
				part: 'report',
				message: `Every group keeps the heading ‘${first!.label}’.`,
			},
		]);
		const back = withinAdaptation(base, fewer, 'report') as Protocol;
		expect(back.report.headings).toEqual(base.report.headings);
		const free = {
			...base,
			report: { ...base.report, headings: [{ ...first!, inGroups: 'may be left out' as const }, ...others] },
		};
		expect(beyondAdaptation(free, { ...free, report: fewer.report })).toEqual([]);
		const wider = structuredClone(base);
		wider.audience.things.report.floor.push('heads');
		expect(beyondAdaptation(base, wider).map(({ path }) => path)).toEqual(['audience']);
		expect(withinAdaptation(base, wider, 'audience')).toEqual(base);
		expect(beyondAdaptation(base, { ...base, title: 'Ours' }).map(({ path }) => path)).toEqual(['title']);
	});
});
