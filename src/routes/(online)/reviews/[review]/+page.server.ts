import { randomUUIDv7 } from 'node:crypto';
import { calendarFor } from '#domain/partnership/calendar.server.ts';
import { adviceOn } from '#domain/calendar/avoid.ts';
import { dayInSchoolYear } from '#domain/calendar/describe.ts';
import { mayAccept, mayChangeFrame, mayChangeTeam, mayPair, mayStandStill } from '#domain/review/access.ts';
import {
	acceptReview,
	askSameTeam,
	agreeConfidentiality,
	joinTeam,
	leaveTeam,
	resumeReview,
	standStill,
} from '#domain/review/deeds/team.server.ts';
import { tickStage, untickStage } from '#domain/review/deeds/ticks.server.ts';
import type { Beside } from '#domain/capacity/team/beside.ts';
import { candidates, sameTeam } from '#domain/review/candidates.server.ts';
import { heldReviews, linkedReviews } from '#domain/review/earlier.server.ts';
import { inSeries } from '#domain/protocol/model.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { whoReviews } from '#domain/protocol/words/people.ts';
import { reviewDays } from '#domain/review/days.ts';
import { changeFrame } from '#domain/review/deeds/frame.server.ts';
import { hostAcceptedOn } from '#domain/review/facts.ts';
import { openReview } from '#domain/review/open.server.ts';
import { readers } from '#domain/review/readers.ts';
import { cannotReview } from '#domain/review/posts.ts';
import { beforeNext, isAhead, isPlanOpen } from '#domain/review/stage.ts';
import { companions, hasPairs, openPairs } from '#domain/review/pairing/pairing.ts';
import { pairingsOf } from '#domain/review/pairing/pairing-queries.server.ts';
import { speakersOf } from '#domain/review/speaking/speaking-queries.server.ts';
import { teamGaps, type Candidate } from '#domain/review/team.ts';
import { submit } from '../../../answer.ts';
import { notThere } from '../../../refusals.ts';
import { avoidedAt } from '../days-to-avoid.server.ts';
import { earlierChoices, frameChoices } from '../frame-choices.ts';
import { besideTeam } from './beside-team.server.ts';
import { courseScreen } from './course.server.ts';
import { onThisReview } from './on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const review = await openReview(ctx, params.review);
		if (!review || ctx.actor.kind !== 'person') notThere();
		const { facts, protocol, roles } = review;
		const me = ctx.actor.id;
		const own = facts.team.find(({ personId }) => personId === me);
		const calendar = await calendarFor(ctx, review.partnershipId, review.hostMemberId);
		const changesTeam = mayChangeTeam(roles);
		const frames = mayChangeFrame(roles) && isAhead(review.stage);
		const avoided = frames ? await avoidedAt(ctx, review.partnershipId, [review.hostMemberId]) : {};
		const linked = await linkedReviews(ctx, review);
		const roleOptions = (['reviewer', 'facilitator', 'expert', 'champion'] as const)
			.filter((role) => role === 'reviewer' || protocol.team[role] !== 'never')
			.map((role) => ({ value: role, label: protocol.roles[role].one }));
		const able = changesTeam ? await candidates(ctx, review) : [];
		const beside =
			changesTeam &&
			(await besideTeam(
				ctx,
				review,
				calendar,
				able.map(({ personId }) => personId),
			));
		const pairs = hasPairs(protocol, facts);
		const pairings = pairs ? await pairingsOf(ctx, review) : [];
		const goesWith = companions(pairings);
		const former = changesTeam && linked.follows ? await sameTeam(ctx, review, me) : { able: [], others: [] };
		return {
			me,
			today: ctx.today,
			id: randomUUIDv7(),
			readers: readers(review, 'cycle'),
			asksToSpeak: (await speakersOf(ctx, review)).some(
				({ personId, agrees }) => personId === me && agrees === null,
			),
			hostMemberId: review.hostMemberId,
			planOpen: isPlanOpen(review.stage),
			course: await courseScreen(ctx, review, me),
			kind: protocol.kinds.find(({ key }) => key === facts.kind)?.label ?? facts.kind,
			focusKind: protocol.focus.kinds.find(({ key }) => key === facts.focusKind)?.label ?? facts.focusKind,
			focusSource:
				protocol.focus.sources.find(({ key }) => key === facts.focusSource)?.label ?? facts.focusSource,
			when: facts.firstDay && dayInSchoolYear(facts.firstDay, calendar),
			advice: facts.firstDay ? adviceOn(facts.firstDay, avoided[review.hostMemberId] ?? []) : [],
			framing: frames && {
				choices: frameChoices([protocol]),
				earlier: earlierChoices(
					(await heldReviews(ctx, review.partnershipId, [review.hostMemberId])).filter(
						({ id }) => id !== review.id,
					),
					[],
				),
				avoided,
				frame: {
					focus: facts.focus,
					kind: facts.kind,
					focusKind: facts.focusKind,
					focusSource: facts.focusSource,
					firstDay: facts.firstDay,
					days: reviewDays(calendar, facts).length || 1,
					followsId: linked.follows?.id ?? null,
				},
			},
			hostHeads: facts.hostHeads,
			team: facts.team.map((member) => ({
				...member,
				roleWord: protocol.roles[member.role].one,
				goesWith: goesWith.get(member.personId) ?? null,
				beside: (beside && beside.get(member.personId)) || null,
			})),
			gaps: [...teamGaps(protocol, facts.team), ...(pairs ? openPairs(protocol, facts, pairings) : [])],
			saysPairs: pairs && mayPair(roles) && facts.team.length > 0,
			before: beforeNext(facts, protocol, ctx.today),
			standstill: facts.standstill,
			confidentiality: protocol.audience.confidentiality,
			mayAccept:
				mayAccept(roles) &&
				(roles.has('host head') ? hostAcceptedOn(facts) === null : own?.acceptedOn === null),
			mayAgree: own !== undefined && own.confidentialityOn === null,
			myName: own?.name ?? '',
			mayStandStill: mayStandStill(roles) && facts.publication === null,
			changesTeam,
			people: choicesOf(able, protocol, roleOptions, beside || null),
			compared: beside
				? able
						.filter(({ personId }) => !facts.team.some((member) => member.personId === personId))
						.map(({ personId, name, schools }) => ({
							...{ personId, name, schools },
							...beside.get(personId)!,
						}))
				: [],
			// Whoever runs the partnership knows of every review; a facilitator of those they may.
			knowsAll: roles.has('chair') || roles.has('administrator'),
			reviewersAre: `Reviewers of this kind are ${whoReviews(protocol.team)}.`,
			roleOptions,
			linked,
			former: {
				able: former.able.map(({ name, role }) => `${name}, ${protocol.roles[role].one}`),
				others: former.others.map(({ personId, name, refusal }) => ({ personId, name, refusal })),
			},
		};
	});

/** Who may review stands first; the others may join in another role, where the protocol has one. */
function choicesOf(
	people: readonly Candidate[],
	protocol: Protocol,
	roles: readonly { value: string; label: string }[],
	beside: ReadonlyMap<string, Beside> | null,
) {
	const others = inSeries(
		roles.filter(({ value }) => value !== 'reviewer').map(({ label }) => label),
		'or',
	);
	return people.flatMap(({ personId, name, schools, held }) => {
		const warnings = beside?.get(personId)?.warnings ?? [];
		const label = [[name, ...schools].join(', '), ...warnings].join(' – ');
		const option = { value: personId, label };
		if (cannotReview(protocol, held) === null) return { ...option, group: undefined };
		return others === ''
			? []
			: { ...option, group: `Not as ${protocol.roles.reviewer.one}, only as ${others}` };
	});
}

export const actions: Actions = {
	// The answer stays with the form, so that what is shown before saving stands beside all that was typed.
	frame: (event) =>
		submit(event, changeFrame, {
			input: (form) => ({ ...form, reviewId: event.params.review }),
			success: (frame, values) => ({ action: '?/frame', values, frame }),
		}),
	accept: onThisReview(acceptReview, ''),
	confidentiality: onThisReview(agreeConfidentiality, ''),
	join: onThisReview(joinTeam, ''),
	sameTeam: onThisReview(askSameTeam, ''),
	leave: (event) =>
		submit(event, leaveTeam, {
			input: (form) => ({ ...form, reviewId: event.params.review }),
			success: ({ known }) => (known ? `/reviews/${event.params.review}` : '/home'),
		}),
	tick: onThisReview(tickStage, ''),
	untick: onThisReview(untickStage, ''),
	standstill: onThisReview(standStill, ''),
	resume: onThisReview(resumeReview, ''),
};
