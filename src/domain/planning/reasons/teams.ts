import { inSeries } from '#domain/protocol/model.ts';
import type { TeamFact, TeamingAnswer, TeamOfReview, TeamRole } from '../teaming/model.ts';
import { named, nextBest, type Names, type Reason } from './reason.ts';

/** Why this team: for a chair. `roles` are the partnership’s own words for who is on it. */
export function teamReasons(
	{ measures, open, loss }: TeamOfReview,
	names: Names,
	roles: Readonly<Record<TeamRole, string>>,
): Reason[] {
	const told = [
		...measures.flatMap(({ facts }) => facts.map((fact) => reasonOf(fact, names))),
		...open.map((role): Reason => ({ is: 'against', words: `Nobody is left who may be ${roles[role]}.` })),
	].sort((one, other) => Number(one.is === 'against') - Number(other.is === 'against'));
	return [...told, ...nextBest(loss, 'With any other team')];
}

function reasonOf(fact: TeamFact, names: Names): Reason {
	const good = (words: string): Reason => ({ is: 'for', words });
	const costs = (words: string): Reason => ({ is: 'against', words });
	const all = (people: readonly string[]) => inSeries(people.map((id) => named(names, id)));
	switch (fact.is) {
		case 'expertise':
			return good(`${all(fact.by)} can look well at ${fact.theme}.`);
		case 'without experience':
			return costs(`${all(fact.people)} would review for the first time with nobody experienced.`);
		case 'contrast with the host':
			return good(
				`${named(names, fact.person)} comes from a school that differs in ${inSeries(fact.traits)}.`,
			);
		case 'competes with the host':
			return costs(`The school of ${named(names, fact.person)} competes with the host for pupils.`);
		case 'journey to the host':
			return costs(
				`${named(names, fact.person)} travels ${Math.round(fact.metres / 1000)} km as the crow flies.`,
			);
		case 'return visit':
			return costs(`The host reviewed the school of ${named(names, fact.person)} last time.`);
		case 'kept on the team':
			return good(`${named(names, fact.person)} had agreed to come.`);
		case 'same team again':
			return good(`${named(names, fact.person)} knows the school from its last review.`);
	}
}

/** What the plan asks of one person, who gives something. */
export function loadReason({ days, before, over }: TeamingAnswer['load'][number]): string {
	const asked = `${days === 1 ? '1 day' : `${days} days`} by this plan`;
	const given = before > 0 ? `, after ${before} given before` : '';
	return `${asked}${given}${over > 0 ? `: ${over} more than released for` : ''}.`;
}
