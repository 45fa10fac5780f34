import type { AgreedDocument } from '#domain/protocol/agreement/board.ts';

/** Where a head reads a document and agrees to it. */
export const askedPath = (partnershipId: string, document: AgreedDocument): string =>
	document === 'memorandum'
		? `/partnerships/${partnershipId}/agreements#memorandum`
		: `/partnerships/${partnershipId}/protocol#agreed-by`;
