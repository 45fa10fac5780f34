import { amountInWords, clauseOf, counted } from '../clauses.ts';
import type { Milestone } from '../parts/stages.ts';
import type { Protocol } from '../protocol.ts';
import { all, every, formTitle, ifAny, quoted, sentence } from './phrases.ts';
import { needsInWords } from './people.ts';

export function cadence({ cadence: { reviews, headsMeet } }: Protocol): string[] {
	const often =
		reviews.kind === 'each school'
			? `Each school is reviewed every ${every(reviews.every, reviews.unit)}.`
			: `There ${reviews.reviews === 1 ? 'is one review' : `are ${counted(reviews.reviews)} reviews`} each ${reviews.per}${reviews.of === 'group' ? ' in each group' : ''}.`;
	return [often, `Heads meet every ${every(headsMeet.every, headsMeet.unit)}.`];
}

export function kinds(protocol: Protocol): string[] {
	const titleOf = (key: string) => protocol.stages.find((stage) => stage.key === key)?.title ?? key;
	return protocol.kinds.flatMap(({ label, days, about, begins, term, without, team }) => [
		`${label} (${days === 0 ? 'no visit' : amountInWords({ amount: days, unit: 'days' })}${begins === 'afresh' ? '' : `, begins ${begins}`}): ${about}`,
		...(term === undefined ? [] : [`Every school has one in the ${ordinal(term)} term of each school year.`]),
		...ifAny(without, (keys) => `${label} does without ${all(keys.map((key) => quoted(titleOf(key))))}.`),
		...(team ? needsInWords(protocol, team).map((words) => `${label}: ${words}`) : []),
	]);
}

const ordinal = (place: number): string =>
	['first', 'second', 'third', 'fourth', 'fifth', 'sixth'][place - 1]!;

/** A stage in one breath: what, by whom, by when; what shows that it is done; what to think of. */
export const stages = (protocol: Protocol): string[] =>
	protocol.stages.map((stage) =>
		[
			clauseOf(protocol, stage),
			stage.done === 'ticked' ? 'Somebody says when it is done.' : `Done when ${reachedWords[stage.done]}.`,
			...(stage.together ? ['People come together for it.'] : []),
			...ifAny(stage.checklist, (list) => sentence(`To think of: ${list.join('; ')}`)),
			...(stage.form === undefined ? [] : [`Its form: ${formTitle(protocol, stage.form)}.`]),
		].join(' '),
	);

const reachedWords: Record<Exclude<Milestone, 'ticked'>, string> = {
	'team accepted': 'everyone has accepted',
	'confidentiality agreed': 'everyone has agreed confidentiality',
	'pre-review meeting held': 'the pre-review meeting has been held',
	'plan agreed': 'the plan is agreed',
	'review held': 'the review has been held',
	'report agreed': 'the report is signed',
	'report published': 'the report is published',
	'response given': 'the school has responded',
	'workshop held': 'the workshop has been held',
	'actions planned': 'actions are planned',
	'progress reported': 'progress has been reported',
	'looked back': 'the look-back is answered',
	closed: 'the review is closed',
};
