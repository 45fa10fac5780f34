import { addDays, type Day } from '#domain/calendar/day.ts';
import { firstTerm, yearNamed } from '#domain/calendar/school-calendar.ts';
import { schoolYearSpan, startOf } from '#domain/calendar/school-year.ts';
import { meetings } from '#domain/meeting/queries.server.ts';
import { calendarsFor } from '#domain/partnership/calendar.server.ts';
import { groups } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { mayRead } from '#domain/protocol/drafting/access.ts';
import { draftState, isOvertaken, type DraftHead } from '#domain/protocol/drafting/draft.ts';
import { openDrafts } from '#domain/protocol/drafting/queries.server.ts';
import { adaptations, protocolInForce } from '#domain/protocol/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { londonDay } from '#platform/day.ts';
import { reviewsOf } from '../reviews.server.ts';
import { wholeCycle } from '../whole-cycle.server.ts';
import { readinessOf, reviewsAsked, yearAhead, type Change, type GroupReady } from './rule.ts';

export interface GroupRowReady extends GroupReady {
	id: string;
	name: string;
	lead: string | null;
	/** When a way of its own was approved; null where it reviews as the partnership does. */
	ownSince: Day | null;
	change: Change | null;
}

export interface Readiness {
	schoolYear: string;
	/** 'autumn' */
	term: string;
	/** Null where the steering group has no meeting ahead that anybody entered. */
	meeting: Day | null;
	/** Who approves what a group changes; null before the first protocol is published, when nobody can be ready. */
	approvedBy: string | null;
	/** False for whom there may be reviews they do not know of: then nothing is said of who is ready. */
	wholeCycle: boolean;
	groups: GroupRowReady[];
}

/**
 * What each group of the school year has ready: how it reviews, and its reviews of the first term with their days and focuses
 * (CSC-24). As many queries for one group as for many. Null to whoever stands outside the partnership; a change that was not
 * put forward is told only to those who may read it.
 */
export async function groupsReady(ctx: Context, partnershipId: string): Promise<Readiness | null> {
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return null;
	const schoolYear = yearAhead(ctx.today);
	const ofYear = (await groups(ctx, partnershipId)).filter((group) => group.schoolYear === schoolYear);
	const inForce = await protocolInForce(ctx, partnershipId);
	const own = inForce ? await adaptations(ctx, partnershipId, inForce.id) : [];
	const drafts = (await openDrafts(ctx, partnershipId)).filter((draft) => mayRead(standing, draft));
	const start = startOf(schoolYear);
	const during = schoolYearSpan(start);
	const reviews = Map.groupBy(await reviewsOf(ctx, partnershipId, { during }), (one) => one.hostMemberId);
	const owners = ofYear.flatMap(({ members }) => members.map(({ id }) => ({ partnershipId, memberId: id })));
	const calendars = await calendarsFor(ctx, [{ partnershipId }, ...owners]);
	const common = calendars({ partnershipId });
	const ahead = await meetings(ctx, partnershipId, ctx.today, addDays(ctx.today, 366));
	return {
		schoolYear,
		term: firstTerm(common, schoolYear).name,
		meeting: ahead.find(({ kind }) => kind === 'steering')?.day ?? null,
		approvedBy: inForce?.protocol.adaptation.approvedBy ?? null,
		wholeCycle: await wholeCycle(ctx, standing),
		groups: ofYear.map(({ id, name, lead, members }) => {
			const adapted = own.find(({ groupId }) => groupId === id);
			const draft = drafts.find(({ group }) => group?.id === id);
			const change = draft ? changeOf(draft, inForce) : null;
			const schools = members
				.filter(({ left }) => !left)
				.map((member) => ({
					...member,
					firstTerm: firstTerm(calendars({ partnershipId, memberId: member.id }), schoolYear),
					reviews: reviews.get(member.id) ?? [],
				}));
			const protocol = adapted?.protocol ?? inForce?.protocol;
			const terms = yearNamed(common, schoolYear).terms.length;
			const asked = protocol ? reviewsAsked(protocol, schools.length, terms) : 0;
			return {
				id,
				name,
				lead: lead?.name ?? null,
				// A group may be allowed to go back to what everybody does.
				ownSince: adapted && Object.keys(adapted.patch).length > 0 ? londonDay(adapted.approvedAt) : null,
				change,
				...readinessOf(change, schools, asked),
			};
		}),
	};
}

function changeOf(draft: DraftHead, inForce: { id: string } | null): Change {
	const state = draftState(draft);
	const { submission, decided } = draft;
	const at = state === 'put forward' ? submission?.at : state === 'sent back' ? decided?.at : null;
	return { draftId: draft.id, state, on: at ? londonDay(at) : null, overtaken: isOvertaken(draft, inForce) };
}
