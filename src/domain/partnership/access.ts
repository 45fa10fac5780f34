import {
	headedMembers,
	isHead,
	isLead,
	leadRoles,
	type AppointmentRole,
	type ResponsibilityRole,
	type Standing,
} from './model.ts';

// Who may do what to a partnership: design/roles in the project's docs. Reading is decided by row-level security.

const holds = (standing: Standing, ...roles: ResponsibilityRole[]) =>
	standing.responsibilities.some((role) => roles.includes(role));

/** Leads the partnership: sets up members, groups and people, publishes the protocol. */
export const leads = (standing: Standing): boolean => holds(standing, ...leadRoles);

/** Runs it day to day: the lead's practical work. */
export const mayOrganise = (standing: Standing): boolean =>
	leads(standing) || holds(standing, 'administrator');

export const mayChangeMembers = mayOrganise;
export const mayInvite = mayOrganise;
export const mayEndAppointments = mayOrganise;

/** Heads' appointments are confirmed by those who lead, so that an administrator cannot make themselves a head. */
export const mayConfirmHeads = leads;

/** Nobody hands out or ends a responsibility above their own: an administrator invites no chair and removes none. */
export const mayGiveResponsibility = (standing: Standing, role: ResponsibilityRole): boolean =>
	leads(standing) || (holds(standing, 'administrator') && !isLead(role));

export const mayPublishProtocol = leads;

/** The words by which a whole partnership counts what recurs. */
export const mayChangeThemes = leads;

/**
 * Leading the partnership opens no school's findings (design: roles): whoever leads does not make themselves the head of a
 * school that has one. Another who leads does.
 */
export const makesThemselvesHead = (
	actorId: string,
	personId: string,
	heads: readonly { personId: string; confirmed: boolean }[],
): boolean => actorId === personId && heads.some((head) => head.confirmed && head.personId !== personId);

/** A group as far as it decides who may do what in it. */
interface Group {
	members: readonly { id: string }[];
	lead: { personId: string } | null;
}

const leadsGroup = (standing: Standing, { lead }: Group): boolean => lead?.personId === standing.personId;

/** What a group looks into is written by its lead, the heads of its schools and those who organise (CSC-9). */
export const mayWriteGroupFocus = (standing: Standing, group: Group): boolean =>
	mayOrganise(standing) ||
	leadsGroup(standing, group) ||
	group.members.some(({ id }) => headedMembers(standing).includes(id));

/** What of it concerns a school is said by its head, the group's lead and those who organise; of no school outside it. */
export const maySayPart = (standing: Standing, group: Group, memberId: string): boolean =>
	group.members.some(({ id }) => id === memberId) &&
	(mayOrganise(standing) || leadsGroup(standing, group) || headedMembers(standing).includes(memberId));

/** A member's head agrees for it (HEP-3). */
export const mayAgreeFor = (standing: Standing, memberId: string): boolean =>
	headedMembers(standing).includes(memberId);

/** Whether an appointment counts at once: what a lead adds does; an administrator's head waits to be confirmed. */
export const countsAtOnce = (standing: Standing, role: AppointmentRole): boolean =>
	!isHead(role) || leads(standing);

/** Those who organise propose reviews for any member; a head for the schools they head. */
export const mayProposeReview = (standing: Standing, hostMemberId: string): boolean =>
	mayOrganise(standing) || headedMembers(standing).includes(hostMemberId);

/**
 * Those who run the partnership know which schools are reviewed when, whatever its protocol says: the steering group approves
 * what groups plan. The database holds the same in `app_run_partnerships`.
 */
export const knowsOfEveryReview = (standing: Standing): boolean =>
	mayOrganise(standing) || holds(standing, 'steering');

/** Why nobody who leads makes themselves the head of a school that has one. */
export const notByThemselves =
	'This school has a head. Somebody else who leads the partnership can make you one, too.';

/** Those who organise keep the partnership’s dates and any school’s; a head those of the school they head. */
export const mayKeepCalendar = (standing: Standing, memberId: string | null): boolean =>
	mayOrganise(standing) || (memberId !== null && headedMembers(standing).includes(memberId));
