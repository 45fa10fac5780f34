import { asPeopleSay } from '#domain/calendar/day.ts';
import { inSeries } from '#domain/protocol/model.ts';
import type { TeamRole } from '../teaming/model.ts';
import type { Change } from '../year/changes.ts';
import { named, type Names } from './reason.ts';

/** What changes for one review that people had agreed to, a sentence each: for whoever leads and for those concerned. */
export function changeWords(
	{ leave, come, otherwise, moves }: Change,
	names: Names,
	roles: Readonly<Record<TeamRole, string>>,
): string[] {
	const all = (people: readonly string[]) => inSeries(people.map((id) => named(names, id)));
	return [
		...(leave.length > 0
			? [`${all(leave)} ${leave.length === 1 ? 'is' : 'are'} no longer on the team.`]
			: []),
		...[...Map.groupBy(come, ({ role }) => role)].map(
			([role, people]) =>
				`${all(people.map(({ person }) => person))} ${people.length === 1 ? 'joins' : 'join'} as ${roles[role]}.`,
		),
		...otherwise.map(({ person, role }) => `${named(names, person)} stays, as ${roles[role]}.`),
		...(moves === null ? [] : [moved(moves)]),
	];
}

const moved = ({ from, to }: NonNullable<Change['moves']>): string =>
	to === null
		? `It has no day any more: ${asPeopleSay(from)} cannot be kept.`
		: `It moves from ${asPeopleSay(from)} to ${asPeopleSay(to)}.`;
