import { counted } from '../clauses.ts';
import { rolesInWords } from '../model.ts';
import { roles } from '../parts/roles.ts';
import type { Protocol } from '../protocol.ts';
import { all, article, byNeed, labels, quoted, sentence } from './phrases.ts';

export const people = (protocol: Protocol): string[] =>
	roles.map((role) => {
		const { one, many } = protocol.roles[role];
		return `${plainly[role]} is called ${one}; several are ${many}.`;
	});

const plainly: Record<(typeof roles)[number], string> = {
	host: 'The head of the school reviewed',
	reviewer: 'Whoever reviews',
	facilitator: 'Whoever keeps the focus and the time',
	expert: 'Whoever comes along for what they know',
	champion: 'Whoever leads what follows at the host',
	chair: 'Whoever leads the partnership',
	administrator: 'Whoever runs its office',
	partner: 'The partner from outside',
};

export const vocabulary = ({ vocabulary: words }: Protocol): string[] =>
	words.length === 0
		? ['No word has been given one meaning for all schools yet.']
		: words.map(({ term, means }) => `By ${quoted(term)} we mean: ${sentence(means)}`);

export function team(protocol: Protocol): string[] {
	const { rules, setAside, pairingWithHostStaff } = protocol.team;
	return [
		...needsInWords(protocol, protocol.team),
		pairingWithHostStaff === 'never'
			? 'Reviewers go round by themselves.'
			: `Reviewers are paired with staff of the host ${pairingWithHostStaff}.`,
		...rules.map(
			({ rule, words, weight }) => `${weight === 'must' ? 'Always' : 'If it can be'}, ${rule}: ${words}`,
		),
		...trainingInWords(protocol),
		limitInWords(protocol.team.releaseLimit),
		...setAside,
	];
}

const trainingInWords = ({ roles, team: { training } }: Protocol): string[] =>
	training.length === 0
		? ['Nobody need be trained before they take part.']
		: training.map(({ role, refresherAfter }) =>
				sentence(
					`${roles[role].many} are trained before they take part${refresherAfter === undefined ? '' : `, and again after ${refresherAfter === 1 ? 'a month' : `${refresherAfter} months`}`}`,
				),
			);

function limitInWords({ daysATerm, daysAYear }: Protocol['team']['releaseLimit']): string {
	const most = [
		...(daysATerm === undefined ? [] : [`${days(daysATerm)} a term`]),
		...(daysAYear === undefined ? [] : [`${days(daysAYear)} a school year`]),
	];
	return most.length === 0
		? 'How many days anybody is released for reviews is not limited.'
		: `Nobody is released from their school for more than ${most.join(' or ')} of reviews, unless they have said otherwise.`;
}

const days = (count: number): string => (count === 1 ? 'one day' : `${counted(count)} days`);

type Needs = Pick<
	Protocol['team'],
	'size' | 'reviewers' | 'from' | 'headteachers' | 'facilitator' | 'champion' | 'expert'
>;

/** 'headteachers and senior leaders of this partnership' */
export const whoReviews = ({ reviewers, from }: Pick<Needs, 'reviewers' | 'from'>): string =>
	`${all(reviewers)} of ${from === 'both' ? 'this partnership and another' : from}`;

/** Who a review needs, by every review's rules or by those of one kind. */
export function needsInWords({ roles }: Protocol, needs: Needs): string[] {
	const { size, headteachers } = needs;
	const besides = (['facilitator', 'champion', 'expert'] as const).map((role) =>
		byNeed(needs[role], {
			must: `Every review has ${article(roles[role].one)}.`,
			may: `A review may have ${article(roles[role].one)}.`,
			never: `There is no ${roles[role].one}.`,
		}),
	);
	return [
		size.least === size.most
			? `A team has ${counted(size.least)} people.`
			: `A team has ${size.least} to ${size.most} people.`,
		`Reviewers are ${whoReviews(needs)}.`,
		headteachers.least === 0
			? `No headteacher need take part${headteachers.counted === 'with the host' ? ' beside the host’s own' : ''}.`
			: `At least ${counted(headteachers.least)} ${headteachers.least === 1 ? 'headteacher takes' : 'headteachers take'} part, ${headteachers.counted === 'with the host' ? 'the host’s own among them' : 'the host’s own not counted'}.`,
		...besides,
	];
}

export function focus(protocol: Protocol): string[] {
	const { decidedBy, kinds, sources, linesAtMost, lastReview } = protocol.focus;
	return [
		sentence(`the focus is decided by the ${rolesInWords(protocol, decidedBy)}`),
		`It may be: ${labels(kinds)}.`,
		`It may come from: ${labels(sources)}.`,
		linesAtMost === 1
			? 'There is one line of enquiry.'
			: `There are at most ${counted(linesAtMost)} lines of enquiry.`,
		sentence(
			`what the last review found is ${lastReview === 'starting point' ? 'the starting point' : lastReview}`,
		),
	];
}
