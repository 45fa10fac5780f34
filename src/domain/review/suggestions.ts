import type { Protocol } from '#domain/protocol/schema.ts';

/** Whether reviewers make suggestions only for lines for which the host asks for some (CSC-15). */
export const onlyWhereAsked = ({
	evidence: { suggestions, suggestionKinds },
}: Pick<Protocol, 'evidence'>): boolean =>
	suggestions === 'where the host asks' && suggestionKinds.length > 0;
