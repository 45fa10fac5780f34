import { leads, mayOrganise } from '#domain/partnership/access.ts';
import type { Standing } from '#domain/partnership/model.ts';

// Who may do what with a meeting (design: roles). Who reads agenda and minutes is decided by row-level security.

/** The group that meets, as far as it decides who may do what; null for a meeting of the whole partnership. */
export type MeetingGroup = { lead: { personId: string } | null } | null;

const leadsGroup = (standing: Standing, group: MeetingGroup): boolean =>
	group?.lead?.personId === standing.personId;

/** Those who organise call meetings and minute them; a group's lead those of the group. The database has the same in `app_runs_meeting`. */
export const mayRunMeeting = (standing: Standing, group: MeetingGroup): boolean =>
	mayOrganise(standing) || leadsGroup(standing, group);

/** Minutes are confirmed by whoever leads the partnership, a group's by its lead as well. */
export const mayConfirmMinutes = (standing: Standing, group: MeetingGroup): boolean =>
	leads(standing) || leadsGroup(standing, group);
