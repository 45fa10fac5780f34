import { counted } from '../clauses.ts';
import { inSeries, rolesInWords } from '../model.ts';
import { needOf } from '../of-kind.ts';
import type { Protocol } from '../protocol.ts';
import { all, byNeed, findingsOfKinds, ifAny, labels, ofKinds, quoted, sentence } from './phrases.ts';

export function day({
	day: { starts, ends, blocks, activityKinds, breaks, hostInObservations, longestWithoutBreak },
}: Protocol): string[] {
	return [
		`The day runs from ${starts} to ${ends}, and nobody goes on for more than ${longestWithoutBreak} minutes without a break.`,
		...blocks.map((block) => `${block.title}: ${block.minutes} minutes, ${block.for}.`),
		`It may hold: ${labels(activityKinds)}.`,
		asBreaks(breaks.map((kind) => quoted(activityKinds.find(({ key }) => key === kind)?.label ?? kind))),
		...hostObserving(hostInObservations),
	];
}

const asBreaks = (kinds: readonly string[]): string =>
	kinds.length === 0
		? 'No kind of activity counts as a break.'
		: `${all(kinds)} ${kinds.length === 1 ? 'counts as a break' : 'count as breaks'}.`;

/** Whether the host's head joins the observations, and what the partnership advises (KSA-6). */
export const hostObserving = ({ need, advice }: Protocol['day']['hostInObservations']): string[] => [
	byNeed(need, {
		must: 'The host headteacher joins the observations.',
		may: 'Whether the host headteacher joins the observations is decided for each review.',
		never: 'The host headteacher stays out of the observations.',
	}),
	sentence(advice),
];

export function evidence(protocol: Protocol): string[] {
	const rules = protocol.evidence;
	const { columns, kinds, sources, photos, daysOnDevice, suggestionKinds } = rules;
	return [
		`Evidence is written in two columns: ${quoted(columns.seen)} and ${quoted(columns.soWhat)}.`,
		`Each piece is one of: ${labels(kinds)}.`,
		`It may come from: ${labels(sources)}.`,
		byNeed(photos, { must: 'Photos are taken.', may: 'Photos may be taken.', never: 'No photos are taken.' }),
		...boundsOfEvidence(protocol),
		suggestionKinds.length === 0
			? 'No kind of evidence is set apart for suggestions.'
			: `A suggestion is evidence of the ${ofKinds(protocol, suggestionKinds)}.`,
		`What a device has sent stays on it for ${daysOnDevice === 1 ? 'a day' : `${counted(daysOnDevice)} days`}, and so does what it last read of the review, after the review’s last day or after that reading.`,
		'Then it goes when a review day is next opened on the device, or sooner when its owner signs out.',
		'No pupil and no single teacher is ever named.',
	];
}

/** What becomes of what lies outside the focus (CSC-26), and whether anything is suggested (CSC-15). */
export const boundsOfEvidence = ({
	evidence: { outsideFocus, suggestions },
	audience,
}: Pick<Protocol, 'evidence' | 'audience'>): string[] => [
	`What lies outside the focus is ${outsideFocus}.`,
	...(outsideFocus === 'kept apart' ? [parkedReaders(audience)] : []),
	suggested[suggestions],
];

const parkedReaders = ({ things }: Protocol['audience']): string =>
	things.evidence.ceiling.includes('host')
		? 'The team alone reads it, until it shows a piece to the host.'
		: 'The team alone reads it.';

const suggested: Record<Protocol['evidence']['suggestions'], string> = {
	'where the host asks': 'Suggestions are made only where the host asks for them.',
	'practical suggestions welcome': 'Practical suggestions are welcome.',
	'questions only': 'Reviewers ask questions and make no suggestions.',
};

export function report(protocol: Protocol): string[] {
	const { writtenBy, signedBy, headings, remarks } = protocol.report;
	const need = needOf(protocol, 'report agreed');
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
				...ifAny(kinds, (list) => `From ${findingsOfKinds(protocol, list)}.`),
				...(inGroups === 'kept' ? [] : ['A group may leave it out.']),
			].join(' '),
		),
		`It is signed by every ${rolesInWords(protocol, signedBy)}.`,
		celebrated(protocol),
		couldBeBetter(protocol),
		...avoided(protocol.report),
		...remarks.map(
			({ label, by, need: asked }) =>
				`${quoted(label)} ${asked === 'must' ? 'is' : 'may be'} added by the ${by} afterwards.`,
		),
	];
}

/** Which findings celebrate, where they stand (KSA-15), and how many there are beside what could be better (NFS-10). */
function celebrated(protocol: Protocol): string {
	const { kinds, place, balance } = protocol.report.celebrations;
	if (kinds.length === 0) return 'No kind of finding is set apart for what is good.';
	const first = place === 'first' ? ', before what could be better' : '';
	return `What is good is said in ${findingsOfKinds(protocol, kinds)}${first}${inBalance[balance]}.`;
}

const inBalance: Record<Protocol['report']['celebrations']['balance'], string> = {
	free: '',
	some: '; where something could be better, there is at least one of them',
	'as many': '; there are at least as many of them as say what could be better',
};

/** Words, length and numbers of a report. */
function avoided({ avoids, wordsAtMost, numbersFrom }: Protocol['report']): string[] {
	return [
		...avoids.map(({ words, why }) => `It avoids ${inSeries(words.map(quoted))}: ${sentence(why)}`),
		wordsAtMost === undefined ? 'It may have any length.' : `It has ${wordsAtMost} words at most.`,
		numbersFrom === 1
			? 'Numbers are given of any number of people.'
			: `No number is given of fewer than ${counted(numbersFrom)} people, so that nobody is known by it.`,
	];
}

/** Which findings say what could be better, and how many of them there may be (KSA-15). */
function couldBeBetter(protocol: Protocol): string {
	const { kinds, atMost } = protocol.report.developments;
	if (kinds.length === 0) return 'No kind of finding is set apart for what could be better.';
	const most = atMost === undefined ? '' : `, ${counted(atMost)} at most in one report`;
	return `What could be better is said in ${findingsOfKinds(protocol, kinds)}${most}.`;
}
