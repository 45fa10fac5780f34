import { ofKinds } from '#domain/protocol/words/phrases.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { type EditionHeading, findingsIn, type WrittenFinding } from '../body.ts';
import type { SecondLook } from './entry.ts';
import { passagesOf } from './passages.ts';

/**
 * What the protocol asks of the report as a whole: that what is good comes first (KSA-15), that there is enough of it beside what
 * could be better (NFS-10), and that it is no longer than agreed.
 */
export const asAWhole = (
	protocol: Protocol,
	findings: readonly WrittenFinding[],
	headings: readonly EditionHeading[],
): SecondLook[] => [
	...outOfBalance(protocol, findings, headings),
	...behind(protocol, findings, headings),
	...tooLong(protocol, headings),
];

/** The findings of some kinds, in the order in which they stand. */
function standing(
	kinds: readonly string[],
	findings: readonly WrittenFinding[],
	headings: readonly EditionHeading[],
): { id: string; heading: string; at: number }[] {
	const kindOf = new Map(findings.map(({ id, kind }) => [id, kind]));
	return headings
		.flatMap((heading) => findingsIn(heading).map(({ id }) => ({ id, heading: heading.key })))
		.map((finding, at) => ({ ...finding, at }))
		.filter(({ id }) => kinds.includes(kindOf.get(id) ?? ''));
}

function outOfBalance(
	protocol: Protocol,
	findings: readonly WrittenFinding[],
	headings: readonly EditionHeading[],
): SecondLook[] {
	const { celebrations, developments } = protocol.report;
	const good = standing(celebrations.kinds, findings, headings).length;
	const better = standing(developments.kinds, findings, headings).length;
	const wanted = { free: 0, some: Math.min(1, better), 'as many': better }[celebrations.balance];
	if (good >= wanted) return [];
	const home = protocol.report.headings.find(({ kinds }) =>
		kinds.some((kind) => celebrations.kinds.includes(kind)),
	);
	return [
		{
			check: 'balance',
			place: { heading: (home ?? protocol.report.headings[0]!).key },
			words: `There ${better === 1 ? 'is one finding' : `are ${better} findings`} of the ${ofKinds(protocol, developments.kinds)} and ${good === 0 ? 'none' : good} of the ${ofKinds(protocol, celebrations.kinds)}.`,
			why:
				celebrations.balance === 'some'
					? 'You agreed that what is good is said beside what could be better.'
					: 'You agreed to say at least as much that is good as what could be better.',
			times: 1,
			seenIn: [`${good} beside ${better}`],
		},
	];
}

function behind(
	protocol: Protocol,
	findings: readonly WrittenFinding[],
	headings: readonly EditionHeading[],
): SecondLook[] {
	const { celebrations, developments } = protocol.report;
	if (celebrations.place !== 'first') return [];
	const last = standing(celebrations.kinds, findings, headings).at(-1);
	const early = standing(developments.kinds, findings, headings).filter(({ at }) => last && at < last.at);
	if (!last || early.length === 0) return [];
	return [
		{
			check: 'balance',
			place: { finding: early[0]!.id },
			words: `${early.length === 1 ? 'A finding' : `${early.length} findings`} on what could be better ${early.length === 1 ? 'stands' : 'stand'} before one on what is good.`,
			why: 'You agreed that what is good comes first.',
			times: 1,
			seenIn: [...early.map(({ id }) => id), last.id],
		},
	];
}

/** It leads to the longest heading, where most can be saved. */
function tooLong({ report: { wordsAtMost } }: Protocol, headings: readonly EditionHeading[]): SecondLook[] {
	if (wordsAtMost === undefined) return [];
	const counts = headings.map((heading) => ({ heading: heading.key, count: wordsUnder(heading) }));
	const count = counts.reduce((sum, under) => sum + under.count, 0);
	const [longest] = counts.sort((one, other) => other.count - one.count);
	if (!longest || count <= wordsAtMost) return [];
	return [
		{
			check: 'length',
			place: { heading: longest.heading },
			words: `The report has ${count} words; you agreed on ${wordsAtMost} at most.`,
			why: 'A short report is read.',
			times: 1,
			// It comes back with the next hundred words, not with each.
			seenIn: [String(Math.ceil(count / 100))],
		},
	];
}

const wordsUnder = (heading: EditionHeading): number =>
	passagesOf([heading]).reduce((sum, { words }) => sum + (words.match(/\S+/g)?.length ?? 0), 0);
