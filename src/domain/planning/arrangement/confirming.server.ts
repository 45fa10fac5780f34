import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { reviewDays } from '#domain/review/days.ts';
import { heldReviews, linkedReviews } from '#domain/review/earlier.server.ts';
import { changeFrame, proposeReview } from '#domain/review/deeds/frame.server.ts';
import { changeTeam } from '#domain/review/deeds/team.server.ts';
import type { Facts } from '#domain/review/facts.ts';
import type { Context } from '#platform/context.ts';
import { conflict, done, invalid, type Outcome } from '#platform/outcome.ts';
import { named } from '../reasons/reason.ts';
import { differences, type Arranged, type Difference } from './arrangement.ts';
import * as store from './arrangement-store.server.ts';
import { confirmInput } from './input.ts';
import { onArrangement, type OpenArrangement } from './opening.server.ts';

/** What confirming an arrangement does: what it changes of what is agreed, but for what has no day yet and cannot be proposed. */
export const changesOf = (agreed: readonly Arranged[], plan: readonly Arranged[]): Difference[] => {
	const dayless = new Set(plan.filter(({ day }) => day === null).map(({ id }) => id));
	return differences(agreed, plan).filter(({ id }) => !dayless.has(id));
};

/** Names exactly these changes: whoever confirms says yes to what they were shown, and to nothing else. */
export const seal = (changes: readonly Difference[]): string =>
	createHash('sha256').update(JSON.stringify(changes)).digest('hex');

/**
 * Makes an arrangement what is agreed: reviews are proposed, moved and staffed, all or none; all that cannot be is said at once. Only
 * now does anybody hear of it, each once for each review of theirs: by the invitations that any change of a review sends when it has
 * settled. Where something was agreed since the page was opened, what stands now comes back.
 */
export const confirmArrangement = (ctx: Context, input: unknown): Promise<Outcome> =>
	onArrangement(ctx, confirmInput, input, async (on) => {
		const { arrangement, known, plan, wording, input: given, by } = on;
		const { partnershipId, version } = given;
		const changes = changesOf(known.agreed, plan);
		if (changes.length === 0) return invalid({ '': 'It changes nothing of what is agreed.' });
		if (seal(changes) !== given.seal) return conflict(null);
		const hosts = changes.map(({ host }) => host);
		const held = new Map(
			// The latest comes first, and is what a return goes back to.
			(await heldReviews(ctx, partnershipId, hosts)).toReversed().map((one) => [one.hostMemberId, one.id]),
		);
		const refusals: string[] = [];
		for (const change of changes) {
			const outcome = await carryOut(ctx, on, change, held.get(change.host) ?? '');
			if (outcome.is === 'done') continue;
			if (outcome.is !== 'invalid') return outcome;
			refusals.push(`${named(wording.names, change.host)}: ${Object.values(outcome.fields).join(' ')}`);
		}
		if (refusals.length > 0) return invalid({ '': refusals.join(' ') });
		const confirmed = await store.markConfirmed(ctx, { partnershipId, id: arrangement.id }, version, by);
		return confirmed ? done(null) : conflict(null);
	});

type Confirming = OpenArrangement & { input: z.output<typeof confirmInput> };

/** Proposes, moves and staffs one review, by the deeds of anybody who runs the partnership. */
async function carryOut(
	ctx: Context,
	{ known, plan, input: { partnershipId, focus, focusKind, focusSource } }: Confirming,
	change: Difference,
	followsId: string,
): Promise<Outcome<unknown>> {
	const { id, host, kind, day } = plan.find((one) => one.id === change.id)!;
	const standing = known.facts.find((one) => one.id === id);
	const framed = standing
		? await moved(ctx, standing, reviewDays(known.calendarOf(host), standing).length, change)
		: await proposeReview(ctx, {
				...{ id, partnershipId, hostMemberId: host, kind, firstDay: day, followsId },
				...{ focus, focusKind, focusSource, days: '' },
			});
	return framed.is === 'done' ? changeTeam(ctx, teamChange(change)) : framed;
}

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
