import type { z } from 'zod';
import type { Standing } from '#domain/partnership/model.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { conflict, denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { headedAmong, importsFor, mayUndoImport } from '../access.ts';
import { compare, stampOf } from './compare.ts';
import * as given from './input.ts';
import * as store from './import-store.server.ts';
import { keysOf } from './keys.ts';
import { mappingFault, readMapped } from './mapping.ts';
import {
	headingsKey,
	heldOf,
	importById,
	readingById,
	schoolsOf,
	type SchoolOfMembers,
} from './queries.server.ts';
import {
	deleteReading,
	endReading,
	insertReading,
	keepMapping,
	setPublisher,
} from './reading-store.server.ts';
import type { SchoolYear } from '../year.ts';
import type { Reader } from './statements.ts';

/** What every deed about files begins with: the input read, the person's right checked, the schools they bring figures for found. */
async function bringing<S extends z.ZodType<{ partnershipId: string }>, T>(
	ctx: Context,
	schema: S,
	input: unknown,
	deed: (on: { input: z.output<S>; standing: Standing; schools: SchoolOfMembers[] }) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	const memberIds = importsFor(standing);
	if (memberIds === null) return denied;
	return deed({ input: read.value, standing, schools: await schoolsOf(ctx, partnershipId, memberIds) });
}

/** A reading that was opened, and what its file is read with. */
interface OpenedReading {
	id: string;
	personId: string;
	/** Not for a form sent twice. */
	begun: boolean;
	reader: Reader;
	year: SchoolYear | null;
}

/** Takes a file for reading (CSC-8), which `readBeside` does once this is committed. The same form twice is one reading. */
export const openReading = (ctx: Context, input: unknown): Promise<Outcome<OpenedReading>> =>
	bringing(ctx, given.openReadingInput, input, async ({ input: said, standing, schools }) => {
		const { partnershipId, id: readingId, file, year, schoolId } = said;
		if (schoolId !== null && !schools.some(({ id }) => id === schoolId))
			return invalid({ schoolId: 'Choose from the list.' });
		const { personId } = standing;
		const made = await insertReading(
			ctx,
			{ partnershipId, readingId },
			{ fileName: file.name, year, schoolId, readBy: personId },
		);
		if (made === 'taken') return missing;
		const reader = { schools: schools.map(({ id, name, urns }) => ({ id, name, urns })), today: ctx.today };
		return done({ id: readingId, personId, begun: made === 'made', reader, year });
	});

/** Says what the columns of a spreadsheet are, reads it by that, and keeps it for the next with the same headings. */
export const sayColumns = (ctx: Context, input: unknown): Promise<Outcome> =>
	bringing(ctx, given.sayColumnsInput, input, async ({ input: said, standing, schools }) => {
		const { partnershipId, readingId, columns, parts, year, schoolId } = said;
		const reading = await readingById(ctx, partnershipId, readingId);
		if (!reading?.sheet || columns.length !== reading.sheet.headings.length) return missing;
		if (schoolId !== null && !schools.some(({ id }) => id === schoolId))
			return invalid({ schoolId: 'Choose from the list.' });
		const mapping = { columns, parts };
		const fault = mappingFault(mapping, { year, schoolId }, reading.sheet);
		if (fault) return invalid({ '': fault });
		const read = readMapped(reading.sheet, mapping, { schools, today: ctx.today }, { year, schoolId });
		await endReading(ctx, { partnershipId, readingId }, { read });
		await keepMapping(ctx, {
			...{ partnershipId, headings: headingsKey(reading.sheet.headings) },
			...{ mapping, keptBy: standing.personId },
		});
		return done(null);
	});

/** Says whose figures a file holds. Only one with the marks of DfE's can be said to be what DfE published; none is taken for it unsaid. */
export const sayPublisher = (ctx: Context, input: unknown): Promise<Outcome> =>
	bringing(
		ctx,
		given.sayPublisherInput,
		input,
		async ({ input: { partnershipId, readingId, publisher } }) => {
			const open = await readingById(ctx, partnershipId, readingId);
			if (!open?.reading?.marked) return missing;
			await setPublisher(ctx, { partnershipId, readingId }, publisher);
			return done(null);
		},
	);

/** Leaves a file that was read. */
export const discardReading = (ctx: Context, input: unknown): Promise<Outcome> =>
	bringing(ctx, given.ofReading, input, async ({ input: { partnershipId, readingId } }) => {
		await deleteReading(ctx, { partnershipId, readingId });
		return done(null);
	});

/**
 * Brings in what a file states and was not known, all or nothing (CSC-8), and keeps that it said the rest too, so that taking back
 * another leaves it. Twice is once. If what is known has changed since it was compared, it is compared anew first. Refuses a file that
 * says nothing new.
 */
export const bringIn = (ctx: Context, input: unknown): Promise<Outcome> =>
	bringing(ctx, given.bringInInput, input, async ({ input: said, standing, schools }) => {
		const { partnershipId, readingId, stamp, sharedWith } = said;
		const before = await importById(ctx, partnershipId, readingId);
		if (before) return before.broughtBy === standing.personId ? done(null) : missing;
		const open = await readingById(ctx, partnershipId, readingId);
		if (!open?.reading) return missing;
		const { publisher, layout, leftOut } = open.reading;
		// Who has stopped heading a school since they chose the file brings nothing in for it.
		const statements = open.reading.statements.filter(({ schoolId }) =>
			schools.some(({ id }) => id === schoolId),
		);
		const of = { partnershipId, personId: standing.personId, isHeaded: headedAmong(standing, schools) };
		const comparison = compare(statements, await heldOf(ctx, of, publisher, statements));
		if (stampOf(comparison) !== stamp) return conflict(null);
		const news = [...comparison.added, ...comparison.changed];
		if (news.length === 0) return invalid({ '': 'There is nothing in this file that is not here already.' });

		const figures = [
			...news.map((figure) => ({ ...figure, statedAt: null })),
			...comparison.same.map((figure) => ({ ...figure, statedAt: earlier(figure.was.statedAt, ctx.now) })),
		];
		const { keySets, keyed } = keysOf(figures, { publisher, standing, schools, sharedWith });
		const made = await store.insertImport(ctx, {
			...{
				partnershipId,
				id: readingId,
				fileName: open.fileName,
				layout,
				broughtBy: standing.personId,
				leftOut,
			},
			...{ added: comparison.added.length, changed: comparison.changed.length, same: comparison.same.length },
		});
		if (made !== 'made') return missing;
		await store.insertFigures(ctx, { partnershipId, importId: readingId, publisher, keySets }, keyed);
		await deleteReading(ctx, { partnershipId, readingId });
		return done(null);
	});

/** Takes an import back: what held before it holds again, and what was said since stays. By whoever brought it, or who organises. */
export const undoImport = (ctx: Context, input: unknown): Promise<Outcome> =>
	bringing(ctx, given.undoImportInput, input, async ({ input: { partnershipId, importId }, standing }) => {
		const before = await importById(ctx, partnershipId, importId);
		if (!before) return missing;
		// The head of a school is told what others brought in for it, and puts right single figures.
		if (!mayUndoImport(standing, before.broughtBy)) return denied;
		await store.markUndone(ctx, { partnershipId, importId }, standing.personId);
		return done(null);
	});

/** Null where it was not said at a moment: what ships with the product. */
const earlier = (said: Date | null, now: Date): Date | null => (said !== null && said > now ? now : said);
