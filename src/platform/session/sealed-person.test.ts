import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { sealPerson, unsealPerson } from './sealed-person.ts';

const ada = randomUUIDv7();

test('a sealed person is known again, for the purpose they were sealed for', () => {
	const token = sealPerson('secret', 'reminders', ada);
	expect(unsealPerson('secret', 'reminders', token)).toBe(ada);
	expect(unsealPerson('secret', 'sign in', token)).toBeNull();
	expect(unsealPerson('another secret', 'reminders', token)).toBeNull();
});

test.each([
	'',
	'.',
	ada,
	`${ada}.`,
	`${ada}.short`,
	`${randomUUIDv7()}.${sealPerson('secret', 'reminders', ada).split('.')[1]}`,
])('%j names nobody', (token) => {
	expect(unsealPerson('secret', 'reminders', token)).toBeNull();
});
