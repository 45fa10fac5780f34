import type { Protocol } from '#domain/protocol/schema.ts';
import type { DocumentShape } from '#platform/joint-document/shape.ts';
import { isId } from '#platform/text.ts';

const blocks = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'finding'] as const;
const noAttributes = {};
const isMarked = (value: unknown) =>
	typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** What may stand in a report: a part for each of the protocol's headings, and in it what a report is made of (CSC-14). */
export const shapeOf = ({ report }: Pick<Protocol, 'report'>): DocumentShape => ({
	hasPart: (name) => report.headings.some(({ key }) => key === name),
	inPart: blocks,
	kinds: {
		paragraph: { holds: ['hardBreak'], words: true, attributes: noAttributes },
		heading: { holds: ['hardBreak'], words: true, attributes: { level: (level) => level === 3 } },
		bulletList: { holds: ['listItem'], words: false, attributes: noAttributes },
		orderedList: { holds: ['listItem'], words: false, attributes: noAttributes },
		listItem: {
			holds: ['paragraph', 'bulletList', 'orderedList'],
			words: false,
			attributes: noAttributes,
		},
		blockquote: { holds: ['paragraph'], words: false, attributes: noAttributes },
		finding: {
			holds: [],
			words: false,
			attributes: { id: (id) => typeof id === 'string' && isId(id) },
		},
		hardBreak: { holds: [], words: false, attributes: noAttributes },
	},
	marks: { bold: isMarked, italic: isMarked },
});
