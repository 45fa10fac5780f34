import { z } from 'zod';
import { day, id, line, oneOf } from '#platform/text.ts';

const milestone = { reviewId: id, actionId: id, milestoneId: id };

export const addMilestoneInput = z.object({
	id,
	reviewId: id,
	actionId: id,
	words: line('Say what will be reached.', 200),
	due: day('Say by which day.'),
});
export const tickMilestoneInput = z.object({
	...milestone,
	reached: oneOf(['yes', 'no'], 'Say whether it is reached.'),
});
export const removeMilestoneInput = z.object(milestone);
