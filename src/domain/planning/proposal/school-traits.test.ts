import { expect, test } from 'vitest';
import { schoolFromCells } from '#domain/register/fields.ts';
import { placeAndTraits } from './school-traits.ts';

const school = (cells: Record<string, string>) => schoolFromCells({ urn: '1', phase: 'Primary', ...cells });

test('CSC-18 a school is placed by the register, and told apart by size, intake, character and phase', () => {
	const village = { pupils: '96', fsmPercent: '8.2', religiousCharacter: 'Church of England' };
	const place = { easting: '570000', northing: '210000', lowAge: '4', highAge: '11' };
	expect(placeAndTraits([school({ ...village, ...place })])).toEqual({
		...{ place: { easting: 570000, northing: 210000 }, phase: 'Primary', lowAge: 4, highAge: 11 },
		traits: {
			...{ size: 'up to half a form', intake: 'few on free school meals' },
			...{ character: 'Church of England', phase: 'Primary' },
		},
	});
});

test('KSA-1 two that run as one are one: all ages, all pupils, the intake among all of them', () => {
	const infants = school({ pupils: '180', fsmPercent: '30', lowAge: '3', highAge: '7' });
	const juniors = school({
		pupils: '270',
		fsmPercent: '10',
		lowAge: '7',
		highAge: '11',
		easting: '1',
		northing: '2',
	});
	const both = placeAndTraits([infants, juniors]);
	expect(both).toMatchObject({ place: { easting: 1, northing: 2 }, lowAge: 3, highAge: 11 });
	expect(both.traits).toMatchObject({ size: 'more than two forms', intake: 'some on free school meals' });
});

test('what is not known makes no contrast, and a school in no register has no place', () => {
	expect(placeAndTraits([])).toEqual({
		...{ place: null, phase: '', lowAge: null, highAge: null },
		traits: { size: null, intake: null, character: null, phase: null },
	});
	const bare = placeAndTraits([school({ fsmPercent: '20', easting: '1' })]);
	expect(bare.place).toBeNull();
	expect(bare.traits).toMatchObject({ size: null, intake: null, character: 'no religious character' });
});
