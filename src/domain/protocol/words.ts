import { inSeries, rolesInWords } from './model.ts';
import { audienceInWords, thingWords } from './audience-words.ts';
import { amountInWords, clauseOf, counted } from './clauses.ts';
import { things } from './parts/audience.ts';
import type { Need } from './parts/text.ts';
import type { Protocol } from './protocol.ts';

/** One part of a protocol as people read it. */
export type Section = { key: string; title: string; sentences: string[] };

/** The whole protocol in plain English, part by part, said from the same data that drives the product. */
export function protocolInWords(protocol: Protocol): Section[] {
	const sections: [string, string, string[]][] = [
		['preamble', 'What we want', preamble(protocol)],
		['cadence', 'How often', cadence(protocol)],
		['team', 'Who reviews', team(protocol)],
		['focus', 'What a review is about', focus(protocol)],
		['stages', 'What happens when', protocol.stages.map((stage) => clauseOf(protocol, stage))],
		['day', 'The day', day(protocol)],
		['evidence', 'What is written down', evidence(protocol)],
		['report', 'The report', report(protocol)],
		['audience', 'Who reads what', readers(protocol)],
		['concerns', 'Something that cannot wait', concerns(protocol)],
		['follow-up', 'Afterwards', afterwards(protocol)],
	];
	return sections.map(([key, title, sentences]) => ({ key, title, sentences }));
}

const byNeed = (need: Need, words: Record<Need, string>): string => words[need];
const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
const listed = (words: readonly string[]): string => words.map(lowerFirst).join('; ');
const labels = (choices: readonly { label: string }[]): string => listed(choices.map(({ label }) => label));
const sentence = (words: string): string =>
	`${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`;

function preamble({
	preamble: { vision, purpose, values, reviewersDo, reviewersDoNot },
}: Protocol): string[] {
	return [
		vision,
		purpose,
		...values.map(({ name, means }) => `${name}: ${means}`),
		...reviewersDo.map((words) => `Reviewers do: ${words}.`),
		...reviewersDoNot.map((words) => `Reviewers do not: ${words}.`),
	];
}

function cadence({ cadence: { reviews, headsMeet }, kinds }: Protocol): string[] {
	const often =
		reviews.kind === 'each school'
			? `Each school is reviewed every ${every(reviews.every, reviews.unit)}.`
			: `There ${reviews.reviews === 1 ? 'is one review' : `are ${counted(reviews.reviews)} reviews`} each ${reviews.per}${reviews.of === 'group' ? ' in each group' : ''}.`;
	const kind = ({ label, days, about }: Protocol['kinds'][number]) =>
		`${label} (${days === 0 ? 'no visit' : amountInWords({ amount: days, unit: 'days' })}): ${about}`;
	return [often, `Heads meet every ${every(headsMeet.every, headsMeet.unit)}.`, ...kinds.map(kind)];
}

const every = (count: number, unit: string): string =>
	count === 1 ? unit.replace(/s$/, '') : `${counted(count)} ${unit}`;

function team(protocol: Protocol): string[] {
	const { size, headteachers, rules, setAside, pairingWithHostStaff } = protocol.team;
	const besides = (['facilitator', 'champion', 'expert'] as const).map((role) =>
		byNeed(protocol.team[role], {
			must: `Every review has ${article(protocol.roles[role].one)}.`,
			may: `A review may have ${article(protocol.roles[role].one)}.`,
			never: `There is no ${protocol.roles[role].one}.`,
		}),
	);
	return [
		`A team has ${size.least} to ${size.most} people.`,
		`At least ${counted(headteachers.least)} ${headteachers.least === 1 ? 'headteacher takes' : 'headteachers take'} part, ${headteachers.counted === 'with the host' ? 'the host’s own among them' : 'the host’s own not counted'}.`,
		...besides,
		...(pairingWithHostStaff === 'never'
			? []
			: [`Reviewers are paired with staff of the host ${pairingWithHostStaff}.`]),
		...rules.map(({ words, weight }) => (weight === 'must' ? `Always: ${words}` : `If it can be: ${words}`)),
		...setAside,
	];
}

const article = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;

function focus(protocol: Protocol): string[] {
	const { decidedBy, kinds, sources, linesAtMost, lastReview } = protocol.focus;
	return [
		sentence(`the focus is decided by the ${rolesInWords(protocol, decidedBy)}`),
		`It may be: ${labels(kinds)}.`,
		`It may come from: ${labels(sources)}.`,
		`There are at most ${counted(linesAtMost)} lines of enquiry.`,
		sentence(
			`what the last review found is ${lastReview === 'starting point' ? 'the starting point' : lastReview}`,
		),
	];
}

function day({
	day: { starts, ends, activityKinds, hostInObservations, longestWithoutBreak },
}: Protocol): string[] {
	return [
		`The day runs from ${starts} to ${ends}, and nobody goes on for more than ${longestWithoutBreak} minutes without a break.`,
		`It may hold: ${labels(activityKinds)}.`,
		byNeed(hostInObservations.need, {
			must: 'The host headteacher joins the observations.',
			may: 'Whether the host headteacher joins the observations is decided for each review.',
			never: 'The host headteacher stays out of the observations.',
		}),
		hostInObservations.advice,
	];
}

function evidence({
	evidence: { columns, kinds, sources, photos, outsideFocus, suggestions },
}: Protocol): string[] {
	return [
		`Evidence is written in two columns: ‘${columns.seen}’ and ‘${columns.soWhat}’.`,
		`Each piece is one of: ${labels(kinds)}.`,
		`It may come from: ${labels(sources)}.`,
		byNeed(photos, { must: 'Photos are taken.', may: 'Photos may be taken.', never: 'No photos are taken.' }),
		`What lies outside the focus is ${outsideFocus}.`,
		sentence(suggestions),
		'No pupil and no single teacher is ever named.',
	];
}

function report(protocol: Protocol): string[] {
	const { need, writtenBy, signedBy, headings, remarks, developmentsAtMost } = protocol.report;
	if (need === 'never') return ['There is no written report.'];
	return [
		`A report ${need === 'must' ? 'is' : 'may be'} written by the ${writtenBy} under the headings ${inSeries(headings.map(({ label }) => `‘${label}’`))}.`,
		`It is signed by every ${rolesInWords(protocol, signedBy)}.`,
		...(developmentsAtMost === null
			? []
			: [`It names at most ${counted(developmentsAtMost)} areas for development.`]),
		...remarks.map(
			({ label, by, need: asked }) =>
				`‘${label}’ ${asked === 'must' ? 'is' : 'may be'} added by the ${by} afterwards.`,
		),
	];
}

function readers(protocol: Protocol): string[] {
	const bounds = things.map((thing) => {
		const { floor, ceiling } = protocol.audience.things[thing];
		const wider = ceiling.filter((one) => !floor.includes(one));
		const say = (list: typeof floor) => inSeries(list.map((one) => audienceInWords(protocol, one)));
		const more = wider.length === 0 ? 'and nobody else' : `and, if the host opens it to them, ${say(wider)}`;
		return `${thingWords[thing]}: ${say(floor)}, ${more}.`;
	});
	const { statement, limits } = protocol.audience.confidentiality;
	return [...bounds, `Every reviewer agrees to this first: ‘${statement}’`, limits];
}

function concerns({ concerns: { kinds, tell, tellAboutHead, minutes, reviewerReads } }: Protocol): string[] {
	return [
		`This is for: ${labels(kinds)}.`,
		`The ${tell.join(', then the ')} ${tell.length > 1 ? `are told, ${counted(minutes)} minutes apart, until one answers` : 'is told at once'}.`,
		`If it is about the headteacher, the ${tellAboutHead.join(', then the ')} instead.`,
		reviewerReads,
	];
}

function afterwards(protocol: Protocol): string[] {
	const { workshop, followUp, quality, roles } = protocol;
	const held = workshop.need === 'must' ? 'is' : 'may be';
	return [
		...(workshop.need === 'never'
			? ['There is no workshop.']
			: [
					`A workshop ${held} run by the ${roles[workshop.runBy].one} as a ${workshop.method}; the review team is ${workshop.team}.`,
					`It produces: ${listed(workshop.produces)}.`,
				]),
		`The look-back is answered by the ${followUp.lookBack.sides.join(' and the ')}, with the same questions for every school.`,
		byNeed(followUp.followUpReview, {
			must: 'A follow-up review comes after.',
			may: 'A follow-up review may come after.',
			never: 'The next review begins afresh.',
		}),
		byNeed(followUp.standingItem, {
			must: 'What came of reviews is on every agenda of the partnership’s meetings.',
			may: 'What came of reviews may be on the agenda of the partnership’s meetings.',
			never: 'What came of reviews is not an item of the partnership’s meetings.',
		}),
		byNeed(quality.internal.need, {
			must: 'After each review host and team answer the same questions on how good it was.',
			may: 'After a review host and team may answer the same questions on how good it was.',
			never: 'Reviews are not themselves reviewed.',
		}),
		...(quality.external.need === 'never'
			? []
			: [
					`The ${roles[quality.external.by].one} looks at ${counted(quality.external.reviewsAYear)} reviews a year from outside.`,
				]),
	];
}
