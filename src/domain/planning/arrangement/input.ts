import { z } from 'zod';
import { heaviest, measures, type MeasureKey } from '../measures.ts';
import { kilometres, weightField, whole } from '../proposal/input.ts';
import { teamRoles } from '../teaming/model.ts';
import type { Weights } from '../answer.ts';
import { day, id, line, oneOf, tick, version } from '#platform/text.ts';

export const beginInput = z.object({
	...{ id, partnershipId: id, cycleId: id },
	name: line('Give it a name, such as First arrangement.', 60),
});

export const arrangementInput = z.object({ partnershipId: id, arrangementId: id });
export const stepInput = arrangementInput.extend({ version });
const onReviewInput = stepInput.extend({ reviewId: id });

export const moveInput = onReviewInput.extend({ day: day('Choose the day.') });
export const moveToWeekInput = onReviewInput.extend({ week: day('Choose the week.') });
export const seatInput = onReviewInput.extend({
	personId: z.string().pipe(z.uuid('Choose somebody.')),
	role: oneOf(teamRoles, 'Choose what they will be on the team.'),
});
/** From nowhere: from the list of people. */
export const moveSeatInput = onReviewInput.extend({
	personId: id,
	fromReviewId: id.or(z.literal('')).default(''),
});
export const unseatInput = onReviewInput.extend({ personId: id });
/** Nobody named: the day. */
export const stayInput = onReviewInput.extend({ personId: id.or(z.literal('')).default(''), stays: tick });
export const asAgreedInput = onReviewInput;
export const takeUpInput = stepInput.extend({ proposalId: id });
export const askInput = arrangementInput.extend({ id });

/** What a chair may weigh otherwise when teams and days are worked out, in the order of the page. */
export const weighedInYears = (Object.keys(measures) as MeasureKey[]).filter(
	(key) => measures[key].stage !== 'groups' && measures[key].chair,
);
const weightFields = Object.fromEntries(
	weighedInYears.map((key) => [weightField(key), whole(0, heaviest).default(measures[key].weight)]),
);

export const wishesInput = stepInput
	.extend({
		...weightFields,
		notBefore: day('Choose the first day on which a review may be.'),
		ownGroup: tick,
		near: kilometres(200),
		competing: kilometres(50),
		mostInWeek: z.preprocess(
			(typed) => (typed === undefined || typed === '' ? null : typed),
			whole(1, 50).nullable(),
		),
		keepAgreed: tick,
	})
	.transform((read) => ({
		...read,
		weights: Object.fromEntries(
			weighedInYears.map((key) => [key, (read as Record<string, unknown>)[weightField(key)] as number]),
		) as Weights,
	}));

export const confirmInput = stepInput.extend({
	focus: line('Say what new reviews are about until their hosts say more.', 300),
	focusKind: line('Choose why this focus.'),
	focusSource: line('Choose where the focus comes from.'),
	/** Names the changes that the page showed. */
	seal: z.string().length(64),
});
