import type { Protocol } from '#domain/protocol/schema.ts';

/**
 * What protocols offer where a review is framed, as fields take it: of several, as a partnership's groups have adapted them,
 * each thing once. Which of them holds is known when the host is.
 */
export const frameChoices = (protocols: readonly Protocol[]) => ({
	kinds: once(protocols.flatMap(({ kinds }) => kinds)).map(({ key, label, about }) => ({
		value: key,
		label,
		hint: about,
	})),
	focusKinds: options(protocols.flatMap(({ focus }) => focus.kinds)),
	focusSources: options(protocols.flatMap(({ focus }) => focus.sources)),
});

const once = <T extends { key: string }>(list: readonly T[]): T[] =>
	[...new Map(list.toReversed().map((entry) => [entry.key, entry])).values()].toReversed();

const options = (list: readonly { key: string; label: string }[]) =>
	once(list).map(({ key, label }) => ({ value: key, label }));
