import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { importsFor, mayShareMeasure } from '../access.ts';
import { groupWords, kindOf, type MeasureKind } from '../measures.ts';
import { summerOf } from '../year.ts';
import { compare, stampOf, type Held } from './compare.ts';
import { guessed, type Mapping } from './mapping.ts';
import {
	heldOf,
	imports,
	keptMapping,
	readingById,
	schoolsOf,
	type SchoolOfMembers,
} from './queries.server.ts';
import { stateOf } from './reading.ts';
import type { Sheet } from './sheet.ts';
import { keyOf, type Reading, type Statement } from './statements.ts';

/** So many changed figures are listed; all are counted. */
const mostListed = 100;
const sampleRows = 3;

/** Who brings figures in here, and for which schools; null for others. */
export async function bringer(ctx: Context, partnershipId: string) {
	const standing = await standingIn(ctx, partnershipId);
	const memberIds = standing && importsFor(standing);
	if (!standing || !memberIds) return null;
	return { standing, schools: await schoolsOf(ctx, partnershipId, memberIds) };
}

/** The imports that somebody may know of, the latest first; null for whoever brings nothing in. */
export async function importsScreen(ctx: Context, partnershipId: string) {
	const by = await bringer(ctx, partnershipId);
	return by && { imports: await imports(ctx, partnershipId) };
}

/** How far a chosen file is, and what there is to say or confirm of it; null for everybody but whoever chose it. */
export async function readingScreen(ctx: Context, partnershipId: string, readingId: string) {
	const by = await bringer(ctx, partnershipId);
	const open = by && (await readingById(ctx, partnershipId, readingId));
	if (!open) return null;
	const { fileName, rowsRead, rowsInAll, refused, year, schoolId, sheet, reading } = open;
	return {
		...{ id: readingId, fileName, rowsRead, rowsInAll, refused, state: stateOf(open, ctx.now) },
		schools: by.schools.map(({ id: value, name: label }) => ({ value, label })),
		columns: sheet && {
			...(await columnsOf(ctx, partnershipId, sheet)),
			...{ year: year === null ? '' : String(summerOf(year)), schoolId: schoolId ?? '' },
		},
		preview: reading && (await preview(ctx, partnershipId, reading, by.schools)),
		shares: by.schools.some(({ memberIds }) => mayShareMeasure(by.standing, memberIds)),
	};
}

/** The columns of a spreadsheet with what they are, as somebody said of the same headings before or as they seem to be. */
async function columnsOf(ctx: Context, partnershipId: string, sheet: Sheet) {
	const kept = await keptMapping(ctx, partnershipId, sheet.headings);
	const mapping: Mapping = kept ?? guessed(sheet);
	return {
		isKept: kept !== null,
		parts: mapping.parts,
		rows: sheet.rows.length,
		columns: sheet.headings.map((heading, at) => ({
			heading: heading || `Column ${at + 1}`,
			sample: sheet.rows
				.slice(0, sampleRows)
				.map(({ cells }) => cells[at] ?? '')
				.filter((cell) => cell !== ''),
			use: mapping.columns[at] ?? { what: '' as const, group: 'all' as const },
		})),
	};
}

const unitWords: Record<MeasureKind['unit'], string> = { percent: ' %', score: '', progress: '', points: '' };
const inWords = ({ measure }: Statement, { value }: Pick<Held, 'value'>) =>
	value === null ? 'held back' : `${value}${unitWords[kindOf(measure).unit]}`;

async function preview(
	ctx: Context,
	partnershipId: string,
	reading: Reading,
	schools: readonly SchoolOfMembers[],
) {
	const nameOf = new Map(schools.map(({ id, name }) => [id, name]));
	const statements = reading.statements.filter(({ schoolId }) => nameOf.has(schoolId));
	const comparison = compare(statements, await heldOf(ctx, partnershipId, reading.publisher, statements));
	const { added, changed, same } = comparison;
	const bySchool = Map.groupBy(statements, ({ schoolId }) => schoolId);
	return {
		...{ layout: reading.layout, publisher: reading.publisher, rows: reading.rows, leftOut: reading.leftOut },
		...{ added: added.length, changed: changed.length, same, stamp: stampOf(comparison) },
		heldBack: statements.filter(({ value }) => value === null).length,
		schools: [...bySchool].map(([id, of]) => ({
			name: nameOf.get(id)!,
			figures: of.length,
			years: [...new Set(of.map(({ year }) => summerOf(year)))].toSorted((a, b) => a - b).join(', '),
		})),
		changes: changed.slice(0, mostListed).map((statement) => ({
			key: keyOf(statement),
			school: nameOf.get(statement.schoolId)!,
			what: [kindOf(statement.measure).label, statement.group === 'all' ? '' : groupWords[statement.group]]
				.filter(Boolean)
				.join(', '),
			year: summerOf(statement.year),
			was: inWords(statement, statement.was),
			now: inWords(statement, statement),
			// The figure may be the same and the number of pupils otherwise.
			pupils: statement.was.value === statement.value ? (statement.pupils ?? null) : null,
		})),
	};
}
