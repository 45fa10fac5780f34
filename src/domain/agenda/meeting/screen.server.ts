import { closedAs } from '#domain/calendar/closed.ts';
import { ownReports, type OwnReport } from '#domain/improvement/release/queries.server.ts';
import { openMeeting } from '#domain/meeting/deeds/opening.server.ts';
import type { Minutes } from '#domain/meeting/minutes.ts';
import { minutesOf } from '#domain/meeting/minutes-queries.server.ts';
import { atTheSameHour, titleOf, type MeetingRow } from '#domain/meeting/model.ts';
import { peopleHere, type PersonHere } from '#domain/meeting/people.server.ts';
import { promisesOf, type PromiseRow } from '#domain/meeting/promise-queries.server.ts';
import { invitedTo, meetings, type Invited } from '#domain/meeting/queries.server.ts';
import { calendarFor } from '#domain/partnership/calendar.server.ts';
import { headedMembers } from '#domain/partnership/model.ts';
import { ownNeeds, type NeedShown } from '#domain/support/release/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { agendaOf, type Agenda } from './agenda.server.ts';

/** All that the page of a meeting shows to one reader. */
export interface MeetingScreen {
	meeting: MeetingRow & { title: string };
	/** What speaks against its day or hour, a sentence each, for whoever may move it. */
	warnings: string[];
	when: 'ahead' | 'today' | 'over';
	runs: boolean;
	confirms: boolean;
	me: string;
	invited: Invited[];
	agenda: Agenda;
	/** The latest first; empty before anything was minuted. What was struck from a draft is left to those who minute. */
	minutes: Minutes[];
	promises: PromiseRow[];
	/** Who can promise something; empty for those who do not minute. */
	people: PersonHere[];
	/** Of the reader's own schools, to be released while the meeting is not over. */
	own: { reports: OwnReport[]; needs: (NeedShown & { released: boolean })[] };
}

/** The page of a meeting; null for whom its agenda is not to read. */
export async function meetingScreen(
	ctx: Context,
	partnershipId: string,
	meetingId: string,
): Promise<MeetingScreen | null> {
	const open = await openMeeting(ctx, partnershipId, meetingId);
	if (!open) return null;
	const { meeting, runs, confirms, standing } = open;
	const mine = { meetingId, memberIds: headedMembers(standing) };
	const heads = mine.memberIds.length > 0;
	const agenda = await agendaOf(ctx, open);
	return {
		meeting: { ...meeting, title: titleOf(meeting) },
		warnings: runs && meeting.day >= ctx.today ? await warningsOf(ctx, partnershipId, meeting) : [],
		when: meeting.day > ctx.today ? 'ahead' : meeting.day === ctx.today ? 'today' : 'over',
		...{ runs, confirms, me: standing.personId },
		invited: await invitedTo(ctx, partnershipId, meeting),
		agenda,
		minutes: (await minutesOf(ctx, partnershipId, meetingId)).filter(
			({ confirmed }, place) => runs || place === 0 || confirmed !== null,
		),
		promises: await promisesOf(ctx, partnershipId, meetingId),
		people: runs ? await peopleHere(ctx, partnershipId, meeting) : [],
		own: {
			reports: heads
				? (await ownReports(ctx, partnershipId, mine)).filter(
						({ released }) => released || agenda.speaksOfReviews,
					)
				: [],
			needs: heads ? await ownNeeds(ctx, partnershipId, mine) : [],
		},
	};
}

/** Such a day is warned of and not refused: people who meet know why. */
async function warningsOf(ctx: Context, partnershipId: string, meeting: MeetingRow): Promise<string[]> {
	const closed = closedAs(meeting.day, await calendarFor(ctx, partnershipId));
	const that = await meetings(ctx, partnershipId, meeting.day, meeting.day);
	return [
		...(closed === null ? [] : [`This day is ${closed}.`]),
		...that
			.filter((other) => other.id !== meeting.id && atTheSameHour(meeting, other))
			.map((other) => `At the same hour: ${titleOf(other)}.`),
	];
}
