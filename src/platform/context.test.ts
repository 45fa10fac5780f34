import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { inContext } from './context.ts';
import { londonDay } from './day.ts';
import { person } from './principal.ts';

const ada = person(randomUUIDv7());
const midsummerNight = new Date('2026-06-23T23:30:00Z');

test('a day is London’s: half past eleven by UTC in summer is already tomorrow', () => {
	expect(londonDay(midsummerNight)).toBe('2026-06-24');
	expect(londonDay(new Date('2026-12-23T23:30:00Z'))).toBe('2026-12-23');
});

forEachEngine((database) => {
	test('work knows who acts, when, and on which day, and so does the database', async () => {
		const [context, row] = await inContext(database(), ada, midsummerNight, async (ctx) => {
			const { rows } = await sql`select app_person() as person, app_today() as today`.execute(ctx.db);
			return [{ actor: ctx.actor, now: ctx.now, today: ctx.today }, rows[0]];
		});
		expect(context).toEqual({ actor: ada, now: midsummerNight, today: '2026-06-24' });
		expect(row).toEqual({ person: 'id' in ada ? ada.id : '', today: '2026-06-24' });
	});
});
