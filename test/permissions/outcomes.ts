import { randomUUIDv7 } from 'node:crypto';
import { enterMeasure } from '#domain/outcome/actions.server.ts';
import { openReading } from '#domain/outcome/import/deeds.server.ts';
import type { Reading } from '#domain/outcome/import/statements.ts';
import { londonDay } from '#platform/day.ts';
import type { Database } from '#platform/db/database.ts';
import { did, doing } from '../demo/doing.ts';
import type { Founded } from '../demo/founding.ts';
import { headOf } from '../demo/heads.ts';

/** The host's head has entered a figure, brought in one file, and chosen another of which nothing is in yet. */
export async function chooseAFile(founded: Founded, database: Database): Promise<void> {
	const { partnershipId } = founded;
	const id = randomUUIDv7();
	await doing(founded, headOf('bramblesea'), londonDay(founded.now), '00:05', (ctx) =>
		did(openReading(ctx, { id, partnershipId, file: { name: 'figures.csv', bytes: 10 } }), 'choose a file'),
	);
	await doing(founded, headOf('bramblesea'), londonDay(founded.now), '00:06', async (ctx) => {
		const { schoolId } = await ctx.db
			.selectFrom('member_school')
			.select('school_id as schoolId')
			.where('member_id', '=', founded.members.get('bramblesea')!)
			.limit(1)
			.executeTakeFirstOrThrow();
		const figure = { id: randomUUIDv7(), partnershipId, schoolId, year: '2015', value: '61' };
		await did(enterMeasure(ctx, { ...figure, measure: 'phonics expected' }), 'enter a figure');
	});
	const sheet = { headings: ['School', 'Year'], rows: [{ row: 2, cells: ['Bramblesea', '2025'] }] };
	const reading: Reading = {
		layout: 'A spreadsheet',
		publisher: 'school',
		marked: true,
		rows: 1,
		statements: [],
		leftOut: [],
	};
	const brought = { brought_by: founded.people.get(headOf('bramblesea'))!, brought_at: founded.now };
	await database.asOwner(async (db) => {
		await db
			.insertInto('outcome_import')
			.values({
				...{
					partnership_id: partnershipId,
					id: randomUUIDv7(),
					file_name: 'figures.csv',
					layout: 'A spreadsheet',
				},
				...{ ...brought, added: 1, changed: 0, same: 0, left_out: '[]' },
			})
			.execute();
		await db
			.updateTable('outcome_reading')
			.set({ sheet: JSON.stringify(sheet), reading: JSON.stringify(reading) })
			.where('id', '=', id)
			.execute();
	});
}
