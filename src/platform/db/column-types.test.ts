import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';

forEachEngine((database) => {
	const value = async (expression: string): Promise<unknown> => {
		const { rows } = await database().asOwner((db) =>
			sql.raw<{ value: unknown }>(`select ${expression} as value`).execute(db),
		);
		return rows[0]!.value;
	};

	test.each<[string, unknown]>([
		['count(*)', 1],
		['9007199254740991::int8', 9007199254740991],
		['1.5::numeric', 1.5],
		['avg(4)', 4],
		[`'2026-03-29'::date`, '2026-03-29'],
		[`'2026-03-29 01:30+00'::timestamptz`, new Date('2026-03-29T01:30:00Z')],
		[`'08:45'::time`, '08:45'],
		[`'1 day 02:00'::interval`, '1 day 02:00:00'],
		[`'{"seen": [1, null]}'::jsonb`, { seen: [1, null] }],
		[`array['a', null, 'b,"c"']`, ['a', null, 'b,"c"']],
		[`'{}'::text[]`, []],
		[`array['2026-03-29'::date, null]`, ['2026-03-29', null]],
		['array[1, 2]::int8[]', [1, 2]],
		[`array['018f0000-0000-7000-8000-000000000001'::uuid]`, ['018f0000-0000-7000-8000-000000000001']],
		['null::date', null],
		['true', true],
	])('%s', async (expression, expected) => {
		expect(await value(expression)).toEqual(expected);
	});

	test('bytea arrives as bytes', async () => {
		expect([...((await value(String.raw`'\x00ff'::bytea`)) as Uint8Array)]).toEqual([0, 255]);
	});

	test('a whole number that would be rounded is refused', async () => {
		await expect(value('9007199254740993::int8')).rejects.toThrow('does not fit');
	});

	test('values sent come back as they were', async () => {
		const sent = {
			text: "café “quoted” \\ '",
			list: ['a', 'b,"c"'],
			bytes: new Uint8Array([0, 1, 255]),
			instant: new Date('2026-11-23T10:11:12.345Z'),
		};
		const { rows } = await database().asOwner((db) =>
			sql<
				typeof sent
			>`select ${sent.text}::text as text, ${sent.list}::text[] as list, ${sent.bytes}::bytea as bytes,
				${sent.instant}::timestamptz as instant`.execute(db),
		);
		expect({ ...rows[0], bytes: new Uint8Array(rows[0]!.bytes) }).toEqual(sent);
	});
});
