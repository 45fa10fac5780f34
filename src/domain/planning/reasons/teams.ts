import { inSeries } from '#domain/protocol/model.ts';
import type { TeamFact, TeamingAnswer, TeamOfReview, TeamRole } from '../teaming/model.ts';
import { named, nextBest, type Names, type Reason } from './reason.ts';

/** Why this team: for a chair. `roles` are the partnership’s own words for who is on it. */
export function teamReasons(
	{ measures, open, loss }: TeamOfReview,
	names: Names,
	roles: Readonly<Record<TeamRole, string>>,
): Reason[] {
	const reasons = [
		...told(
			measures.flatMap(({ facts }) => facts),
			names,
		),
		...open.map((role): Reason => ({ is: 'against', words: `Nobody is left who may be ${roles[role]}.` })),
	].sort((one, other) => Number(one.is === 'against') - Number(other.is === 'against'));
	return [...reasons, ...nextBest(loss, 'With any other team')];
}

/** What holds of several people alike is said once. */
function told(facts: readonly TeamFact[], names: Names): Reason[] {
	const alike = Map.groupBy(facts, (fact) => {
		if (fact.is === 'contrast with the host') return `${fact.is} ${fact.traits.join()}`;
		if (fact.is === 'journey to the host') return `${fact.is} ${kilometres(fact)}`;
		if (fact.is === 'expertise') return `${fact.is} ${fact.theme}`;
		return fact.is;
	});
	return [...alike.values()].map((same) => {
		const people = same.flatMap((fact) => {
			if (fact.is === 'expertise') return fact.by;
			return fact.is === 'without experience' ? fact.people : [fact.person];
		});
		return reasonOf(same[0]!, inSeries(people.map((id) => named(names, id))), people.length === 1);
	});
}

const kilometres = ({ metres }: Extract<TeamFact, { is: 'journey to the host' }>): number =>
	Math.round(metres / 1000);

function reasonOf(fact: TeamFact, who: string, one: boolean): Reason {
	const good = (words: string): Reason => ({ is: 'for', words });
	const costs = (words: string): Reason => ({ is: 'against', words });
	switch (fact.is) {
		case 'expertise':
			return good(`${who} ${one ? 'is' : 'are'} strong in ${fact.theme}, which the review is about.`);
		case 'without experience':
			return costs(`${who} ${one ? 'is' : 'are'} new to reviewing, with nobody experienced beside them.`);
		case 'contrast with the host':
			return good(
				`${who} ${one ? 'comes' : 'come'} from a school that differs from the host in ${inSeries(fact.traits)}.`,
			);
		case 'competes with the host':
			return costs(`${who} ${one ? 'comes' : 'come'} from a school that competes with the host for pupils.`);
		case 'journey to the host':
			return costs(`${who} ${one ? 'travels' : 'travel'} ${kilometres(fact)} km as the crow flies.`);
		case 'return visit':
			return costs(`${who} ${one ? 'comes' : 'come'} from a school that the host reviewed last time.`);
		case 'kept on the team':
			return good(`${who} had agreed to this.`);
		case 'same team again':
			return good(`${who} ${one ? 'knows' : 'know'} the school from its last review.`);
	}
}

/** What the plan asks of one person, who gives something. */
export function loadReason({ days, before, over }: TeamingAnswer['load'][number]): string {
	const asked = `${days === 1 ? '1 day' : `${days} days`} by this plan`;
	const given = before > 0 ? `, after ${before} given before` : '';
	return `${asked}${given}${over > 0 ? `: ${over} more than released for` : ''}.`;
}
