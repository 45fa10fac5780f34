import { asPeopleSay } from '#domain/calendar/day.ts';
import { inSeries } from '#domain/protocol/model.ts';
import { reviewers, type Facts } from '#domain/review/facts.ts';

/** Who thanks whom: the host's heads the team, and the team the host's heads (NFS-13). */
export const sides = ['host', 'team'] as const;
export type Side = (typeof sides)[number];

interface Person {
	personId: string;
	name: string;
}

/** Whom a side thanks, by name. */
export const thankedBy = (side: Side, facts: Facts): Person[] =>
	(side === 'host' ? reviewers(facts) : facts.hostHeads).map(({ personId, name }) => ({ personId, name }));

/** Thanks are sent from the last day on; not for a review that stands still. */
export const isOverBy = (
	{ lastDay, standstill }: Pick<Facts, 'lastDay' | 'standstill'>,
	today: string,
): boolean => lastDay !== null && lastDay <= today && standstill === null;

/**
 * The letter as it is drafted, from names, school, day and focus. Strengths are in it once they are published: before that they are
 * the team's.
 *
 * @param strengths what was seen to be good, of a published report; empty before it is
 */
export function draftThanks(side: Side, facts: Facts, strengths: readonly string[], sender: string): string {
	const on = facts.firstDay ? ` on ${asPeopleSay(facts.firstDay)}` : '';
	const remembered = strengths.slice(0, 3).map((strength) => `– ${strength}`);
	const [thanks, strong, end] = {
		host: [
			`Thank you for the time you gave us at ${facts.hostName}${on}, away from your own schools, and for the care with which you looked at our question: ${facts.focus}`,
			'It does us good to have it seen that',
			'We will tell you what we do with what you found.',
		],
		team: [
			`Thank you for having us at ${facts.hostName}${on}. You opened every door to us and let us look closely at your question: ${facts.focus}`,
			'What we take back to our own schools:',
			'Please thank your staff and your pupils from all of us.',
		],
	}[side] as [string, string, string];
	return [
		`Dear ${inSeries(thankedBy(side, facts).map(({ name }) => name))},`,
		thanks,
		...(remembered.length > 0 ? [[strong, ...remembered].join('\n')] : []),
		end,
		side === 'host' ? sender : inSeries(reviewers(facts).map(({ name }) => name)),
	].join('\n\n');
}
