import { describe, expect, test } from 'vitest';
import { things, type Audience } from '../parts/audience.ts';
import { presets } from '../presets/presets.ts';
import { memorandumInWords, titledInWords } from './memorandum-words.ts';
import { memorandumSchema, startingMemorandum, widerThanAgreed } from './memorandum.ts';

const family = presets.find(({ key }) => key === 'family')!.protocol;
const narrow = {
	stages: family.stages,
	audience: {
		...family.audience,
		things: Object.fromEntries(
			things.map((thing) => [thing, { floor: ['host'], ceiling: ['host', 'team'], countedBy: [] }]),
		) as unknown as typeof family.audience.things,
	},
};
const opening = (thing: (typeof things)[number], ceiling: Audience[]) => ({
	...narrow,
	audience: {
		...narrow.audience,
		things: { ...narrow.audience.things, [thing]: { ...narrow.audience.things[thing], ceiling } },
	},
});

describe('HEP-3 a protocol goes no further than the memorandum', () => {
	test('team and host are always allowed', () => {
		expect(widerThanAgreed(narrow, { opensTo: [] })).toEqual([]);
	});

	test.each([
		['a circle that is not named', ['governors'], [], ['governors']],
		['a circle that is named', ['governors'], ['governors'], []],
		['the heads of a group, where all heads are named', ['group'], ['heads'], []],
		['the heads of a group, where the whole partnership is named', ['group', 'heads'], ['partnership'], []],
		['all heads, where the heads of a group are named', ['heads'], ['group'], ['heads']],
		['a link, where everyone in the partnership is named', ['link'], ['partnership'], ['link']],
	] as const)('%s', (_, ceiling, opensTo, beyond) => {
		const found = widerThanAgreed(opening('findings', ['host', ...ceiling]), { opensTo: [...opensTo] });
		expect(found).toEqual(beyond.map((audience) => ({ thing: 'findings', audience })));
	});

	test('whoever reads without asking counts, too', () => {
		const protocol = {
			...narrow,
			audience: {
				...narrow.audience,
				things: {
					...narrow.audience.things,
					report: { floor: ['heads' as const], ceiling: ['heads' as const], countedBy: [] },
				},
			},
		};
		expect(widerThanAgreed(protocol, { opensTo: [] })).toEqual([{ thing: 'report', audience: 'heads' }]);
	});

	test('KSA-7 heads who join what a review ends in know of the review by that', () => {
		const joined = { ...narrow, stages: narrow.stages.map((stage) => ({ ...stage, withHeads: true })) };
		expect(widerThanAgreed(joined, { opensTo: ['group'] })).toEqual([{ thing: 'cycle', audience: 'heads' }]);
		expect(widerThanAgreed(joined, { opensTo: ['heads'] })).toEqual([]);
	});
});

describe('the text to begin from', () => {
	test.each(presets.map(({ key, protocol }) => [key, protocol] as const))(
		'is whole, and agrees with the protocol in force: %s',
		(_, protocol) => {
			const text = startingMemorandum('Demo family', protocol);
			expect(memorandumSchema.parse(text)).toEqual(text);
			expect(widerThanAgreed(protocol, text)).toEqual([]);
		},
	);

	test('is whole without a protocol, under the longest of names', () => {
		expect(() => memorandumSchema.parse(startingMemorandum('N'.repeat(300), null))).not.toThrow();
	});
});

describe('HEP-3 a memorandum in words', () => {
	const text = { ...startingMemorandum('Demo family', null), notice: 'We tell.\n\nWe finish.' };

	test('says purpose, commitments, expectations, peer review, who reads, and how to leave', () => {
		expect(memorandumInWords(text).map(({ key }) => key)).toEqual([
			'purpose',
			'commitments',
			'expectations',
			'peer-review',
			'opens-to',
			'notice',
		]);
		expect(memorandumInWords(text).at(-1)!.sentences).toEqual(['We tell.', 'We finish.']);
	});

	test('says that nobody else reads, where nobody else does', () => {
		const [always, wider, ...more] = memorandumInWords({ ...text, opensTo: ['host', 'team'] })[4]!.sentences;
		expect(always).toContain('the review team and the head of the school reviewed');
		expect(wider).toBe('It is opened to nobody else.');
		expect(more).toEqual([]);
	});

	test('leaves out what is not said, and has its title among what may change', () => {
		const { notice: _, ...without } = text;
		expect(memorandumInWords(without).map(({ key }) => key)).not.toContain('notice');
		expect(titledInWords(text)[0]!.sentences).toEqual([text.title]);
	});
});
