import { asPeopleSay } from '#domain/calendar/day.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import type { EditionBlock, EditionBody, EditionHeading } from '#domain/report/body.ts';
import type { ListBlock, Run } from '#domain/report/document/blocks.ts';
import { strengthsHeading } from '#domain/report/feedback/feedback.ts';
import { factsOf, restricted } from '#domain/report/report-paper.ts';
import { heading, type Paper, type PaperBlock, type PaperParagraph } from '#platform/print/paper.ts';
import { impactInWords, impactOf, measureInWords, type ToldImpact, underHeadings } from '../impact/impact.ts';
import type { Progress } from '../model.ts';

/** What a summary is made of: a published report, and of what follows it as much as its reader may see. */
export interface Summarised {
	protocol: Pick<Protocol, 'report' | 'followUp'>;
	body: EditionBody;
	lines: readonly { letter: string; question: string }[];
	actions: readonly { title: string; due: string; progress: Progress; givenUp?: object | null }[];
	impact: readonly ToldImpact[];
}

/**
 * What a review found, on one side for governors: focus, lines, strengths and what could be better in a sentence each, in the
 * report's own words, what happens next, and what has changed since. No evidence, no names. A list that is longer than `most` says how many more there are.
 */
export function summaryPaper({ protocol, body, lines, actions, impact }: Summarised, most: number): Paper {
	return {
		title: `Peer review at ${body.host}`,
		kicker: 'Summary for governors',
		authors: [],
		restriction: restricted,
		blocks: [
			{ is: 'facts', facts: factsOf(body).map(({ term, words }) => ({ term, words: sentence(words) })) },
			...listed(
				'Lines of enquiry',
				lines.map(({ letter, question }) => `${letter}: ${sentence(question)}`),
				most,
			),
			...summarised(protocol, body.headings).flatMap((one) =>
				listed(one.label, statements(one.blocks), most, 'in the report'),
			),
			...listed(
				'What happens next',
				goneOnWith(actions).map(
					({ title, due, progress }) =>
						`${title} (${progress === 'done' ? 'done' : `by ${asPeopleSay(due)}`})`,
				),
				most,
			),
			...listed('What has changed', changes(protocol, impact), most),
		],
	};
}

/**
 * Each as it is told, of whom, and with its figures; those that have some first, and where none has, that is said first (CSC-29). Whole, since
 * what did not change often stands last.
 */
function changes({ followUp }: Pick<Protocol, 'followUp'>, impact: readonly ToldImpact[]): string[] {
	const told = underHeadings(followUp.impactHeadings, impact)
		.flatMap(({ label, told: under }) => under.map((one) => ({ ...one, label })))
		.toSorted((one, other) => Number(other.measure !== null) - Number(one.measure !== null))
		.map(({ label, pupils, words, measure }) => {
			const about = [label, pupils].filter((part) => part !== '').join(', ');
			return `${about && `${about}: `}${shortened(words, 300)}${measure ? ` (${measureInWords(measure)})` : ''}`;
		});
	return impactOf(impact) === 'narrative' ? [impactInWords(impact), ...told] : told;
}

/** What was given up happens no more. */
const goneOnWith = (actions: Summarised['actions']) => actions.filter(({ givenUp }) => !givenUp);

/** How many entries the longest list of a summary may need. */
export const longestList = ({ body, lines, actions, impact }: Summarised): number =>
	Math.max(
		1,
		lines.length,
		goneOnWith(actions).length,
		impact.length + 1,
		...body.headings.map(({ blocks }) => statements(blocks).length),
	);

/** Strengths first, then what could be better; where a protocol does not tell them apart, all that was found. */
function summarised(
	{ report }: Pick<Protocol, 'report'>,
	headings: readonly EditionHeading[],
): EditionHeading[] {
	const strengths = strengthsHeading(report)?.key;
	const better = report.headings
		.filter(({ kinds }) => kinds.some((kind) => report.developments.kinds.includes(kind)))
		.map(({ key }) => key);
	const filled = report.headings.filter(({ kinds }) => kinds.length > 0).map(({ key }) => key);
	const shown = better.length > 0 ? [...(strengths === undefined ? [] : [strengths]), ...better] : filled;
	return shown.flatMap((key) => headings.filter((one) => one.key === key));
}

/** What is said under a heading: its findings; where the writers made none, what they wrote. */
function statements(blocks: readonly EditionBlock[]): string[] {
	const found = blocks.flatMap((block) =>
		block.is === 'finding'
			? [sentence(block.finding.seen) + (block.finding.outsideFocus ? ' (Outside the focus.)' : '')]
			: [],
	);
	return found.length > 0 ? found : blocks.flatMap(written);
}

function written(block: EditionBlock | ListBlock): string[] {
	if (block.is === 'paragraph') return [sentence(said(block.runs))];
	return block.is === 'list' ? block.items.flatMap((item) => item.slice(0, 1).flatMap(written)) : [];
}

const said = (runs: readonly Run[]) => runs.map(({ words }) => words).join('');

function listed(label: string, entries: readonly string[], most: number, where = ''): PaperBlock[] {
	if (entries.length === 0) return [];
	const more = entries.length - most;
	const item = (words: string): PaperParagraph[] => [{ is: 'paragraph', runs: [{ words }] }];
	return [
		heading(1, label),
		{
			is: 'list',
			ordered: false,
			items: [
				...entries.slice(0, most).map((words) => item(words)),
				...(more > 0 ? [item(`and ${more} more${where && ` ${where}`}`)] : []),
			],
		},
	];
}

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** The first sentence of what somebody wrote, cut between words where it is very long. */
export function sentence(words: string): string {
	const [first] = sentences.segment(words.replace(/\s+/g, ' ').trim());
	return shortened(first?.segment ?? '', 200);
}

/** In one line, cut between words where it is longer. */
function shortened(words: string, longest: number): string {
	const whole = words.replace(/\s+/g, ' ').trim();
	if (whole.length <= longest) return whole;
	return `${whole.slice(0, longest).replace(/\s+\S*$/, '')} …`;
}
