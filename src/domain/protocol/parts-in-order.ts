import { protocolShape, type Protocol } from './protocol.ts';

export type Part = Exclude<keyof Protocol, 'format' | 'title'>;

/** The parts of a protocol in the order in which they are read and edited. */
export const partsInOrder = Object.keys(protocolShape.shape).filter(
	(key) => key !== 'format' && key !== 'title',
) as Part[];

/** What screens, differences and refusals call each part; the schema says it. */
export const partTitles = Object.fromEntries(
	partsInOrder.map((part) => [part, protocolShape.shape[part].meta()?.title ?? part]),
) as Record<Part, string>;

/** What is in each part, in a sentence. */
export const partsAbout = Object.fromEntries(
	partsInOrder.map((part) => [part, protocolShape.shape[part].meta()?.description ?? '']),
) as Record<Part, string>;
