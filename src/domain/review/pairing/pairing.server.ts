import { z } from 'zod';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { id, optionalLine, version } from '#platform/text.ts';
import { mayPair } from '../access.ts';
import { onReview } from '../deeds/opening.server.ts';
import { reviewers } from '../facts.ts';
import { openReview } from '../open.server.ts';
import { readers } from '../readers.ts';
import { isPlanOpen } from '../stage.ts';
import { companion, goingWithSeveral, hasPairs, openPairs, type Pairing } from './pairing.ts';
import { hostStaff, pairingsOf } from './pairing-queries.server.ts';
import { upsertPairing } from './pairs-store.server.ts';

const pairInput = z.object({
	reviewId: id,
	personId: id,
	version,
	staffId: id.or(z.literal('')).default(''),
	name: optionalLine(100),
	post: optionalLine(100),
});

/**
 * Says who of the host's staff goes with somebody of the team, or nobody where all is empty (NFS-4): somebody with an account at the
 * school, or a name. Refused once the day is over; of two at once the second is shown what the first said.
 */
export const pairWith = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, pairInput, input, mayPair, async ({ review, input: read, personId: by }) => {
		const { personId, staffId, name, post, version: on } = read;
		if (!hasPairs(review.protocol, review.facts)) return missing;
		if (!isPlanOpen(review.stage)) return invalid({ '': dayIsOver });
		if (!reviewers(review.facts).some((member) => member.personId === personId))
			return invalid({ '': 'They are on the team no longer.' });
		if (staffId !== '' && name !== '')
			return invalid({ name: 'Choose somebody above, or type a name here: not both.' });
		if (post !== '' && staffId === '' && name === '') return invalid({ name: 'Say whose post it is.' });
		if (staffId !== '' && !(await hostStaff(ctx, review)).some((one) => one.personId === staffId))
			return invalid({ staffId: 'Choose somebody who is at the school.' });
		const said = { staffId: staffId === '' ? null : staffId, name, post };
		if (await upsertPairing(ctx, review, { personId, ...said, version: on }, by)) return done(null);
		const standing = (await pairingsOf(ctx, review)).find((one) => one.personId === personId);
		return sentAgain(standing ?? null, said, null);
	});

const dayIsOver =
	'The day is over, or the review does not take place now. Who went with whom stays as it was.';

const nobody = { staffId: null, staffName: null, here: true, name: '', post: '', version: 0 };

/** Who goes with whom, for those who say so; null for everybody else, and where the protocol pairs nobody. */
export async function pairingScreen(ctx: Context, reviewId: string) {
	const review = await openReview(ctx, reviewId);
	if (!review || !mayPair(review.roles) || !hasPairs(review.protocol, review.facts)) return null;
	const { protocol, facts } = review;
	const pairings = await pairingsOf(ctx, review);
	const known = readers(review, 'cycle');
	return {
		readers: {
			...known,
			now: `Whoever knows of this review sees who goes with whom. ${known.now}`,
		},
		open: isPlanOpen(review.stage),
		staff: (await hostStaff(ctx, review)).map(({ personId: value, name: label }) => ({ value, label })),
		team: reviewers(facts).map(({ personId, name, role }) => {
			const pairing: Pairing = pairings.find((one) => one.personId === personId) ?? { personId, ...nobody };
			return { name, roleWord: protocol.roles[role].one, pairing, goesWith: companion(pairing) };
		}),
		gaps: openPairs(protocol, facts, pairings),
		several: goingWithSeveral(facts, pairings),
	};
}
