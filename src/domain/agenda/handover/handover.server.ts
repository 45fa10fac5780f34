import { addDays, type Day } from '#domain/calendar/day.ts';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import type { MeetingRow } from '#domain/meeting/model.ts';
import { meetings } from '#domain/meeting/queries.server.ts';
import { calendarFor } from '#domain/partnership/calendar.server.ts';
import { headedMembers, isCurrent, isHead, leadRoles } from '#domain/partnership/model.ts';
import {
	groups,
	memberById,
	roles,
	type GroupRow,
	type RoleRow,
} from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { askedOf, agreedDocuments, type Asked } from '#domain/protocol/agreement/board.ts';
import { agreementBoard } from '#domain/protocol/agreement/queries.server.ts';
import type { Consent } from '#domain/protocol/agreement/status.ts';
import { protocolsOf } from '#domain/protocol/queries.server.ts';
import type { Facts } from '#domain/review/facts.ts';
import { factsOf } from '#domain/review/kept-facts.server.ts';
import { stageOf, type Stage } from '#domain/review/stage.ts';
import { byUrgency, nextFor, timeline, type OpenItem } from '#domain/review/timeline.ts';
import type { Context } from '#platform/context.ts';
import { stepPath } from '../step-path.ts';
import { openActionsOf, openReviewsOf, seatsOf, type OpenAction, type Seat } from './queries.server.ts';

/** Meetings further ahead are found in the calendar. */
const meetingDays = 120;

/** A review as it concerns the school: whose, when, with whom. */
interface Promised {
	id: string;
	hostName: string;
	focus: string;
	firstDay: Day | null;
	stage: Stage;
	team: string[];
}

/** What a head who takes over a school finds of it: ten minutes' reading. */
export interface Handover {
	member: { id: string; name: string };
	/** Those who headed it before, the latest first, and until when. */
	before: { name: string; untilDay: Day }[];
	/** In the reader's own name still to agree to, and what the school has agreed to so far. */
	toAgree: Asked[];
	agreed: { document: string; consent: Consent }[];
	/** What is due from the school's head, over all its open reviews, the most pressing first. */
	next: (Pick<OpenItem, 'key' | 'title' | 'due' | 'state' | 'rule'> & { path: string; focus: string })[];
	/** Reviews of this school that are not closed. */
	hosting: Promised[];
	/** Where people of this school are on the team; `gone` are former heads of it who hold no post here any more. */
	helping: (Promised & { seats: Seat[]; gone: Seat[] })[];
	actions: OpenAction[];
	groups: GroupRow[];
	meetings: MeetingRow[];
	/** Who runs the partnership, with their addresses. */
	people: Pick<RoleRow, 'id' | 'name' | 'email' | 'role'>[];
}

/** The handover of a school, for whoever heads it; null for anybody else. */
export async function handoverOf(
	ctx: Context,
	partnershipId: string,
	memberId: string,
): Promise<Handover | null> {
	const standing = await standingIn(ctx, partnershipId);
	if (!standing || !headedMembers(standing).includes(memberId)) return null;
	const member = (await memberById(ctx, partnershipId, memberId))!;
	const of = { partnershipId, memberId };
	const own = await openReviewsOf(ctx, of);
	const seats = await seatsOf(ctx, of);
	const facts = await factsOf(ctx, [...new Set([...own, ...seats.map(({ reviewId }) => reviewId)])]);
	const protocolOf = await protocolsOf(ctx, facts);
	const promised = (review: Facts): Promised => ({
		...{ id: review.id, hostName: review.hostName, focus: review.focus, firstDay: review.firstDay },
		stage: stageOf(review, protocolOf(review), ctx.today),
		team: review.team.map(({ name }) => name),
	});
	const hosting = facts.filter(({ hostMemberId }) => hostMemberId === memberId);
	const calendar = await calendarFor(ctx, partnershipId, memberId);
	const host = { roles: new Set(['host head' as const]), bound: true };
	const next = hosting
		.flatMap((review) => {
			const items = timeline(protocolOf(review), review, calendar, ctx.today);
			return nextFor(standing.personId, ['host'], items).map(
				({ key, title, due, state, rule, milestone }) => ({
					...{ key: `${review.id} ${key}`, title, due, state, rule },
					path: `/reviews/${review.id}${stepPath(milestone, host)}`,
					focus: review.focus,
				}),
			);
		})
		.sort(byUrgency);
	const helping = facts
		.filter(({ hostMemberId }) => hostMemberId !== memberId)
		.map((review) => {
			const here = seats.filter(({ reviewId }) => reviewId === review.id);
			return {
				...promised(review),
				seats: here.filter(({ headGone }) => !headGone),
				gone: here.filter(({ headGone }) => headGone),
			};
		})
		.filter(goesAhead)
		.sort(byDay);
	const board = await agreementBoard(ctx, partnershipId);
	const everyRole = await roles(ctx, partnershipId);
	return {
		member: { id: member.id, name: member.name },
		before: everyRole
			.filter((role) => role.memberId === memberId && isHead(role.role as never) && role.untilDay !== null)
			.filter(
				({ untilDay, confirmed, personId }) =>
					untilDay! <= ctx.today && confirmed && personId !== standing.personId,
			)
			.map(({ name, untilDay }) => ({ name, untilDay: untilDay! }))
			.sort((one, other) => other.untilDay.localeCompare(one.untilDay)),
		toAgree: askedOf(board, [memberId]),
		agreed: agreedOf(board, memberId),
		next,
		hosting: hosting.map(promised).filter(goesAhead).sort(byDay),
		helping,
		actions: await openActionsOf(ctx, of),
		groups: (await groups(ctx, partnershipId)).filter(
			({ schoolYear, members }) =>
				schoolYear >= schoolYearName(ctx.today) && members.some(({ id }) => id === memberId),
		),
		meetings: await meetings(ctx, partnershipId, ctx.today, addDays(ctx.today, meetingDays)),
		people: everyRole
			.filter((role) => runs.includes(role.role) && isCurrent(role, ctx.today))
			.map(({ id, name, email, role }) => ({ id, name, email, role })),
	};
}

const runs: readonly string[] = [...leadRoles, 'administrator', 'independent chair'];

/** What was called off is promised no more. */
const goesAhead = ({ stage }: Promised): boolean => stage !== 'cancelled';

const byDay = (one: Promised, other: Promised): number =>
	(one.firstDay ?? '9999').localeCompare(other.firstDay ?? '9999') ||
	one.hostName.localeCompare(other.hostName);

function agreedOf(board: Awaited<ReturnType<typeof agreementBoard>>, memberId: string) {
	const member = board.members.find(({ id }) => id === memberId);
	return agreedDocuments.flatMap((document) => {
		const status = member?.[document];
		return status && 'by' in status ? [{ document, consent: status.by }] : [];
	});
}
