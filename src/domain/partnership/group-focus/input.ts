import { z } from 'zod';
import { id, oneOf, optionalLine, optionalProse, prose, ticks, version } from '#platform/text.ts';
import { itemForms, mostItemsEver } from './group-focus.ts';

/** A sentence or two in a box that takes lines: they are set as one. */
const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
const longest = 400;
const sentence = (ask: string) => prose(ask, longest).transform(inOneLine);

const group = { partnershipId: id, groupId: id };

export const writeFocusInput = z.object({
	...group,
	version,
	words: sentence('Say what your schools look into together.'),
});

const item = {
	form: oneOf(itemForms, 'Choose whether it is a question or an undertaking.'),
	/** As long as a line of enquiry, which it may become. */
	words: sentence('Write what you ask, or what you will do together.'),
};

export const addItemInput = z.object({ id, ...group, ...item });
export const changeItemInput = z.object({ ...group, itemId: id, version, ...item });
export const dropItemInput = z.object({ ...group, itemId: id });

/** A reason belongs to the items that are marked, and every mark has one. */
export const sayPartInput = z
	.object({
		...group,
		memberId: id,
		version,
		aspect: optionalProse(longest).transform(inOneLine),
		notApplicable: ticks
			.pipe(z.array(id).max(mostItemsEver))
			.transform((marked) => [...new Set(marked)].sort()),
		reason: optionalLine(300),
	})
	.refine(({ notApplicable, reason }) => notApplicable.length === 0 || reason !== '', {
		path: ['reason'],
		error: 'Say why they do not apply.',
	})
	.refine(({ notApplicable, reason }) => notApplicable.length > 0 || reason === '', {
		path: ['notApplicable'],
		error: 'Mark what does not apply, or take the reason out.',
	});
