import type { Protocol } from '#domain/protocol/schema.ts';
import { type EditionHeading, findingsIn } from '../body.ts';
import type { SecondLook } from './entry.ts';
import { around, passagesOf, sentencesIn } from './passages.ts';

const saysNothing =
	/^(?:nothing|none|no|there (?:is|are|was|were) (?:nothing|none|no)|we (?:saw|have) (?:nothing|none|no)|not)\b/i;

/**
 * Headings that the protocol fills from findings, under which something is stated and no finding stands: a reader cannot follow
 * it to evidence. A question states nothing, and neither does who says that there is nothing.
 */
export function unfounded(protocol: Protocol, headings: readonly EditionHeading[]): SecondLook[] {
	const fromFindings = new Set(
		protocol.report.headings.filter(({ kinds }) => kinds.length > 0).map(({ key }) => key),
	);
	return headings
		.filter((heading) => fromFindings.has(heading.key) && findingsIn(heading).length === 0)
		.flatMap((heading): SecondLook[] => {
			const stated = passagesOf([heading])
				.filter(({ quoted }) => !quoted)
				.flatMap(({ words }) => sentencesIn(words).map(({ from, to }) => words.slice(from, to)))
				.filter(states);
			const [first] = stated;
			if (first === undefined) return [];
			return [
				{
					check: 'unfounded',
					place: { heading: heading.key },
					words: `No finding stands under ‘${heading.label}’.`,
					why: 'Nobody can follow what is said there to evidence. Make a finding of it, or put one beside it.',
					within: around(first, { from: 0, to: 0 }),
					times: stated.length,
					seenIn: stated,
				},
			];
		});
}

/** Four words or fewer are a heading or a greeting. */
const states = (sentence: string): boolean =>
	!/\?["”’)]*$/.test(sentence) && !saysNothing.test(sentence) && sentence.split(/\s+/).length > 4;
