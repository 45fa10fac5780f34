import type { Stage as RailStage } from '#ui/record/StageRail.svelte';
import type { Readable } from '#domain/agenda/readable.server.ts';
import { hasReached, type Stage } from '#domain/review/stage.ts';

interface Seen {
	id: string;
	stage: Stage;
	seesPreparation: boolean;
	onTeam: boolean;
	bound: boolean;
	hostHead: boolean;
	roles: string[];
	/** What is there for this person to read. */
	reads: Readable;
}

interface Place {
	label: string;
	path: string;
	/** The stages between which this place is what is on now. */
	from: Parameters<typeof hasReached>[1];
	until: Parameters<typeof hasReached>[1];
	shown: (review: Seen) => boolean;
}

const takesPart = (review: Seen) => (review.onTeam && review.bound) || review.hostHead;
const followsUp = (review: Seen) => takesPart(review) || review.roles.includes('champion');

const places: Place[] = [
	{ label: 'Prepare', path: '', from: 'proposed', until: 'on the day', shown: () => true },
	{
		label: 'Day',
		path: '/day',
		from: 'on the day',
		until: 'writing',
		shown: (review) => (review.onTeam && review.bound) || review.reads.evidence,
	},
	{
		label: 'Findings',
		path: '/findings',
		from: 'on the day',
		until: 'agreed by the team',
		shown: (review) => takesPart(review) || review.reads.findings,
	},
	{
		label: 'Report',
		path: '/report',
		from: 'writing',
		until: 'published',
		shown: (review) => takesPart(review) || review.reads.report,
	},
	{
		label: 'Workshop',
		path: '/workshop',
		from: 'published',
		until: 'followed up',
		shown: (review) => followsUp(review) || review.reads.workshop,
	},
	{
		label: 'Actions',
		path: '/actions',
		from: 'published',
		until: 'looked back',
		shown: (review) => followsUp(review) || review.reads.actions,
	},
	{
		label: 'Look-back',
		path: '/look-back',
		from: 'followed up',
		until: 'closed',
		shown: (review) => takesPart(review) || review.roles.includes('chair') || review.reads.lookBack,
	},
];

/** The rail of a review: its places in order, which are done, on now or later, and those the person may open. */
export function railOf(review: Seen): RailStage[] {
	return places.map(({ label, path, from, until, shown }) => ({
		label,
		href: shown(review) ? `/reviews/${review.id}${path}` : undefined,
		state: hasReached(review.stage, until) ? 'done' : hasReached(review.stage, from) ? 'now' : 'later',
	}));
}

/** The place an address lies in; the first for the preparation's screens. Sharing is reached from the report. */
export const placeAt = (path: string): string =>
	path.endsWith('/sharing')
		? 'Report'
		: (places.findLast((place) => path.endsWith(place.path) && place.path !== '')?.label ?? 'Prepare');

/** The parts of the preparation, for those who see it. */
export const preparationOf = (review: Seen) =>
	(review.seesPreparation ? ['', '/prepare', '/lines', '/timetable'] : ['']).map((path) => ({
		path,
		label: { '': 'Overview', '/prepare': 'Meeting', '/lines': 'Lines of enquiry', '/timetable': 'Timetable' }[
			path
		]!,
	}));
