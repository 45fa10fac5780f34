import { reviewDays } from '#domain/review/days.ts';
import { heldReviews, linkedReviews } from '#domain/review/earlier.server.ts';
import { changeFrame, proposeReview } from '#domain/review/deeds/frame.server.ts';
import { changeTeam } from '#domain/review/deeds/team.server.ts';
import { takePartnershipTurn } from '#domain/partnership/turn.server.ts';
import type { Facts } from '#domain/review/facts.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, type Outcome } from '#platform/outcome.ts';
import { named } from '../reasons/reason.ts';
import { differences, type Arranged, type Difference } from './arrangement.ts';
import * as store from './arrangement-store.server.ts';
import { confirmInput } from './input.ts';
import { onArrangement } from './opening.server.ts';

/** What confirming an arrangement does: what it changes of what is agreed, but for what has no day yet and cannot be proposed. */
export const changesOf = (agreed: readonly Arranged[], plan: readonly Arranged[]): Difference[] => {
	const dayless = new Set(plan.filter(({ day }) => day === null).map(({ id }) => id));
	return differences(agreed, plan).filter(({ id }) => !dayless.has(id));
};

/**
 * Makes an arrangement what is agreed: reviews are proposed, moved and staffed, all or none. Only now does anybody hear of it, each
 * once for each review of theirs: by the invitations that any change of a review sends when it has settled.
 */
export const confirmArrangement = (ctx: Context, input: unknown): Promise<Outcome> =>
	onArrangement(ctx, confirmInput, input, async ({ arrangement, known, plan, wording, input: given, by }) => {
		const { partnershipId, focus, focusKind, focusSource } = given;
		await takePartnershipTurn(ctx, partnershipId);
		const changes = changesOf(known.agreed, plan);
		if (changes.length === 0) return invalid({ '': 'It changes nothing of what is agreed.' });
		const facts = new Map(known.facts.map((one) => [one.id, one]));
		const held = await heldReviews(
			ctx,
			partnershipId,
			changes.map(({ host }) => host),
		);
		for (const change of changes) {
			const one = plan.find(({ id }) => id === change.id)!;
			const standing = facts.get(one.id);
			const isReal = known.turns.some(({ turn }) => turn?.id === one.id);
			const framed = isReal
				? await moved(ctx, standing!, reviewDays(known.calendarOf(one.host), standing!).length, change)
				: await proposeReview(ctx, {
						...{ id: one.id, partnershipId, hostMemberId: one.host, kind: one.kind, firstDay: one.day },
						...{ focus, focusKind, focusSource, days: '' },
						followsId: held.find(({ hostMemberId }) => hostMemberId === one.host)?.id ?? '',
					});
			const staffed = framed.is === 'done' ? await changeTeam(ctx, teamChange(change)) : framed;
			if (staffed.is === 'invalid') {
				const [words] = Object.values(staffed.fields);
				return invalid({ '': `${named(wording.names, one.host)}: ${words}` });
			}
			if (staffed.is !== 'done') return staffed;
		}
		await store.markConfirmed(ctx, { partnershipId, id: arrangement.id }, by);
		return done(null);
	});

/** Somebody in another role leaves the one and joins in the other: joining says it all. */
const teamChange = ({ id: reviewId, joins, leaves }: Difference) => {
	const joining = new Set(joins.map(({ person }) => person));
	return {
		reviewId,
		joins: joins.map(({ person: personId, role }) => ({ personId, role })),
		leaves: leaves.map(({ person }) => person).filter((person) => !joining.has(person)),
	};
};

async function moved(
	ctx: Context,
	facts: Facts,
	days: number,
	{ day }: Difference,
): Promise<Outcome<unknown>> {
	if (day === null) return done(null);
	const { id: reviewId, kind, focus, focusKind, focusSource } = facts;
	const { follows } = await linkedReviews(ctx, facts);
	return changeFrame(ctx, {
		...{ reviewId, kind, focus, focusKind, focusSource, firstDay: day.to },
		...{ days: days === 0 ? '' : days, followsId: follows?.id ?? '' },
	});
}
