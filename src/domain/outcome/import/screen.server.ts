import type { Standing } from '#domain/partnership/model.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { headedAmong, importsFor, mayShareMeasure, mayUndoImport } from '../access.ts';
import { groupWords, kindOf, type MeasureKey, type MeasureKind } from '../measures.ts';
import { summerOf } from '../year.ts';
import { keyOf, type About } from '../said.ts';
import { changesAt } from './changes.server.ts';
import { closed, compare, stampOf, type Comparison } from './compare.ts';
import { areParts, guessed } from './mapping.ts';
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
import type { Reading } from './statements.ts';

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

/**
 * The imports that somebody may know of, the latest first, with what they changed at the schools that the reader heads; null for whoever
 * brings nothing in.
 */
export async function importsScreen(ctx: Context, partnershipId: string) {
	const by = await bringer(ctx, partnershipId);
	if (!by) return null;
	const isHeaded = headedAmong(by.standing, by.schools);
	const headed = by.schools.map(({ id }) => id).filter(isHeaded);
	const known = await imports(ctx, partnershipId);
	const importOf = new Map(known.map((one) => [one.id, one]));
	return {
		imports: known.map((one) => ({ ...one, mayUndo: mayUndoImport(by.standing, one.broughtById) })),
		changes: (await changesAt(ctx, partnershipId, headed)).flatMap(({ importId, ...change }) => {
			const { fileName, broughtBy } = importOf.get(importId) ?? {};
			return fileName === undefined || broughtBy === undefined
				? []
				: {
						...{
							key: `${importId} ${keyOf(change)}`,
							school: change.school,
							...aboutInWords(change),
							fileName,
							broughtBy,
						},
						...{ was: inWords(change.measure, change.was), now: inWords(change.measure, change.now) },
					};
		}),
	};
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
		preview: reading && (await preview(ctx, partnershipId, reading, by)),
		shares: by.schools.some(({ memberIds }) => mayShareMeasure(by.standing, memberIds)),
	};
}

/** The columns of a spreadsheet with what they are, as somebody said of the same headings before or as they seem to be. */
async function columnsOf(ctx: Context, partnershipId: string, sheet: Sheet) {
	const kept = await keptMapping(ctx, partnershipId, sheet.headings);
	const mapping = kept ?? guessed(sheet);
	return {
		isKept: kept !== null,
		// Of each file anew: the same headings stand over 0.63 and over 63.
		parts: areParts(sheet, mapping.columns),
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
const inWords = (measure: MeasureKey, value: number | null) =>
	value === null ? 'held back' : `${value}${unitWords[kindOf(measure).unit]}`;
const aboutInWords = ({ measure, group, year }: Omit<About, 'schoolId'>) => ({
	what: [kindOf(measure).label, group === 'all' ? '' : groupWords[group]].filter(Boolean).join(', '),
	year: summerOf(year),
});

async function preview(
	ctx: Context,
	partnershipId: string,
	reading: Reading,
	{ standing, schools }: { standing: Standing; schools: readonly SchoolOfMembers[] },
) {
	const nameOf = new Map(schools.map(({ id, name }) => [id, name]));
	const statements = reading.statements.filter(({ schoolId }) => nameOf.has(schoolId));
	const { publisher, layout, rows, leftOut, marked } = reading;
	const of = { partnershipId, personId: standing.personId, isHeaded: headedAmong(standing, schools) };
	const comparison = compare(statements, await heldOf(ctx, of, publisher, statements));
	const { added, changed, same } = comparison;
	const bySchool = Map.groupBy(statements, ({ schoolId }) => schoolId);
	return {
		...{ layout, publisher, rows, leftOut, marked, stamp: stampOf(comparison) },
		...{ added: added.length, changed: changed.length, same: same.length },
		heldBack: statements.filter(({ value }) => value === null).length,
		schools: [...bySchool].map(([id, of]) => ({
			name: nameOf.get(id)!,
			figures: of.length,
			years: [...new Set(of.map(({ year }) => summerOf(year)))].toSorted((a, b) => a - b).join(', '),
		})),
		changes: changed.slice(0, mostListed).map((statement) => ({
			key: keyOf(statement),
			school: nameOf.get(statement.schoolId)!,
			...aboutInWords(statement),
			was: statement.was === closed ? 'not yours to see' : inWords(statement.measure, statement.was.value),
			now: inWords(statement.measure, statement.value),
			pupils: pupilsIfOtherwise(statement),
		})),
	};
}

/** How many pupils, where the figure is the same and only their number is otherwise. */
const pupilsIfOtherwise = ({ was, value, pupils }: Comparison['changed'][number]): number | null =>
	was !== closed && was.value === value ? pupils : null;
