/** `npm run rows`: every requirement row, the journeys of the last run that proved it, and the screens they visited. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/platform/project-root.ts';
import { rows } from '../test/rows.ts';
import { provenBy, readJourneys, type Suite } from './rows/journeys-report.ts';

const path = join(projectRoot, 'reports', 'journeys.json');
if (!existsSync(path)) {
	console.error('No journeys have run here yet: npm run journeys');
	process.exit(1);
}
const report = JSON.parse(readFileSync(path, 'utf8')) as { suites: Suite[]; stats: { startTime: string } };
const journeys = readJourneys(report.suites);

let proven = 0;
for (const [id, title] of Object.entries(rows)) {
	const proofs = provenBy(id, journeys);
	if (proofs.length > 0) proven += 1;
	console.log(`${id.padEnd(7)} ${proofs.length > 0 ? 'works' : '–    '}  ${title}`);
	for (const { title: journey, screens } of proofs) {
		console.log(`               ${journey}\n                 on ${screens.join(' ') || 'no screen'}`);
	}
}
for (const id of new Set(journeys.flatMap((journey) => journey.ids))) {
	if (!(id in rows)) console.log(`${id} is in the title of a journey, but is no row`);
}
console.log(
	`\n${proven} of ${Object.keys(rows).length} rows proven by the journeys of ${report.stats.startTime}`,
);
