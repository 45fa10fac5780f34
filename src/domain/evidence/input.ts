import { z } from 'zod';
import { id, line, optionalProse, prose, tick, ticks, version } from '#platform/text.ts';
import { yearGroups } from './model.ts';
import { mostBehind } from './pace.ts';

/** A choice that may be left open: an empty field is none. */
const optionalId = z
	.literal('')
	.transform(() => null)
	.or(id)
	.nullable()
	.default(null);

const piece = {
	activityId: optionalId,
	lineId: optionalId,
	source: line('Choose where this comes from.'),
	kind: line('Choose what kind of evidence it is.'),
	seen: prose('Write what was seen, heard or read.', 4000),
	soWhat: optionalProse(4000),
	contradictsHost: tick,
	outsideFocus: tick,
	pupilWords: tick,
	pupilYear: z.enum(['', ...yearGroups], 'Choose the year group.').default(''),
};

export const recordEvidenceInput = z.object({
	id,
	reviewId: id,
	...piece,
	/** Seconds since it was written down, where a device kept it until it could be sent. */
	ago: z.number().int().min(0).default(0),
});

export const editEvidenceInput = z.object({
	evidenceId: id,
	reviewId: id,
	version,
	...piece,
});

export const withdrawEvidenceInput = z.object({
	evidenceId: id,
	reviewId: id,
	reason: prose('Say why it is withdrawn.', 1000),
});

export const takeBackPieceInput = z.object({ evidenceId: id, reviewId: id });
/** With the photos that whoever chose it had before them. */
export const showPieceInput = takeBackPieceInput.extend({ version, photos: ticks });

const howLate = `Say how many minutes, from 0 to ${mostBehind}.`;

/** Either an activity that begins now, or how many minutes the day is behind. */
export const sayPaceInput = z.object({
	reviewId: id,
	began: optionalId,
	minutes: z.preprocess(
		(typed) => (typed === undefined || typed === '' ? null : typed),
		z.coerce.number(howLate).int(howLate).min(0, howLate).max(mostBehind, howLate).nullable(),
	),
});

export type Piece = Omit<z.output<typeof recordEvidenceInput>, 'id' | 'reviewId' | 'ago'>;
