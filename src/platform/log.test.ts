import { afterEach, expect, test, vi } from 'vitest';
import { logError } from './log.ts';

const written = vi.spyOn(console, 'error').mockImplementation(() => {});
afterEach(() => written.mockClear());

const logged = () => JSON.parse(String(written.mock.calls[0]?.[0]));

test('a bug is one line that says where, and quotes nobody', () => {
	logError(new Error('Unexpected token in "Alice cried today"', { cause: new TypeError("no 'Alice'") }), {
		route: '/reviews/[review]',
	});
	expect(logged()).toMatchObject({
		level: 'error',
		route: '/reviews/[review]',
		error: 'Error',
		message: 'Unexpected token in …',
	});
	expect(logged().frames[0]).toContain('log.test.ts');
	expect(String(written.mock.calls[0]?.[0])).not.toContain('Alice');
});

test('a fault in the database is told by its code, without the row', () => {
	const fault = Object.assign(new Error('invalid input: Alice'), {
		severity: 'ERROR',
		code: '23505',
		constraint: 'person_email_key',
		table: 'person',
		detail: 'Key (email)=(alice@school.example) already exists.',
	});
	logError(fault, {});
	expect(logged()).toMatchObject({ code: '23505', constraint: 'person_email_key', table: 'person' });
	expect(String(written.mock.calls[0]?.[0])).not.toMatch(/alice/i);
});
