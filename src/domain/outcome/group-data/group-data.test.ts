import { expect, test } from 'vitest';
import { groupsTogether, pupilGroups } from '../measures.ts';
import { dataWords } from './group-data.ts';

test('CSC-8 it is told in the words of the choice, with English and SEND in capitals', () => {
	expect(dataWords({ measure: 'phonics expected', together: 'SEND' })).toEqual({
		measure: 'Phonics check passed (Year 1)',
		pupils: 'All, and: with special needs (SEND), without special needs',
	});
	expect(dataWords({ measure: 'phonics expected', together: 'EAL' }).pupils).toBe(
		'All, and: English as an additional language, English as first language',
	);
});

test('CSC-8 every pupil group can be looked at', () => {
	expect(new Set(groupsTogether.flatMap(({ groups }) => groups))).toEqual(new Set(pupilGroups));
});
