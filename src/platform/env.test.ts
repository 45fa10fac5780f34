import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEnv } from './env.ts';

const both = { DATABASE_URL: 'postgres://web@db/fresh', DATABASE_OWNER_URL: 'postgres://owner@db/fresh' };

test('every setting has a safe default', () => {
	expect(readEnv({})).toEqual({
		port: 4000,
		host: '127.0.0.1',
		dataDir: resolve('data'),
		postgresql: null,
		origin: 'http://localhost:4000',
		proxies: 0,
		smtpUrl: null,
		invitationWait: 120,
		demo: false,
		loopback: true,
	});
});

test('an empty setting counts as none', () => {
	expect(readEnv({ PORT: '', DATABASE_URL: '', ORIGIN: '' })).toEqual(readEnv({}));
});

describe('what cannot be used is named', () => {
	test.each([
		[{ PORT: '70000' }, 'PORT'],
		[{ ORIGIN: 'fresh.example' }, 'ORIGIN'],
		[{ SMTP_URL: 'https://mail.example' }, 'SMTP_URL'],
		[{ DATABASE_URL: 'mysql://db/fresh' }, 'DATABASE_URL'],
		[{ DATABASE_URL: both.DATABASE_URL }, 'DATABASE_OWNER_URL'],
		[{ PROXIES: 'one' }, 'PROXIES'],
		[{ DEMO: 'yes' }, 'DEMO'],
	])('%o', (source, name) => {
		expect(() => readEnv(source)).toThrow(name);
	});
});

test('the demo keeps to a folder of its own and away from a real database', () => {
	const env = readEnv({ ...both, DEMO: '1', DATA_DIR: '/srv/fresh' });
	expect(env).toMatchObject({ demo: true, dataDir: '/srv/fresh/demo', postgresql: null });
});

test('a host that others can reach is not loopback', () => {
	expect(readEnv({ HOST: '0.0.0.0' }).loopback).toBe(false);
	expect(readEnv(both).postgresql).toEqual({
		databaseUrl: both.DATABASE_URL,
		databaseOwnerUrl: both.DATABASE_OWNER_URL,
	});
});
