import { inSeries } from './model.ts';
import type { Audience, Thing } from './parts/audience.ts';
import type { Protocol } from './protocol.ts';

export const thingWords: Record<Thing, string> = {
	plan: 'The plan of a review',
	evidence: 'Evidence',
	draft: 'The draft report',
	findings: 'Findings',
	report: 'The report',
	workshop: 'What comes of the workshop',
	actions: 'Actions and their progress',
	'look-back': 'The look-back',
	cycle: 'Which schools are reviewed when',
};

/** What this partnership calls a circle of readers, such as 'the independent chair' */
export function audienceInWords(protocol: Protocol, audience: Audience): string {
	const words: Record<Audience, string> = {
		team: 'the review team',
		champion: `the ${protocol.roles.champion.one}`,
		host: `the ${protocol.roles.host.one}`,
		staff: 'the host’s own staff',
		governors: 'the host’s governors',
		group: 'the heads of the host’s group',
		heads: 'all heads of the partnership',
		partnership: 'everyone in the partnership',
		partner: `the ${protocol.roles.partner.one}`,
		link: 'whoever is given a link',
	};
	return words[audience];
}

/** Those who know of every review, whatever the protocol says (design: roles). */
export const whoRunsIt = 'whoever leads, steers or administers the partnership';

/** Circles that lie within others: where those read, a sentence need not name these. */
export const circlesWithin: Partial<Record<Audience, readonly Audience[]>> = {
	group: ['heads', 'partnership'],
	heads: ['partnership'],
	staff: ['partnership'],
	governors: ['partnership'],
	partner: ['partnership'],
};

/** 'The report is read by the review team and the host headteacher.', or by nobody. */
export function readersInWords(protocol: Protocol, thing: Thing, readers: readonly Audience[]): string {
	const verb = thing === 'findings' || thing === 'actions' ? 'are' : 'is';
	const whom = readers
		.filter((one) => !circlesWithin[one]?.some((wider) => readers.includes(wider)))
		.map((one) => audienceInWords(protocol, one));
	if (thing === 'cycle') {
		const known = readers.includes('partnership') ? whom : [...whom, whoRunsIt];
		return `That this review takes place, with its day and focus, is known to ${inSeries(known)}.`;
	}
	return `${thingWords[thing]} ${verb} read by ${whom.length > 0 ? inSeries(whom) : 'nobody'}.`;
}
