import { maySetAims } from '#domain/aim/access.ts';
import { aimsOf, type Aim } from '#domain/aim/queries.server.ts';
import type { OpenMeeting } from '#domain/meeting/deeds/opening.server.ts';
import { itemsOf, type AgendaItem } from '#domain/meeting/item-queries.server.ts';
import {
	isOfReviewing,
	isOfReviews,
	isOfSupport,
	standingThings,
	type AgendaThing,
} from '#domain/meeting/minutes.ts';
import { latestMinutes } from '#domain/meeting/minutes-queries.server.ts';
import type { MeetingRow } from '#domain/meeting/model.ts';
import { promisedBefore, type PromiseRow } from '#domain/meeting/promise-queries.server.ts';
import { meetingBefore } from '#domain/meeting/queries.server.ts';
import { releasedReports, type ReleasedReport } from '#domain/improvement/release/queries.server.ts';
import { groupById } from '#domain/partnership/queries.server.ts';
import { askedInWords, askedOf } from '#domain/protocol/agreement/board.ts';
import { agreementBoard } from '#domain/protocol/agreement/queries.server.ts';
import type { SupportRequest } from '#domain/support/request/model.ts';
import { requestsAtMeeting } from '#domain/support/request/queries.server.ts';
import { releasedNeeds, type NeedShown } from '#domain/support/release/queries.server.ts';
import { protocolInForce } from '#domain/protocol/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { reviewsDue, type ReviewsDue } from './reviews-due.server.ts';

/** A request for support as those who meet read it: what its head has opened to them, with what the partnership gives (NFS-17). */
export type RequestAtMeeting = Pick<
	SupportRequest,
	'id' | 'memberName' | 'theme' | 'words' | 'byDay' | 'resource'
>;

/** What a meeting speaks of. All but the items is derived whenever it is read; nothing of it is kept. */
export interface Agenda {
	/** What stands on it by itself, and then what somebody put there. */
	things: (AgendaThing & { item: AgendaItem | null })[];
	before: {
		meeting: MeetingRow;
		/** The version that waits to be confirmed; null where none does. */
		unconfirmed: number | null;
		minuted: boolean;
	} | null;
	promised: PromiseRow[];
	/** Whether the protocol lets heads release what came of reviews to it. */
	speaksOfReviews: boolean;
	/** What heads have released to this meeting, and nothing else of any school. */
	reports: ReleasedReport[];
	needs: NeedShown[];
	/** What the partnership works towards, as it stands whenever the page is read; null where it is not on the agenda. */
	aims: { standing: Pick<Aim, 'id' | 'title' | 'words' | 'schoolYear'>[]; sets: boolean } | null;
	/** As they stand today; null once the meeting is over, when its minutes say how they stood. */
	now:
		| (ReviewsDue & {
				agreements: { memberName: string; asked: string[] }[];
				requests: RequestAtMeeting[];
		  })
		| null;
}

/** The agenda of a meeting for one reader (NFS-15). */
export async function agendaOf(
	ctx: Context,
	{ partnershipId, meeting, standing: reader }: Pick<OpenMeeting, 'partnershipId' | 'meeting' | 'standing'>,
): Promise<Agenda> {
	const protocol = (await protocolInForce(ctx, partnershipId))?.protocol;
	const speaksOfReviews = protocol?.followUp.standingItem !== 'never';
	const ahead = meeting.day >= ctx.today && standingThings(meeting).some(({ key }) => key === 'looked-back');
	const due = ahead ? await reviewsDue(ctx, partnershipId, meeting, reader) : null;
	const joins = protocol?.stages.some(({ withHeads }) => withHeads) ?? false;
	const reports = await releasedReports(ctx, partnershipId, meeting.id);
	const minuted = Object.keys((await latestMinutes(ctx, partnershipId, meeting.id))?.notes ?? {});
	// What was released, minuted or begun before the protocol changed is not hidden by the change.
	const standing = standingThings(meeting).filter((thing) => {
		if (minuted.includes(thing.key)) return true;
		if (isOfReviewing(thing)) return joins || (due?.talks.length ?? 0) > 0;
		return speaksOfReviews || !isOfReviews(thing) || reports.length > 0;
	});
	const has = (key: string) => standing.some((thing) => thing.key === key);
	const items = await itemsOf(ctx, partnershipId, meeting.id);
	return {
		things: [
			...standing.map((thing) => ({ ...thing, item: null })),
			...items.map((item) => ({ key: item.id, title: item.title, item })),
		],
		before: await lastOne(ctx, partnershipId, meeting),
		promised: await promisedBefore(ctx, partnershipId, meeting),
		reports,
		speaksOfReviews,
		aims: has('aims')
			? { standing: await standingAims(ctx, partnershipId), sets: maySetAims(reader, null) }
			: null,
		needs: await releasedNeeds(ctx, partnershipId, meeting.id),
		now: due
			? {
					...due,
					agreements: has('agreed') ? await missingAgreements(ctx, partnershipId, meeting) : [],
					requests: standing.some(isOfSupport) ? await requestsHere(ctx, partnershipId, meeting) : [],
				}
			: null,
	};
}

async function standingAims(ctx: Context, partnershipId: string) {
	return (await aimsOf(ctx, partnershipId))
		.filter(({ memberId, closed }) => memberId === null && !closed)
		.map(({ id, title, words, schoolYear }) => ({ id, title, words, schoolYear }));
}

async function requestsHere(
	ctx: Context,
	partnershipId: string,
	{ groupId }: MeetingRow,
): Promise<RequestAtMeeting[]> {
	const group = groupId === null ? null : await groupById(ctx, partnershipId, groupId);
	const requests = await requestsAtMeeting(ctx, partnershipId, group?.members.map(({ id }) => id) ?? null);
	return requests.map(({ id, memberName, theme, words, byDay, resource }) => ({
		...{ id, memberName, theme, words, byDay, resource },
	}));
}

async function lastOne(ctx: Context, partnershipId: string, meeting: MeetingRow): Promise<Agenda['before']> {
	const before = await meetingBefore(ctx, partnershipId, meeting);
	if (!before) return null;
	const minutes = await latestMinutes(ctx, partnershipId, before.id);
	return {
		meeting: before,
		unconfirmed: minutes && !minutes.confirmed ? minutes.version : null,
		minuted: minutes !== null,
	};
}

/** Who has not agreed to what holds for them, by school; of a group's meeting its own schools (KSA-3). */
async function missingAgreements(
	ctx: Context,
	partnershipId: string,
	{ groupId }: MeetingRow,
): Promise<{ memberName: string; asked: string[] }[]> {
	const board = await agreementBoard(ctx, partnershipId);
	const group = groupId === null ? null : await groupById(ctx, partnershipId, groupId);
	const asked = askedOf(
		board,
		group?.members.map(({ id }) => id),
	);
	return [...Map.groupBy(asked, ({ memberId }) => memberId).values()].map((ofSchool) => ({
		memberName: ofSchool[0]!.memberName,
		asked: ofSchool.map(askedInWords),
	}));
}
