import type { HeldAs } from '#domain/protocol/of-kind.ts';
import type { Milestone } from '#domain/protocol/parts/stages.ts';
import type { TimelineItem } from '#domain/review/timeline.ts';
import { dayWords } from '#ui/text/day-words.ts';
import type { Stage as RailStage } from '#ui/record/StageRail.svelte';
import type { Readable } from '#domain/agenda/readable.server.ts';

interface Seen {
	id: string;
	seesPreparation: boolean;
	plans: boolean;
	heldAs: HeldAs;
	onTeam: boolean;
	bound: boolean;
	hostHead: boolean;
	/** Findings and report before they are published, empty as they may be. */
	readsDraft: boolean;
	roles: string[];
	/** What is there for this person to read. */
	reads: Readable;
}

interface Place {
	label: string;
	path: string;
	/** What is reached here. The place is on now while one of these is due. */
	milestones: readonly Milestone[];
	shown: (review: Seen) => boolean;
}

const takesPart = (review: Pick<Seen, 'onTeam' | 'bound' | 'hostHead'>) =>
	(review.onTeam && review.bound) || review.hostHead;
const followsUp = (review: Seen) => takesPart(review) || review.roles.includes('champion');

const places: Place[] = [
	{
		label: 'Prepare',
		path: '',
		milestones: ['team accepted', 'confidentiality agreed', 'pre-review meeting held', 'plan agreed'],
		shown: () => true,
	},
	{
		label: 'Day',
		path: '/day',
		milestones: ['review held'],
		shown: (review) => (review.onTeam && review.bound) || review.reads.evidence,
	},
	{
		label: 'Findings',
		path: '/findings',
		milestones: ['report agreed'],
		shown: (review) => review.readsDraft || review.reads.findings,
	},
	{
		label: 'Report',
		path: '/report',
		milestones: ['report agreed', 'report published'],
		shown: (review) => review.readsDraft || review.reads.report,
	},
	{
		label: 'Workshop',
		path: '/workshop',
		milestones: ['workshop held'],
		shown: (review) => followsUp(review) || review.reads.workshop,
	},
	{
		label: 'Actions',
		path: '/actions',
		milestones: ['actions planned', 'progress reported'],
		shown: (review) => followsUp(review) || review.reads.actions,
	},
	{
		label: 'Look-back',
		path: '/look-back',
		milestones: ['looked back', 'closed'],
		shown: (review) => takesPart(review) || review.roles.includes('chair') || review.reads.lookBack,
	},
];

/**
 * The rail of a review: its places in order, which are done, on now or later, the day by which the next thing there is due, and
 * those the person may open. It says what the course says: a place is done when all its stages are, or when a later place is;
 * it is on now when it comes first of those not done, or when something there is due.
 */
export function railOf(review: Seen, course: readonly TimelineItem[], today: string): RailStage[] {
	const lastDone = places.findLastIndex((place) => isDone(place, course));
	const first = course.length > 0 ? lastDone + 1 : -1;
	return places.map((place, index) => {
		const { path, shown } = place;
		const label = labelOf(place, review);
		const open = stagesOf(place, course).filter(({ state }) => state !== 'done' && state !== 'passed');
		const now = index === first || (index > lastDone && open.some((stage) => isOn(stage, today)));
		const state = index <= lastDone ? 'done' : now ? 'now' : 'later';
		const note = state === 'done' ? undefined : noteOf(open);
		return { label, href: shown(review) ? `/reviews/${review.id}${path}` : undefined, state, note };
	});
}

const stagesOf = ({ milestones }: Place, course: readonly TimelineItem[]) =>
	course.filter(({ milestone }) => milestones.includes(milestone));

function isDone(place: Place, course: readonly TimelineItem[]): boolean {
	const own = stagesOf(place, course);
	return own.length > 0 && own.every(({ state }) => state === 'done');
}

/** Due, and what it is counted from has come. */
const isOn = ({ state, since }: TimelineItem, today: string): boolean =>
	state === 'overdue' || (state === 'due' && since !== null && since <= today);

function noteOf(open: readonly TimelineItem[]): string | undefined {
	const next = open.filter(({ due }) => due !== null).toSorted((a, b) => a.due!.localeCompare(b.due!))[0];
	if (!next) return undefined;
	return next.state === 'overdue' ? 'overdue' : `by ${dayWords(next.due!, 'short')}`;
}

const labelOf = ({ label, path }: Place, { heldAs }: Pick<Seen, 'heldAs'>): string =>
	path === '/day' && heldAs === 'session' ? 'Session' : label;

/**
 * The place an address lies in; the first for the preparation's screens. Sharing and thanks go with the report, what is spoken
 * and what findings rest on with these, impact with the actions; a concern is raised from anywhere.
 */
export function placeAt(path: string, review: Pick<Seen, 'heldAs'>): string | undefined {
	if (path === '/concern') return undefined;
	if (path.endsWith('/sharing') || path.endsWith('/speaking')) return 'Report';
	if (path.endsWith('/feedback') || path.startsWith('/trace/') || path === '/then-and-now') return 'Findings';
	if (path.endsWith('/thanks') || path === '/in-touch') return 'Report';
	if (path === '/impact') return 'Actions';
	const place = places.findLast((one) => path.startsWith(one.path) && one.path !== '');
	return place ? labelOf(place, review) : 'Prepare';
}

/** The parts of the preparation, for those who see it; without lines, timetable and briefing where they are not for such a review. */
export function preparationOf(
	review: Pick<Seen, 'seesPreparation' | 'plans' | 'heldAs' | 'onTeam' | 'bound' | 'hostHead'>,
) {
	const { seesPreparation, plans } = review;
	const parts = [
		{ path: '', label: 'Overview', shown: true },
		{ path: '/prepare', label: 'Meeting', shown: seesPreparation },
		{ path: '/lines', label: 'Lines of enquiry', shown: seesPreparation && plans },
		{ path: '/timetable', label: 'Timetable', shown: seesPreparation && plans },
		{ path: '/briefing', label: 'Briefing', shown: takesPart(review) && review.heldAs === 'day' },
	];
	return parts.filter(({ shown }) => shown);
}
