import { describe, expect, test } from 'vitest';
import { readLinks, readSchools } from './layout.ts';

const official = [
	'"URN","LA (code)","LA (name)","EstablishmentName","TypeOfEstablishment (name)","EstablishmentStatus (name)","OpenDate","CloseDate","PhaseOfEducation (name)","NumberOfPupils","Town","Postcode","ReligiousCharacter (name)","OfstedLastInsp","TypeOfResourcedProvision (name)"',
	'"115850","850","Hampshire","Alton Infant School","Community school","Open","","","Primary","138","Alton","GU34 1DH","Does not apply","23-01-2019","SEN unit"',
].join('\r\n');

describe('a file of schools', () => {
	test("in DfE's own layout", () => {
		expect(readSchools(official)).toEqual([
			{
				urn: 115850,
				name: 'Alton Infant School',
				status: 'open',
				localAuthority: 'Hampshire',
				laCode: '850',
				country: 'England',
				phase: 'Primary',
				type: 'Community school',
				town: 'Alton',
				postcode: 'GU34 1DH',
				pupils: 138,
				specialProvision: 'SEN unit',
				inspectedOn: '2019-01-23',
			},
		]);
	});

	test('in the layout of a published copy, a Welsh school among them', () => {
		const copy =
			'gender,local_authority_name,name,phase_of_education,status,urn\nMixed,Cardiff,Ysgol Treganna,Primary,Open,401000';
		expect(readSchools(copy)).toMatchObject([
			{ urn: 401000, country: 'Wales', status: 'open', gender: 'Mixed' },
		]);
	});

	test('that is something else is refused by naming every missing column', () => {
		expect(() => readSchools('URN,EstablishmentName\n1,x')).toThrow(
			'the file has no column “EstablishmentStatus (name)”, “LA (name)”.',
		);
		expect(() => readSchools('')).toThrow('the file has no column “URN”');
	});

	test('with rows that are no school reads the others', () => {
		expect(readSchools(`${official}\r\n"","","","","","","","","","","","","","",""`)).toHaveLength(1);
	});
});

describe('a file of links', () => {
	const heading = '"URN","LinkURN","LinkName","LinkType","LinkEstablishedDate"';

	test('gives each change of URN from the earlier school to the later', () => {
		const { links, names } = readLinks(
			[
				heading,
				'114941,150501,"John Ray Infant School","Successor","29-02-2024"',
				'150501,114941,"John Ray Infant School","Predecessor","01-03-2024"',
				'100012,100021,"Rhyl Community Primary School","Successor - merged",""',
			].join('\n'),
		);
		expect(links).toEqual([
			{ predecessor: 114941, successor: 150501, kind: 'succeeded', day: '2024-02-29' },
			{ predecessor: 114941, successor: 150501, kind: 'succeeded', day: '2024-03-01' },
			{ predecessor: 100012, successor: 100021, kind: 'merged', day: null },
		]);
		expect(names.get(150501)).toBe('John Ray Infant School');
	});

	test('passes over links that are no change of identity', () => {
		expect(readLinks(`${heading}\n101276,101277,"X","Sixth Form Centre Link",""`).links).toEqual([]);
	});

	test('that is something else is refused', () => {
		expect(() => readLinks('URN,LinkURN\n')).toThrow('“LinkName”, “LinkType”, “LinkEstablishedDate”');
	});
});
