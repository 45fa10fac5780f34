import { z } from 'zod';
import { id, oneOf, prose, tick, version } from '#platform/text.ts';
import { kindsTakenHome } from './taken-home.ts';

const said = {
	kind: oneOf(kindsTakenHome, 'Choose what kind of thing it is.'),
	words: prose('Say what you take home.', 2000),
	/** Of several schools, the one for which it is counted. */
	memberId: z.literal('').or(id).default(''),
	/** Open to the heads of that school. */
	opened: tick,
};

export const takeHomeInput = z.object({ id, reviewId: id, ...said });
export const changeTakenHomeInput = z.object({ reviewId: id, takenHomeId: id, version, ...said });
export const takeBackTakenHomeInput = z.object({ reviewId: id, takenHomeId: id });

export type SaidOfTakenHome = Omit<z.output<typeof takeHomeInput>, 'id' | 'reviewId'>;
