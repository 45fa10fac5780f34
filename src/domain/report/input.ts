import { z } from 'zod';
import { id, line, oneOf, prose, ticks, version } from '#platform/text.ts';

const edition = version.pipe(z.int().min(1));

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

export const writeFindingInput = z.object({ id, reviewId: id, ...finding });
export const editFindingInput = z.object({ findingId: id, reviewId: id, version, ...finding });
export const withdrawFindingInput = z.object({ findingId: id, reviewId: id });
export const moveFindingInput = z.object({
	findingId: id,
	reviewId: id,
	direction: oneOf(['up', 'down'], 'Choose whether it goes up or down.'),
});

export const makeEditionInput = z.object({ reviewId: id });
export const signEditionInput = z.object({ reviewId: id, edition });
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
	words: prose('Write what the team should know.', 4000),
});

export const publishInput = z.object({ reviewId: id });
