import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { keyOf, type Said } from './said.ts';

/** Figures as whoever reads them is shown them, by the rules that the database keeps: value and count off those that are hidden. */
export async function suppressed(database: Database, figures: readonly Said[], fewest = 6): Promise<Said[]> {
	const given = figures.map(({ schoolId: school_id, group: pupil_group, ...rest }) => ({
		...{ school_id, pupil_group },
		...rest,
	}));
	const { rows } = await database.asOwner((db) =>
		sql<Pick<Said, 'schoolId' | 'measure' | 'group' | 'year' | 'publisher'>>`
			select school_id as "schoolId", publisher, measure, pupil_group as "group", year
			from hidden_figures(${JSON.stringify(given)}::jsonb, ${fewest})`.execute(db),
	);
	const hidden = new Set(rows.map((row) => `${row.publisher} ${keyOf(row)}`));
	return figures.map((figure) =>
		hidden.has(`${figure.publisher} ${keyOf(figure)}`) ? { ...figure, value: null, pupils: null } : figure,
	);
}
