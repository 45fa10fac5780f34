import type { Day } from '#domain/calendar/day.ts';

/** What schools do together beside reviews (HEP-9, CSC-21). */
export const eventKinds = [
	'moderation',
	'lesson study',
	'joint observation',
	'research project',
	'conference',
	'CPD',
] as const;
export type EventKind = (typeof eventKinds)[number];

export const eventKindWords: Readonly<Record<EventKind, string>> = {
	moderation: 'Moderation',
	'lesson study': 'Lesson study',
	'joint observation': 'Joint observation',
	'research project': 'Research project',
	conference: 'Conference',
	CPD: 'Training (CPD)',
};

/** Reception, and the years by their number. */
export const yearGroups = ['R', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'] as const;
export type YearGroup = (typeof yearGroups)[number];

/** 'Reception', 'Year 5' */
export const yearGroupWords = (group: string): string => (group === 'R' ? 'Reception' : `Year ${group}`);

/** In their order, as people say them: 'Reception', 'Years 1, 3 and 4'. */
export function yearGroupsInWords(groups: readonly string[]): string {
	const inOrder = yearGroups.filter((group) => groups.includes(group));
	const years = inOrder.filter((group) => group !== 'R');
	const said =
		years.length === 0
			? []
			: years.length === 1
				? [yearGroupWords(years[0]!)]
				: [`Years ${years.slice(0, -1).join(', ')} and ${years.at(-1)!}`];
	return [...(inOrder[0] === 'R' ? ['Reception'] : []), ...said].join(', ');
}

/** For whom an event is: every member, one group or some schools. */
export type ForWhom = 'all' | 'group' | 'schools';

/** An event as it is planned. Days are 'YYYY-MM-DD', times 'HH:MM' in London. */
export interface JointEvent {
	id: string;
	kind: EventKind;
	title: string;
	/** What it is about; may be empty. */
	words: string;
	fromDay: Day;
	/** The same day where it is over in one. */
	toDay: Day;
	fromTime: string | null;
	toTime: string | null;
	/** The member that is host to it; its place there stands in `place`. */
	atMemberId: string | null;
	atMemberName: string | null;
	place: string;
	yearGroups: string[];
	themeId: string | null;
	themeName: string | null;
	/** Of what, where no theme says it. */
	subject: string;
	ledBy: string | null;
	/** Of whoever leads it: one of the partnership, with their schools today, or somebody from outside. */
	leader: string;
	leaderSchools: string;
	/** The members at which they work today; none for somebody from outside. */
	leaderMemberIds: string[];
	/** One of the partnership who holds no role in it any more. */
	leaderLeft: boolean;
	speaker: string;
	bring: string;
	/** Null where it is open to as many as come. */
	places: number | null;
	/** Of these, taken. */
	taken: number;
	forWhom: ForWhom;
	groupId: string | null;
	groupName: string | null;
	invitedIds: string[];
	plannedBy: string;
	version: number;
	calledOff: { because: string; at: string } | null;
	/** Somebody has written it up. */
	writtenUp: boolean;
}

/** 'Year 5, Writing' — what it is about, in as few words as there are. */
export const aboutOf = ({
	yearGroups: groups,
	themeName,
	subject,
}: Pick<JointEvent, 'yearGroups' | 'themeName' | 'subject'>): string =>
	[yearGroupsInWords(groups), themeName ?? '', subject].filter(Boolean).join(', ');

/** Where it is, as far as that is known: 'Owlbeck, the hall'. */
export const whereOf = ({ atMemberName, place }: Pick<JointEvent, 'atMemberName' | 'place'>): string =>
	[atMemberName ?? '', place].filter(Boolean).join(', ');

/** Where an event stands in time. */
export function standsOn(
	{ fromDay, toDay }: Pick<JointEvent, 'fromDay' | 'toDay'>,
	today: Day,
): 'ahead' | 'on' | 'over' {
	return today < fromDay ? 'ahead' : today <= toDay ? 'on' : 'over';
}

/** Places that are left; null where it is open. */
export const placesLeft = ({ places, taken }: Pick<JointEvent, 'places' | 'taken'>): number | null =>
	places === null ? null : Math.max(0, places - taken);

/** Days after its last on which whoever leads an event is asked to write it up. */
export const writeUpAfter = 7;
