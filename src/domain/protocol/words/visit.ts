import { counted } from '../clauses.ts';
import { inSeries, rolesInWords } from '../model.ts';
import { needOf } from '../of-kind.ts';
import type { Protocol } from '../protocol.ts';
import { all, byNeed, ifAny, labels, quoted, sentence } from './phrases.ts';

export function day({
	day: { starts, ends, blocks, activityKinds, hostInObservations, longestWithoutBreak },
}: Protocol): string[] {
	return [
		`The day runs from ${starts} to ${ends}, and nobody goes on for more than ${longestWithoutBreak} minutes without a break.`,
		...blocks.map((block) => `${block.title}: ${block.minutes} minutes, ${block.for}.`),
		`It may hold: ${labels(activityKinds)}.`,
		...hostObserving(hostInObservations),
	];
}

/** Whether the host's head joins the observations, and what the partnership advises (KSA-6). */
export const hostObserving = ({ need, advice }: Protocol['day']['hostInObservations']): string[] => [
	byNeed(need, {
		must: 'The host headteacher joins the observations.',
		may: 'Whether the host headteacher joins the observations is decided for each review.',
		never: 'The host headteacher stays out of the observations.',
	}),
	sentence(advice),
];

export function evidence({ evidence: rules }: Protocol): string[] {
	const { columns, kinds, sources, photos } = rules;
	return [
		`Evidence is written in two columns: ${quoted(columns.seen)} and ${quoted(columns.soWhat)}.`,
		`Each piece is one of: ${labels(kinds)}.`,
		`It may come from: ${labels(sources)}.`,
		byNeed(photos, { must: 'Photos are taken.', may: 'Photos may be taken.', never: 'No photos are taken.' }),
		...boundsOfEvidence(rules),
		'No pupil and no single teacher is ever named.',
	];
}

/** What becomes of what lies outside the focus (CSC-26), and whether anything is suggested (CSC-15). */
export const boundsOfEvidence = ({ outsideFocus, suggestions }: Protocol['evidence']): string[] => [
	`What lies outside the focus is ${outsideFocus}.`,
	suggested[suggestions],
];

const suggested: Record<Protocol['evidence']['suggestions'], string> = {
	'where the host asks': 'Suggestions are made only where the host asks for them.',
	'practical suggestions welcome': 'Practical suggestions are welcome.',
	'questions only': 'Reviewers ask questions and make no suggestions.',
};

export function report(protocol: Protocol): string[] {
	const { writtenBy, signedBy, headings, remarks, developmentsAtMost } = protocol.report;
	const need = needOf(protocol, 'report agreed');
	const labelOf = (key: string) => protocol.evidence.kinds.find((kind) => kind.key === key)?.label ?? key;
	const what = byNeed(need, {
		must: `A report is written by the ${writtenBy}`,
		may: `A report may be written by the ${writtenBy}`,
		never: `There is no written report. If there were, it would be written by the ${writtenBy}`,
	});
	return [
		`${what} under the headings ${inSeries(headings.map(({ label }) => quoted(label)))}.`,
		...headings.map(({ label, guidance, kinds, inGroups }) =>
			[
				`${quoted(label)}: ${sentence(guidance)}`,
				...ifAny(kinds, (list) => `From findings of the kinds ${all(list.map(labelOf))}.`),
				...(inGroups === 'kept' ? [] : ['A group may leave it out.']),
			].join(' '),
		),
		`It is signed by every ${rolesInWords(protocol, signedBy)}.`,
		...(developmentsAtMost === undefined
			? []
			: [`It names at most ${counted(developmentsAtMost)} areas for development.`]),
		...remarks.map(
			({ label, by, need: asked }) =>
				`${quoted(label)} ${asked === 'must' ? 'is' : 'may be'} added by the ${by} afterwards.`,
		),
	];
}
