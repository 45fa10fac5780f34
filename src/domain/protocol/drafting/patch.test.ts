import fc from 'fast-check';
import mergePatch from 'json-merge-patch';
import { describe, expect, test } from 'vitest';
import { presets } from '../presets/presets.ts';
import type { Protocol } from '../protocol.ts';
import { beyondAdaptation, partsChanged, partsMet, patchBetween, withinAdaptation } from './patch.ts';

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
				expect(mergePatch.apply(structuredClone(one), patchBetween(one, mixed))).toEqual(mixed);
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
		const changed = (change: (protocol: Protocol) => void) => {
			const changing = structuredClone(base);
			change(changing);
			return changing;
		};
		const newer = changed((one) => {
			one.day.starts = '08:00';
			one.report.headings[0]!.label = 'What shines';
			one.stages.pop();
		});
		const met = (change: (protocol: Protocol) => void) => partsMet(base, changed(change), newer);
		expect(met((one) => (one.day.ends = '15:00'))).toEqual([]);
		expect(met((one) => (one.day.starts = '08:00'))).toEqual([]);
		expect(met((one) => (one.day.starts = '09:10'))).toEqual(['day']);
		expect(met((one) => one.report.headings.pop())).toEqual([]);
		expect(met((one) => one.report.headings.shift())).toEqual(['report']);
		expect(met((one) => (one.stages.at(-1)!.title = 'Our end'))).toEqual(['stages']);
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
