import { describe, expect, test } from 'vitest';
import { completeRegister } from './completion.ts';
import type { Listed } from './layout.ts';
import { mergeListed } from './merge.ts';
import type { RegisteredSchool } from './model.ts';
import type { Succession } from './succession.ts';

const braintree = { town: 'Braintree', postcode: 'CM7 1HL', easting: 575864, northing: 221781 };
const infants: Listed = {
	urn: 114941,
	name: 'John Ray Infant School',
	status: 'open',
	localAuthority: 'Essex',
	country: 'England',
	...braintree,
};
const listed = (...rows: Listed[]) => {
	const known = new Map<number, RegisteredSchool>();
	mergeListed(known, rows);
	return known.values();
};
const succeeded = (predecessor: number, successor: number, day: string | null): Succession => ({
	predecessor,
	successor,
	kind: 'succeeded',
	day,
});
const names = new Map([[150501, 'John Ray Infants']]);

describe('a successor known only by its link', () => {
	const { schools } = completeRegister(
		listed(infants),
		[succeeded(114941, 150501, '2024-02-29')],
		names,
		'2025-04-30',
	);

	test('is open, in the place of the school it took over from, and provisional', () => {
		expect(schools.get(150501)).toMatchObject({
			name: 'John Ray Infants',
			status: 'open',
			localAuthority: 'Essex',
			openedOn: '2024-02-29',
			knownByLink: true,
			placeFrom: 114941,
			...braintree,
		});
	});
	test('closes the school before it on that day', () => {
		expect(schools.get(114941)).toMatchObject({ status: 'closed', closedOn: '2024-02-29', placeFrom: null });
	});
	test('is known through any number of others like it', () => {
		const chain = [succeeded(150501, 160000, '2025-01-01'), succeeded(114941, 150501, '2024-02-29')];
		const { schools } = completeRegister(listed(infants), chain, names, '2025-04-30');
		expect(schools.get(150501)!.status).toBe('closed');
		expect(schools.get(160000)).toMatchObject({ status: 'open', town: 'Braintree', placeFrom: 114941 });
	});
});

describe('what links do not change', () => {
	test('a change that lies ahead', () => {
		const { schools } = completeRegister(
			listed(infants),
			[succeeded(114941, 150501, '2025-09-01')],
			names,
			'2025-04-30',
		);
		expect(schools.get(114941)!.status).toBe('open');
		expect(schools.has(150501)).toBe(false);
	});
	test('two schools that the register has open', () => {
		const juniors = { ...infants, urn: 143538, name: 'John Ray Junior School' };
		const { schools } = completeRegister(
			listed(infants, juniors),
			[succeeded(114941, 143538, '2017-04-01')],
			names,
			'2025-04-30',
		);
		expect(schools.get(114941)!.status).toBe('open');
	});
	test("a school's own place", () => {
		const moved: Listed = { ...infants, urn: 150501, town: 'Witham', postcode: 'CM8 1AA' };
		const { schools } = completeRegister(
			listed(infants, moved),
			[succeeded(114941, 150501, null)],
			names,
			'2025-04-30',
		);
		expect(schools.get(150501)).toMatchObject({ town: 'Witham', placeFrom: null });
	});
});

test('a listed school without a place takes it from the school before it, and says so', () => {
	const academy: Listed = {
		urn: 150501,
		name: 'John Ray Academy',
		status: 'open',
		localAuthority: 'Essex',
		country: 'England',
	};
	const before: Listed = { ...infants, status: 'closed' };
	const { schools } = completeRegister(
		listed(before, academy),
		[succeeded(114941, 150501, null)],
		names,
		'2025-04-30',
	);
	expect(schools.get(150501)).toMatchObject({ town: 'Braintree', placeFrom: 114941, knownByLink: false });
});

describe('laying one file over another', () => {
	test('what the newer does not say stays, and what happened is counted', () => {
		const known = new Map<number, RegisteredSchool>();
		expect(mergeListed(known, [infants])).toEqual({ added: 1, changed: 0, closed: 0, same: 0 });
		const bare: Listed = {
			urn: 114941,
			name: infants.name,
			status: 'open',
			localAuthority: 'Essex',
			country: 'England',
		};
		expect(mergeListed(known, [bare])).toEqual({ added: 0, changed: 0, closed: 0, same: 1 });
		expect(mergeListed(known, [{ ...bare, name: 'John Ray' }])).toMatchObject({ changed: 1 });
		expect(mergeListed(known, [{ ...bare, status: 'closed' }])).toMatchObject({ closed: 1 });
		expect(known.get(114941)).toMatchObject({ town: 'Braintree', status: 'closed' });
	});
});
