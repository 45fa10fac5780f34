import type { Offset } from '#domain/calendar/offset.ts';
import { rolesInWords } from './model.ts';
import type { Anchor, Stage, When } from './parts/stages.ts';
import type { Protocol } from './protocol.ts';

const anchorWords: Record<Exclude<Anchor, `stage:${string}`>, string> = {
	proposed: 'the day the review is proposed',
	'first day': 'the first day of the review',
	'last day': 'the last day of the review',
	'next heads’ meeting': 'the next heads’ meeting',
	'team accepted': 'the day everyone has accepted',
	'confidentiality agreed': 'the day everyone has agreed confidentiality',
	'pre-review meeting held': 'the pre-review meeting',
	'plan agreed': 'the agreement of the plan',
	'review held': 'the review',
	'report agreed': 'the signing of the report',
	'report published': 'the publication of the report',
	'response given': 'the school’s response',
	'workshop held': 'the workshop',
	'actions planned': 'the planning of the actions',
	'progress reported': 'the report of progress',
	'looked back': 'the look-back',
	closed: 'the closing of the review',
};

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ordinals = ['', 'next', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** 'two' up to ten, then '11' */
export const counted = (count: number): string => numbers[count] ?? String(count);

/** 'one term', 'two school weeks' */
export function amountInWords({ amount, unit }: Offset): string {
	const count = Math.abs(amount);
	const many = unit === 'weeks' ? 'school weeks' : unit;
	return `${counted(count)} ${count === 1 ? many.replace(/s$/, '') : many}`;
}

/** 'within two school weeks of the last day of the review', 'by the end of the next term after …' */
export function whenInWords({ anchor, offset }: When, stages: readonly Stage[]): string {
	const from = anchorInWords(anchor, stages);
	if (offset.unit === 'half-terms' || offset.unit === 'terms')
		return `by the end of ${partInWords(offset)} ${from}`;
	const atSchool = offset.unit === 'school days' || offset.unit === 'weeks';
	if (offset.amount === 0) return `by ${from}${atSchool ? ' or the next school day' : ''}`;
	if (offset.amount < 0) return `by ${amountInWords(offset)} before ${from}`;
	return `within ${amountInWords(offset)} of ${from}`;
}

/** Why a stage is on the timeline: what, by whom, by when, as the protocol has it. */
export function clauseOf(protocol: Protocol, stage: Stage): string {
	const verb = stage.required === 'must' ? '' : ' (if wanted)';
	return `${stage.title}${verb}: ${byWhomAndWhen(protocol, stage)}.`;
}

/** 'host headteacher and reviewer, with all heads of the partnership, within two school weeks of the last day of the review' */
export const byWhomAndWhen = (protocol: Protocol, stage: Stage): string =>
	`${rolesInWords(protocol, stage.who)}${joinedInWords(stage)}, ${whenInWords(stage.when, protocol.stages)}`;

/** Who joins those who do it, to be said after them. */
export const joinedInWords = ({ withHeads }: Pick<Stage, 'withHeads'>): string =>
	withHeads ? ', with all heads of the partnership' : '';

function anchorInWords(anchor: Anchor, stages: readonly Stage[]): string {
	if (anchor in anchorWords) return anchorWords[anchor as keyof typeof anchorWords];
	return `‘${stages.find(({ key }) => anchor === `stage:${key}`)?.title ?? anchor}’`;
}

function partInWords({ amount, unit }: Offset): string {
	const part = unit === 'terms' ? 'term' : 'half-term';
	if (amount === 0) return `the ${part} of`;
	if (amount < 0)
		return amount === -1 ? `the ${part} before` : `the ${part} ${counted(-amount)} before that of`;
	return `the ${ordinals[amount] ?? `${amount}th`} ${part} after`;
}
