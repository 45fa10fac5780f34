import type { Names } from '../reasons/reason.ts';
import { named } from '../reasons/reason.ts';
import type { Barrier, Standing } from '../teaming/eligible.ts';
import type { TeamRole } from '../teaming/model.ts';

/** Words for people, schools and roles. */
export interface Wording {
	names: Names;
	roles: Readonly<Record<TeamRole, string>>;
}

/** Somebody in a role on a review, as they stand to it. */
export interface SeatOf {
	standing: Standing;
	role: TeamRole;
}

/** What keeps somebody from a role, for a chair. */
export function barrierWords(
	barrier: Barrier,
	{ standing, role }: SeatOf,
	{ names, roles }: Wording,
): string {
	const who = named(names, standing.person.id);
	const school = named(names, standing.review.host);
	const words: Record<Barrier, string> = {
		'own school': `${who} is at ${school}.`,
		barred: `${who} is not to review ${school}.`,
		'role never': `Your protocol has no ${roles[role]}.`,
		'no such post': `${who} holds no post from which your protocol takes reviewers.`,
		'not prepared': `${who} is no ${roles[role]}.`,
		'from elsewhere': `${who} is not of the host’s own group.`,
		'no expert in the focus': `${who} is no expert in what the host needs.`,
		'no day': `${who} can on none of the days that are possible.`,
		'like the host': `The school of ${who} is much like ${school}.`,
		competes: `The school of ${who} competes with ${school} for pupils.`,
		'return visit': `${school} reviewed the school of ${who} last time.`,
		'new to the school': `${who} was not on the team that reviewed ${school} last time.`,
	};
	return words[barrier];
}
