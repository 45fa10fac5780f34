import type { Protocol } from '#domain/protocol/schema.ts';

/** What a protocol offers where a review is framed, as fields take it. */
export const frameChoices = ({ kinds, focus }: Protocol) => ({
	kinds: kinds.map(({ key, label, about }) => ({ value: key, label, hint: about })),
	focusKinds: options(focus.kinds),
	focusSources: options(focus.sources),
});

const options = (list: readonly { key: string; label: string }[]) =>
	list.map(({ key, label }) => ({ value: key, label }));
