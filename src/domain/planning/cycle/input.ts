import { z } from 'zod';
import { addMonths } from '#domain/calendar/day.ts';
import { day, id, line, optionalProse, version } from '#platform/text.ts';
import { longestYears } from './cycle.ts';

const cycleFields = {
	name: line('Give the cycle a name, such as 2026-27.', 60),
	from: day('Give its first day.'),
	to: day('Give its last day.'),
	objective: optionalProse(1_000),
	share: z.coerce
		.number('Give a whole number.')
		.int('Give a whole number.')
		.min(1, 'At least 1 percent.')
		.max(100, 'At most 100 percent.'),
};

const inOrder = <S extends { from: string; to: string }>(schema: z.ZodType<S>) =>
	schema
		.refine(({ from, to }) => from < to, { path: ['to'], error: 'It ends after it begins.' })
		.refine(({ from, to }) => to <= addMonths(from, 12 * longestYears), {
			path: ['to'],
			error: `A cycle takes ${longestYears} years at most.`,
		});

export const openCycleInput = inOrder(z.object({ id, partnershipId: id, ...cycleFields }));
export const changeCycleInput = inOrder(
	z.object({ partnershipId: id, cycleId: id, version, ...cycleFields }),
);

export const deferInput = z.object({
	id,
	partnershipId: id,
	cycleId: id,
	memberId: z.uuid('Choose the school.').toLowerCase(),
	reason: line('Say why, in a sentence. Its head and those who run the partnership read it.', 300),
});
export const liftInput = z.object({ partnershipId: id, deferralId: id });
