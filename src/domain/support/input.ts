import { z } from 'zod';
import { id, optionalLine, optionalProse, prose, ticks, version } from '#platform/text.ts';
import { wholeDays } from './days-input.ts';
import { mostNeeds, needStatuses, phases, ways, type NeedStatus } from './model.ts';

const school = { partnershipId: id, memberId: id };

export const offerInput = z.object({
	id,
	...school,
	themeId: z.uuid('Choose what you can share.').toLowerCase(),
	ways: ticks.pipe(z.array(z.enum(ways)).min(1, 'Say how you share it.')),
	words: prose('Say in a sentence or two what others can learn from you.', 600),
	who: optionalLine(120),
	phases: ticks.pipe(z.array(z.enum(phases))),
	daysATerm: wholeDays,
	/** The finding that it begins with, where it does. */
	findingId: z.union([z.literal(''), id]).default(''),
});
export const withdrawOfferInput = z.object({ ...school, expertiseId: id });

const theme = z.union([z.literal(''), z.uuid('Choose from the list.').toLowerCase()]).default('');

/** `first`, `second`, `third` are themes by urgency; a gap closes. */
export const stateNeedInput = z
	.object({
		...school,
		/** Of the statement that the form was filled in on. */
		number: version,
		status: z
			.string({ error: 'Say how much support you need.' })
			.refine((text) => needStatuses.map(String).includes(text), 'Say how much support you need.')
			.transform((text) => Number(text) as NeedStatus),
		first: theme,
		second: theme,
		third: theme,
		words: optionalProse(1_000),
	})
	.transform(({ first, second, third, ...rest }) => ({
		...rest,
		themeIds: [first, second, third].filter((chosen) => chosen !== '').slice(0, mostNeeds),
	}))
	.refine(({ themeIds }) => new Set(themeIds).size === themeIds.length, {
		path: ['second'],
		error: 'Choose each of them once.',
	});
