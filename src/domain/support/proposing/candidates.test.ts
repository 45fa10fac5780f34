import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whoInWords, type Expertise } from '../model.ts';
import { candidates, type PossibleHelper } from './candidates.ts';

const asked = { askerId: 'asker', themeId: 'writing' };
const school = (memberId: string, more: Partial<PossibleHelper> = {}): PossibleHelper => ({
	...{ memberId, memberName: memberId, left: false, metres: 3_000, promised: 0, balance: 0 },
	...{ sameGroup: null, focusGroup: null, ...more },
});
const offer = (memberId: string, more: Partial<Expertise> = {}): Expertise => ({
	...{ id: `${memberId} offers`, memberId, memberName: memberId, themeId: 'writing', theme: 'Writing' },
	...{
		ways: ['visit us'],
		words: 'Come and see.',
		who: '',
		phases: [],
		daysATerm: 4,
		offeredOn: '2026-09-07',
		...more,
	},
});
const names = (schools: PossibleHelper[], offers: Expertise[]) =>
	candidates(asked, schools, offers).map(({ memberId }) => memberId);

describe('CEN-13 NFS-23 who could help', () => {
	test('offers it, is not the asker and has not left', () => {
		const schools = [school('asker'), school('left', { left: true }), school('reader'), school('writer')];
		const offers = [offer('asker'), offer('left'), offer('reader', { themeId: 'reading' }), offer('writer')];
		expect(names(schools, offers)).toEqual(['writer']);
	});

	test('whoever works with the asker or on the theme comes first, then by ten kilometres, then who has given least', () => {
		const schools = [
			school('far', { metres: 31_000, balance: -5 }),
			school('near and busy', { metres: 4_000, balance: 3 }),
			school('near', { metres: 9_000 }),
			school('nowhere', { metres: null, balance: -9 }),
			school('in the group', { metres: 50_000, sameGroup: 'Larch' }),
			school('in the group, on the theme', { metres: 60_000, sameGroup: 'Larch', focusGroup: 'Larch' }),
		];
		expect(
			names(
				schools,
				schools.map(({ memberId }) => offer(memberId)),
			),
		).toEqual([...['in the group, on the theme', 'in the group', 'near', 'near and busy', 'far', 'nowhere']]);
	});

	test('whose days of the term are promised stands last with that reason, whatever else speaks for it', () => {
		const [free, used] = candidates(
			asked,
			[school('used', { promised: 4, sameGroup: 'Larch' }), school('free', { metres: null, promised: 1 })],
			[offer('used'), offer('free')],
		);
		expect(free).toMatchObject({ memberId: 'free', usedUp: false });
		expect(free!.reasons).toEqual([
			'It can give 4 days a term, 1 day promised already.',
			'You are welcome to visit us.',
			'How far away it is, the register does not say.',
			'It has given as many days to reviews this year as it has received.',
		]);
		expect(free!.time).toBe('It takes the time of free’s own staff: 3 days left this term.');
		expect(used).toMatchObject({ memberId: 'used', usedUp: true });
		expect(used!.reasons[0]).toBe('All it can give this term is promised: 4 days.');
	});

	test('every reason is a sentence of what is known', () => {
		const [one] = candidates(
			asked,
			[school('a', { metres: 12_400, balance: 2, sameGroup: 'Larch', focusGroup: 'Elm' })],
			[offer('a', { daysATerm: null, ways: ['speak'] })],
		);
		expect(one!.reasons).toEqual([
			'It has not said how many days a term it can give.',
			'Somebody of us speaks to heads or staff.',
			'In the same group this year: Larch.',
			'Elm looks into it this year.',
			'12 km away.',
			'It has given 2 days more to reviews this year than it has received.',
		]);
	});

	const schoolArbitrary = fc.record({
		memberId: fc.constantFrom('asker', 'a', 'b', 'c', 'd', 'e'),
		left: fc.boolean(),
		metres: fc.option(fc.nat(60_000)),
		promised: fc.nat(5),
		balance: fc.integer({ min: -5, max: 5 }),
		sameGroup: fc.option(fc.constant('Larch')),
		focusGroup: fc.option(fc.constant('Elm')),
	});

	test('whatever is known: nobody who may not, nobody twice, used up ones last, and the order of rows decides nothing', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(schoolArbitrary, { selector: ({ memberId }) => memberId }),
				fc.array(
					fc.record({ of: fc.nat(5), theme: fc.boolean(), days: fc.option(fc.integer({ min: 1, max: 4 })) }),
				),
				(known, offered) => {
					const schools = known.map((one) => ({ ...one, memberName: one.memberId }));
					const offers = new Map(
						offered.flatMap(({ of, theme, days }) => {
							const themeId = theme ? 'writing' : 'reading';
							const memberId = schools[of]?.memberId;
							return memberId ? [[memberId + themeId, offer(memberId, { themeId, daysATerm: days })]] : [];
						}),
					);
					const found = candidates(asked, schools, [...offers.values()]);
					const ids = found.map(({ memberId }) => memberId);
					expect(new Set(ids).size).toBe(ids.length);
					for (const id of ids) {
						expect(id).not.toBe('asker');
						expect(schools.find(({ memberId }) => memberId === id)!.left).toBe(false);
						expect(offers.has(`${id}writing`)).toBe(true);
					}
					const used = found.map(({ usedUp }) => Number(usedUp));
					expect(used).toEqual(used.toSorted());
					expect(candidates(asked, schools.toReversed(), [...offers.values()].toReversed())).toEqual(found);
				},
			),
		);
	});
});

test('HEP-8 an offer says who shares it and in which phases, and so does what is proposed', () => {
	const said = { who: 'our English lead', phases: ['early years', 'key stage 1'] } as const;
	expect(whoInWords({ ...said, phases: [...said.phases] })).toBe(
		'Shared by our English lead, in early years and key stage 1.',
	);
	expect(whoInWords({ who: '', phases: ['key stage 2'] })).toBe('In key stage 2.');
	expect(whoInWords({ who: '', phases: [] })).toBe('');
});
