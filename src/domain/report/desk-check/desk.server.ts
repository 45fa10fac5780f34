import { createHash } from 'node:crypto';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { beginning } from '../beginning.ts';
import { findingsIn } from '../body.ts';
import type { Draft } from '../draft.server.ts';
import { checks, type Entry, type SecondLook } from './entry.ts';
import { worthASecondLook } from './second-look.ts';
import { type SetAside, setAsideOf } from './queries.server.ts';
import { type Said, standsBetween } from './stands-between.ts';

/** An entry with the name of the place that it leads to. */
export type Placed<E extends Entry> = Omit<E, 'place'> & { href: string; where: string };

export interface Marked extends SecondLook {
	/** Names this occurrence: its rule, its place and the words in which it stands. */
	mark: string;
}

/** Entries of one kind, with what is to be said of all of them once. */
interface Group {
	why: string;
	entries: Placed<Marked>[];
}

/** The desk check: what stands between the report and its signatures, and what is worth a second look. */
export interface Desk {
	between: Placed<Entry>[];
	secondLook: Group[];
	/** How many more there are than one can look at in one go. */
	more: number;
	setAside: (Placed<Marked> & SetAside)[];
}

/** As many as are shown at once. */
const most = 100;

/** What is on the desk of those who write the report, as it stands in writing. */
export async function deskOf(
	ctx: Context,
	review: OpenReview,
	draft: Draft,
	comments: readonly Said[],
): Promise<Desk> {
	const { findings, body } = draft;
	const placed = placing(body.headings, comments);
	const aside = new Map((await setAsideOf(ctx, review)).map((one) => [one.mark, one]));
	const looks = secondLooks(review, draft)
		.map(placed)
		.sort((one, other) => checks.indexOf(one.check) - checks.indexOf(other.check));
	const open = looks.filter(({ mark }) => !aside.has(mark));
	return {
		between: standsBetween(review.protocol, findings, body.headings, comments).map(placed),
		secondLook: inGroups(open.slice(0, most)),
		more: Math.max(0, open.length - most),
		setAside: looks.flatMap((entry) => {
			const by = aside.get(entry.mark);
			return by ? [{ ...entry, ...by }] : [];
		}),
	};
}

/** What each rule says of all that it found, once. */
function inGroups(looks: readonly Placed<Marked>[]): Group[] {
	const groups = new Map<string, Group>();
	for (const entry of looks) {
		const group = groups.get(entry.why) ?? { why: entry.why, entries: [] };
		group.entries.push(entry);
		groups.set(entry.why, group);
	}
	return [...groups.values()];
}

/** What is worth a second look in what is written, each with its mark. */
export const secondLooks = ({ protocol, facts }: OpenReview, { findings, body }: Draft): Marked[] =>
	worthASecondLook({
		protocol,
		findings,
		headings: body.headings,
		nameable: {
			people: [...facts.team, ...facts.hostHeads].map(({ name }) => name),
			host: facts.hostName,
		},
	}).map((look) => ({ ...look, mark: markOf(look) }));

/** Sentences that change places within theirs change nothing about it. */
const markOf = ({ check, place, words, seenIn }: SecondLook): string =>
	createHash('sha256')
		.update(JSON.stringify([check, place, words.toLowerCase(), [...new Set(seenIn)].sort()]))
		.digest('hex')
		.slice(0, 32);

/** How a place is called and linked: a heading by its name, a finding by how it begins, a comment by its heading. */
function placing(headings: Draft['body']['headings'], comments: readonly Said[]) {
	const labels = new Map(headings.map(({ key, label }) => [key, label]));
	const findings = new Map(
		headings.flatMap((heading) => findingsIn(heading).map(({ id, seen }) => [id, seen] as const)),
	);
	const headingOf = new Map(comments.map(({ id, heading }) => [id, heading]));
	const named = (place: Entry['place']): { href: string; where: string } => {
		if ('heading' in place)
			return { href: `#heading-${place.heading}`, where: labels.get(place.heading) ?? place.heading };
		if ('finding' in place)
			return {
				href: `#finding-${place.finding}`,
				where: `the finding ‘${beginning(findings.get(place.finding) ?? '', 40)}’`,
			};
		const heading = headingOf.get(place.comment) ?? '';
		return { href: `#comment-${place.comment}`, where: `the comments on ${labels.get(heading) ?? heading}` };
	};
	return <E extends Entry>({ place, ...entry }: E): Placed<E> => ({ ...entry, ...named(place) });
}
