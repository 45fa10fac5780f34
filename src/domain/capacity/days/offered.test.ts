import { expect, test } from 'vitest';
import { offered, offeredAgain } from './offered.ts';

test('NFS-26 what a calendar file offers comes back from the form as it was, and nothing that is no span of days', () => {
	const [one, more] = [
		offered({ from: '2027-05-04', to: '2027-05-04' }),
		offered({ from: '2027-05-04', to: '2027-05-06' }),
	];
	expect(more).toEqual({
		value: '2027-05-04/2027-05-06',
		label: 'Tuesday 4 May 2027 to Thursday 6 May 2027',
	});
	expect(offeredAgain([one.value, more.value, one.value])).toEqual([one, more]);
	expect(offeredAgain(one.value)).toEqual([one]);
	for (const nothing of [
		undefined,
		'x',
		'2027-02-30/2027-03-01',
		'2027-05-06/2027-05-04',
		'2027-05-04',
		[{}],
	])
		expect(offeredAgain(nothing)).toEqual([]);
	expect(offeredAgain(`${one.value}/2027-05-04`)).toEqual([]);
});
