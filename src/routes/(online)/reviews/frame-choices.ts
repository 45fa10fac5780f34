import { counted } from '#domain/protocol/clauses.ts';
import type { OtherReview } from '#domain/review/earlier.server.ts';
import { dayWords } from '#ui/text/day-words.ts';
import type { Protocol } from '#domain/protocol/schema.ts';

/**
 * What protocols offer where a review is framed, as fields take it: of several, as a partnership's groups have adapted them,
 * each thing once. Which of them holds is known when the host is.
 */
export const frameChoices = (protocols: readonly Protocol[]) => ({
	kinds: once(protocols.flatMap(({ kinds }) => kinds)).map(({ key, label, about, days }) => ({
		value: key,
		label,
		hint: `${about} ${lengthWords(days)}`,
	})),
	/** Those that begin from an earlier review. */
	following: options(
		protocols.flatMap(({ kinds }) => kinds).filter(({ begins }) => begins === 'from an earlier review'),
	),
	focusKinds: options(protocols.flatMap(({ focus }) => focus.kinds)),
	focusSources: options(protocols.flatMap(({ focus }) => focus.sources)),
});

/** How long a kind of review usually takes; a joint session over data has no visit (CSC-28). */
function lengthWords(days: number): string {
	if (days === 0) return 'A joint session, with no visit.';
	return `Usually ${counted(days)} ${days === 1 ? 'day' : 'days'} in the school.`;
}

const once = <T extends { key: string }>(list: readonly T[]): T[] =>
	[...new Map(list.toReversed().map((entry) => [entry.key, entry])).values()].toReversed();

const options = (list: readonly { key: string; label: string }[]) =>
	once(list).map(({ key, label }) => ({ value: key, label }));

/** Earlier reviews to choose from, under the name of their host where there are several. */
export const earlierChoices = (
	held: readonly (OtherReview & { hostMemberId: string })[],
	hosts: readonly { id: string; name: string }[],
) =>
	held.map(({ id, focus, firstDay, hostMemberId }) => ({
		value: id,
		label: `${dayWords(firstDay, 'date')}: ${focus}`,
		group: hosts.length > 1 ? hosts.find((host) => host.id === hostMemberId)?.name : undefined,
	}));
