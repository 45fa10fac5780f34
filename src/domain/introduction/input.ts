import { z } from 'zod';
import { day, id, line, oneOf, optionalProse, prose, version } from '#platform/text.ts';
import { ways } from './model.ts';

const said = {
	way: oneOf(ways, 'Choose how they meet.'),
	about: prose('Say what they meet about.', 600),
	givingStaff: line('Say who shows or tells, by what they do there, such as “the Year 3 teacher”.', 120),
	gainingStaff: line('Say who learns, by what they do there, such as “our new Year 3 teacher”.', 120),
	due: day('Say by which day they should have met.'),
};

/** The other school, and which of the two gives: 'they' do, or 'we', the school from whose page it is said. */
const between = {
	otherId: z.string().pipe(z.uuid('Choose the other school.').toLowerCase()),
	gives: oneOf(['they', 'we'] as const, 'Choose who shows or tells.'),
};

/** 'we' are the host. */
export const offerInReviewInput = z.object({ id, reviewId: id, ...between, ...said });
/** `memberId` is the school whose page it is. */
export const offerInThemeInput = z.object({
	id,
	partnershipId: id,
	memberId: id,
	themeId: z.string().pipe(z.uuid('Choose in what you both work.').toLowerCase()),
	...between,
	...said,
});

const one = { partnershipId: id, introductionId: id };

export const changeInput = z.object({ ...one, version, ...said });
export const tellMetInput = z.object({
	...one,
	metOn: day('Give the day on which they met.'),
	outcome: optionalProse(1_000),
});
export const giveUpInput = z.object({
	...one,
	because: prose('Say why, for those who waited for it.', 600),
});

export type Said = Omit<z.output<typeof changeInput>, 'partnershipId' | 'introductionId' | 'version'>;
