/** The roles a person may hold at a member, as people say them. */
export const appointmentRoles = [
	'headteacher',
	'executive head',
	'head of school',
	'deputy',
	'champion',
	'senior leader',
	'governor',
] as const;
export type AppointmentRole = (typeof appointmentRoles)[number];

/** Those who head a school; a school may have two (NFS-30). */
export const headRoles = [
	'headteacher',
	'executive head',
	'head of school',
] as const satisfies readonly AppointmentRole[];
export const isHead = (role: AppointmentRole): boolean => (headRoles as readonly string[]).includes(role);

/** A head counts once somebody who leads has confirmed them; nobody else is confirmed. */
export const awaitsConfirmation = ({ role, confirmed }: { role: string; confirmed: boolean }): boolean =>
	(headRoles as readonly string[]).includes(role) && !confirmed;

/** What a person may carry for the whole partnership. */
export const responsibilityRoles = [
	'lead',
	'chair',
	'vice chair',
	'steering',
	'independent chair',
	'administrator',
	'outside partner',
] as const;
export type ResponsibilityRole = (typeof responsibilityRoles)[number];

/** Those by which a partnership is led. */
export const leadRoles = ['lead', 'chair', 'vice chair'] as const satisfies readonly ResponsibilityRole[];
export const isLead = (role: string): boolean => (leadRoles as readonly string[]).includes(role);

/** Something that begins on a day and may end; `untilDay` is the first day on which it no longer holds. */
export interface Period {
	fromDay: string;
	untilDay: string | null;
}

/** Whether a period covers a day. What ends today is over today. */
export const isCurrent = ({ fromDay, untilDay }: Period, today: string): boolean =>
	fromDay <= today && (untilDay === null || untilDay > today);

/** Whether a period has ended. What is still to begin is not over. */
export const isOver = ({ untilDay }: Pick<Period, 'untilDay'>, today: string): boolean =>
	untilDay !== null && untilDay <= today;

/** What one person is in one partnership on one day. */
export interface Standing {
	partnershipId: string;
	personId: string;
	responsibilities: ResponsibilityRole[];
	appointments: { memberId: string; role: AppointmentRole; confirmed: boolean }[];
}

/** The members a person heads, counting only what a lead or chair has confirmed. */
export const headedMembers = (standing: Standing): string[] =>
	standing.appointments
		.filter(({ role, confirmed }) => confirmed && isHead(role))
		.map(({ memberId }) => memberId);
