import { z } from 'zod';
import { day, id, prose, tick, version } from '#platform/text.ts';

const said = {
	themeId: z.uuid('Choose in what you ask for support.').toLowerCase(),
	words: prose('Say in a few sentences what you need.', 2_000),
	byDay: day('Say by when you need it.'),
};
const consents = {
	/** Whether those who lead may name the school to a school that they ask. */
	mayName: tick,
	/** Whether heads read it at their meetings. */
	atMeetings: tick,
};
const one = { partnershipId: id, requestId: id };

export const askInput = z.object({ id, partnershipId: id, memberId: id, ...said, ...consents });
export const rewordInput = z.object({ ...one, version, ...said });
export const consentsInput = z.object({ ...one, version, ...consents });
export const withdrawInput = z.object({
	...one,
	because: prose('Say why you need it no more.', 1_000),
});
