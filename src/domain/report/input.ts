import { z } from 'zod';
import { id, line, prose, ticks, version } from '#platform/text.ts';

const edition = version.pipe(z.int().min(1));
/** Of the words of an edition, as the page showed it to whoever read them. */
const digest = z.string().regex(/^[0-9a-f]{64}$/, 'Load the page again: it is of an earlier release.');

const finding = {
	kind: line('Choose what kind of finding it is.'),
	lineId: z
		.literal('')
		.transform(() => null)
		.or(id)
		.nullable()
		.default(null),
	seen: prose('Write what was seen.', 4000),
	effect: prose('Write what the effect was: “so the effect was …”.', 4000),
	/** Each piece once, in the order of their ids. */
	evidence: ticks.pipe(
		z
			.array(id)
			.min(1, 'A finding rests on evidence. Tick at least one piece.')
			.max(100)
			.transform((ids) => [...new Set(ids)].sort()),
	),
};

/** Pieces of evidence, at least one. */
const pieces = (ask: string) => ticks.pipe(z.array(id).min(1, ask).max(100));
const nothing = z.literal('').transform(() => null);

/** A deed on findings by its own form, whose id is the step's, made on the device. */
const step = { id, reviewId: id };

export const writeFindingInput = z.object({ id, reviewId: id, ...finding });
export const editFindingInput = z.object({ findingId: id, reviewId: id, version, ...finding });
export const withdrawFindingInput = z.object({ ...step, findingId: id });
export const placeEvidenceInput = z.object({
	...step,
	evidence: pieces('Choose the evidence first.'),
	/** A finding, 'loose' for none, or empty where it does not matter. */
	from: nothing.or(z.literal('loose')).or(id).default(null),
	into: nothing.or(id).default(null),
});
export const arrangeFindingInput = z.object({
	...step,
	findingId: id,
	kind: finding.kind,
	before: nothing.or(id).default(null),
});
export const mergeFindingsInput = z.object({
	...step,
	findingId: id,
	others: ticks.pipe(z.array(id).min(1, 'Choose what to bring together with it.').max(20)),
});
export const splitFindingInput = z.object({
	...step,
	findingId: id,
	kind: finding.kind,
	seen: finding.seen,
	effect: finding.effect,
	evidence: finding.evidence,
});
/** Sent again it says the same. */
export const findingThemeInput = z.object({ reviewId: id, findingId: id, themeId: id });
export const undoStepInput = z.object({ ...step, undoes: id });

export const makeEditionInput = z.object({ reviewId: id });
export const signEditionInput = z.object({ reviewId: id, edition, digest });
export const confirmFactsInput = z.object({ reviewId: id, edition, digest });
export const beginCorrectionInput = z.object({ reviewId: id, reason: prose('Say what is wrong.', 1000) });
export const endCorrectionInput = z.object({ reviewId: id });
export const cannotSignInput = z.object({
	reviewId: id,
	edition,
	personId: z.string().pipe(z.uuid('Choose who cannot sign.')),
	reason: prose('Say why they cannot sign.', 500),
});

export const remarkInput = z.object({
	id,
	reviewId: id,
	heading: line('Choose under which heading.'),
	words: prose('Write what you want to say.', 8000),
});
export const contextInput = z.object({
	id,
	reviewId: id,
	/** What it is about, where it is about one finding. */
	findingId: id.nullable().default(null),
	words: prose('Write what the team should know.', 4000),
});

export const publishInput = z.object({ reviewId: id });
