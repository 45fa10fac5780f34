import type { AppointmentRole } from '#domain/partnership/model.ts';
import type { TeamRole } from './roles.ts';

type Day = string;

/**
 * All that a review's stage and timeline are derived from: dates, counts and names, never what was seen or written. Exactly
 * what the database function `review_facts` gives. Days are 'YYYY-MM-DD' in London; null where it has not happened.
 */
export interface Facts {
	id: string;
	partnershipId: string;
	hostMemberId: string;
	hostName: string;
	/** The first day on which the host is a member no longer; null while no such day is set. */
	hostUntil: Day | null;
	protocolVersionId: string;
	kind: string;
	focus: string;
	focusKind: string;
	focusSource: string;
	firstDay: Day | null;
	lastDay: Day | null;
	proposedOn: Day;
	/** The host's groups in the school year of the review. */
	groupIds: string[];
	hostHeads: { personId: string; name: string; role: AppointmentRole }[];
	team: {
		personId: string;
		name: string;
		role: TeamRole;
		/** Heads a school, here or in another partnership. */
		headteacher: boolean;
		acceptedOn: Day | null;
		confidentialityOn: Day | null;
	}[];
	/** `host`: they headed the host on that day, whether or not they still do. */
	acceptedBy: { personId: string; on: Day; host: boolean }[];
	standstill: { kind: 'deferred' | 'cancelled'; reason: string; on: Day } | null;
	meetingHeldOn: Day | null;
	/** Counts; dropped lines are left out. */
	lines: number;
	activities: number;
	planAgreedOn: Day | null;
	/** The latest edition, while it says what is written: a change of the body after it leaves none until the next. */
	edition: { number: number; on: Day } | null;
	signOffs: { edition: number; personId: string; on: Day; cannotSign: boolean }[];
	responses: { personId: string; on: Day }[];
	/** The edition that is out, and the day on which the report was out first. */
	publication: { edition: number; on: Day } | null;
	workshopHeldOn: Day | null;
	actions: number;
	progressReports: Day[];
	lookBack: { side: 'host' | 'team'; personId: string; on: Day }[];
	/** What somebody said is done, by the key of the stage; what was taken back is left out. */
	ticks: { stage: string; personId: string; on: Day }[];
	closedOn: Day | null;
}

/** The team without champions, who stand beside it. */
export const reviewers = (facts: Facts) => facts.team.filter(({ role }) => role !== 'champion');

/** Whether somebody has agreed to keep what they see confidential; a head of the host is bound by office. */
export const isBound = ({ hostHeads, team }: Facts, personId: string): boolean =>
	hostHeads.some((head) => head.personId === personId) ||
	team.some((member) => member.personId === personId && member.confidentialityOn !== null);

/** The day on which the host said yes: the first of those to do so who headed it then, or null. */
export function hostAcceptedOn({ acceptedBy }: Pick<Facts, 'acceptedBy'>): Day | null {
	const days = acceptedBy.filter(({ host }) => host).map(({ on }) => on);
	return days.sort()[0] ?? null;
}
