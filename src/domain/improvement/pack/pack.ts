import { asPeopleSay, type Day } from '#domain/calendar/day.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import type { PackReader } from '#domain/review/input.ts';
import { londonDay } from '#platform/day.ts';
import { aside, heading, type Paper, type PaperBlock, paragraphs, part } from '#platform/print/paper.ts';
import {
	type ImpactLabel,
	impactInWords,
	labelOf,
	fromInspection,
	measureInWords,
	withSource,
	type ToldImpact,
	underHeadings,
} from '../impact/impact.ts';
import { howFar } from '../model.ts';
import type { ActionRow, ProgressReport } from '../queries.server.ts';

/** What a pack is made of; what is not in it, or may not be shown any more, is null. */
export interface Packed {
	host: string;
	forWhom: string;
	lastDay: Day;
	reader: PackReader;
	focus: string;
	heldFrom: Day | null;
	heldUntil: Day | null;
	speakers: readonly { name: string; contact: string }[];
	/** The papers of the report and its summary, whole. */
	report: Paper | null;
	summary: Paper | null;
	followed: {
		actions: readonly ActionRow[];
		reports: readonly ProgressReport[];
		impact: readonly ToldImpact[];
	} | null;
	protocol: Pick<Protocol, 'followUp'>;
	/** With whom it is shared and until when. */
	shared: string;
}

/** What stands at the foot of every page, and at the head of the first: what a peer review is and is not. */
export const says =
	'A peer review gives no grade. Its findings are of that day and that focus, and say nothing of the rest of the school.';

const kickers: Record<PackReader, string> = {
	inspector: 'Inspector’s pack',
	governors: 'Pack for governors',
	'somebody else': 'Pack',
};

/** What the host's head shows of a review to one reader, as one paper (NFS-20). Null where nothing of it may be shown any more. */
export function packPaper(packed: Packed): Paper | null {
	const { host, forWhom, lastDay, reader, focus, speakers, report, summary, followed, shared } = packed;
	const parts = [
		...(summary
			? [
					part(
						'Summary',
						summary.blocks.filter(({ is }) => is !== 'facts'),
					),
				]
			: []),
		...(report ? [part('The report', report.blocks)] : []),
		...(followed
			? [
					part(
						'Actions, and what came of them',
						actionBlocks(followed, packed.protocol.followUp.impactHeadings),
					),
				]
			: []),
	];
	if (parts.length === 0) return null;
	return {
		title: `Peer review at ${host}`,
		kicker: kickers[reader],
		authors: report?.authors ?? [],
		restriction: `${shared} ${says}`,
		blocks: [
			{
				is: 'facts',
				facts: [
					{ term: 'For', words: `${forWhom}, until ${asPeopleSay(lastDay)}` },
					{ term: 'Focus', words: focus },
					...(packed.heldFrom ? [{ term: 'When', words: held(packed.heldFrom, packed.heldUntil) }] : []),
				],
			},
			{ is: 'notice', words: `${shared} ${says}` },
			...speakers.map(({ name, contact }): PaperBlock => ({
				is: 'paragraph',
				runs: [
					{ words: `${name} of the review team is available to speak to this review.` },
					...(contact ? [{ words: ` Contact: ${contact}` }] : []),
				],
			})),
			{ is: 'contents' },
			...parts.flat(),
		],
	};
}

const held = (from: Day, until: Day | null) =>
	until === null || until === from ? asPeopleSay(from) : `${asPeopleSay(from)} to ${asPeopleSay(until)}`;

function actionBlocks(
	{ actions, reports, impact }: NonNullable<Packed['followed']>,
	headings: Headings,
): PaperBlock[] {
	return [
		...(actions.length === 0 ? [aside('The school has planned none yet.')] : actions.flatMap(actionBlock)),
		...(reports.length === 0 ? [] : [heading(1, 'Progress told at heads’ meetings')]),
		...reports.flatMap(({ words, reportedAt }) => [
			...paragraphs(words),
			aside(asPeopleSay(londonDay(reportedAt))),
		]),
		heading(1, 'Impact'),
		...paragraphs(impactInWords(impact)),
		...underHeadings(headings, impact)
			.filter(({ told }) => told.length > 0)
			.flatMap(({ label, told }) => [...(label ? [heading(2, label)] : []), ...told.flatMap(impactBlock)]),
	];
}

type Headings = Protocol['followUp']['impactHeadings'];

const impactBlock = (told: ToldImpact): PaperBlock[] => [
	...paragraphs(told.words),
	...(told.measure ? paragraphs(withSource(measureInWords(told.measure), told.source)) : []),
	aside(
		[
			labels[labelOf(told)],
			told.inspectedOn ? fromInspection(told.inspectedOn) : '',
			told.pupils,
			asPeopleSay(londonDay(new Date(told.toldAt))),
		]
			.filter((words) => words !== '')
			.join(', '),
	),
];

const labels: Record<ImpactLabel, string> = { narrative: 'Narrative', measured: 'Measured' };

const actionBlock = (action: ActionRow): PaperBlock[] => [
	heading(1, action.title),
	{
		is: 'facts',
		facts: [
			{ term: 'Who', words: action.owner },
			{ term: 'By', words: asPeopleSay(action.due) },
			{ term: 'How far', words: howFar(action) },
			...(action.givenUp ? [{ term: 'Why', words: action.givenUp.because }] : []),
			{ term: 'It has worked when', words: action.measureOfSuccess },
		],
	},
	...action.updates
		.filter(({ words }) => words !== '')
		.flatMap(({ words, measure, source, writtenAt }) => [
			...paragraphs(words),
			...(measure ? paragraphs(withSource(measureInWords(measure), source)) : []),
			aside(asPeopleSay(londonDay(new Date(writtenAt)))),
		]),
];
