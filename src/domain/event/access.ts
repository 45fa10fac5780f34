import { mayOrganise } from '#domain/partnership/access.ts';
import { headedMembers, type Standing } from '#domain/partnership/model.ts';

// Who may do what with a joint event. Who sees it is decided by row-level security.

/** As much of an event as says whose it is. */
export interface EventFacts {
	/** The group it is for, and who leads that. */
	group: { lead: { personId: string } | null } | null;
	atMemberId: string | null;
	ledBy: string | null;
	/** Where its leader works today. */
	leaderMemberIds: readonly string[];
}

/**
 * Those who organise plan events; the lead of a group for that group; a head those that their school is host to or leads. The database has
 * the same in `app_plans_event`.
 */
export function mayPlanEvent(
	standing: Standing,
	{ group, atMemberId, leaderMemberIds }: EventFacts,
): boolean {
	const headed = headedMembers(standing);
	return (
		mayOrganise(standing) ||
		group?.lead?.personId === standing.personId ||
		(atMemberId !== null && headed.includes(atMemberId)) ||
		leaderMemberIds.some((id) => headed.includes(id))
	);
}

/** Whoever may plan it, planned it or leads it changes it, calls it off and writes it up: `app_runs_event` in the database. */
export const mayRunEvent = (standing: Standing, event: EventFacts & { plannedBy: string }): boolean =>
	mayPlanEvent(standing, event) || event.plannedBy === standing.personId || event.ledBy === standing.personId;

/** Who can plan some event at all: they find the form. */
export const plansEvents = (standing: Standing, groups: readonly EventFacts['group'][]): boolean =>
	mayOrganise(standing) ||
	headedMembers(standing).length > 0 ||
	groups.some((group) => group?.lead?.personId === standing.personId);

/** A head says who comes from their school, and how many others. */
export const mayBringPeople = (standing: Standing, memberId: string): boolean =>
	headedMembers(standing).includes(memberId);

/** What a school takes from an event is told by its head, or by one of its people who came. */
export const mayTellTakeaway = (standing: Standing, memberId: string, joinedFor: string | null): boolean =>
	headedMembers(standing).includes(memberId) ||
	(joinedFor === memberId && standing.appointments.some((post) => post.memberId === memberId));
