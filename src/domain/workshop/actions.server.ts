import { needOf } from '#domain/protocol/of-kind.ts';
import { asPeopleSay } from '#domain/calendar/day.ts';
import { keysFor } from '#domain/review/readers.ts';
import { onReview } from '#domain/review/deeds/opening.server.ts';
import type { Context } from '#platform/context.ts';
import { denied, done, invalid, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayRecordWorkshop } from './access.ts';
import { workshopInput } from './input.ts';
import { workshopOf } from './queries.server.ts';
import { upsertWorkshop } from './store.server.ts';

/**
 * Writes up the workshop in which the host's staff turned findings into next steps (NFS-14, HEP-7), or corrects it. Refused:
 * a day before the review or still to come. Where somebody else wrote meanwhile, what stands comes back as a conflict.
 */
export const recordWorkshop = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(
		ctx,
		workshopInput,
		input,
		() => true,
		async ({ review, input: workshop, personId }) => {
			const { workshop: rules } = review.protocol;
			if (needOf(review.protocol, 'workshop held') === 'never') return denied;
			if (!mayRecordWorkshop(review.roles, rules.runBy)) return denied;
			const { lastDay } = review.facts;
			if (!lastDay || lastDay > ctx.today) {
				return invalid({ '': 'The workshop follows the review, which has not been held yet.' });
			}
			if (workshop.heldOn < lastDay)
				return invalid({ heldOn: `The review was held on ${asPeopleSay(lastDay)}.` });
			if (workshop.heldOn > ctx.today)
				return invalid({ heldOn: 'That day is still to come. Write the workshop up once it is held.' });
			const { heldOn, outcome, version } = workshop;
			const written = { heldOn, outcome, version, recordedBy: personId, keys: keysFor('workshop', review) };
			if (await upsertWorkshop(ctx, review, written)) return done(null);
			return sentAgain(await workshopOf(ctx, review), { heldOn, outcome }, null);
		},
	);
