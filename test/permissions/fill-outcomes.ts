import { randomUUIDv7 } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '#db/tables.ts';
import type { World } from './world.ts';

/** What was brought in from files, a row in each table. */
export async function fillOutcomes(
	db: Kysely<Tables>,
	{ partnershipId, hostMemberId, reviews, people, things }: World,
): Promise<void> {
	const partnership_id = partnershipId;
	const by = people.past['host head'];
	const at = new Date();
	const import_id = randomUUIDv7();
	await db
		.insertInto('column_mapping')
		.values({ partnership_id, headings: 'School', mapping: '{}', kept_by: by, kept_at: at })
		.execute();
	await db
		.insertInto('outcome_import')
		.values({
			...{ partnership_id, id: import_id, file_name: 'figures.csv', layout: 'A spreadsheet', brought_by: by },
			...{ brought_at: at, added: 1, changed: 0, same: 0, left_out: '[]' },
		})
		.execute();
	await db
		.insertInto('imported_figure')
		.values({
			...{ partnership_id, import_id, school_id: things.past.school, publisher: 'school', year: '2024-25' },
			...{ measure: 'phonics expected', pupil_group: 'all', value: 80, pupils: 30, stated_at: at },
			keys: [`team:${reviews.past}`],
		})
		.execute();
	await db
		.insertInto('outcome_comment')
		.values({
			...{ partnership_id, school_id: things.past.school, measure: 'phonics expected', year: '2019-20' },
			...{
				words: 'None was held: the school was closed for eleven weeks.',
				version: 1,
				written_by: by,
				written_at: at,
				keys: [`team:${reviews.past}`],
			},
		})
		.execute();
	await db
		.insertInto('assessment_system')
		.values({
			...{ partnership_id, id: randomUUIDv7(), member_id: hostMemberId, name: 'Our own tests', used_for: '' },
			...{ since_year: '2016-17', written_by: by, written_at: at },
		})
		.execute();
}
