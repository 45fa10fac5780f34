import {
	awaitsConfirmation,
	headRoles,
	isCurrent,
	isOver,
	type AppointmentRole,
	type ResponsibilityRole,
} from '#domain/partnership/model.ts';
import { addMonths, type Day } from '#domain/calendar/day.ts';

/** One role of the partnership, as its people are listed. */
export interface Role {
	personId: string;
	name: string;
	role: AppointmentRole | ResponsibilityRole;
	memberId: string | null;
	memberName: string | null;
	fromDay: Day;
	untilDay: Day | null;
	confirmed: boolean;
}

/** Somebody who stands in the partnership or is about to, with what they are now. */
export interface PersonHere {
	personId: string;
	name: string;
	/** Roles that are not over; a head who waits to be confirmed is none yet. */
	held: Role['role'][];
	schools: string[];
	memberIds: string[];
}

/** Everybody whose roles are not all over, by name. */
export function peopleHere(roles: readonly Role[], today: Day): PersonHere[] {
	const present = roles.filter((role) => !isOver(role, today));
	return [...Map.groupBy(present, ({ personId }) => personId)]
		.map(([personId, own]) => ({
			personId,
			name: own[0]!.name,
			held: [...new Set(own.filter((role) => !awaitsConfirmation(role)).map(({ role }) => role))],
			schools: [...new Set(own.flatMap(({ memberName }) => memberName ?? []))],
			memberIds: [...new Set(own.flatMap(({ memberId }) => memberId ?? []))],
		}))
		.toSorted((one, other) => one.name.localeCompare(other.name));
}

const heads: readonly string[] = headRoles;

/** Those who head a school today. */
export const headsToday = (roles: readonly Role[], today: Day): string[] => [
	...new Set(
		roles
			.filter((role) => heads.includes(role.role) && role.confirmed && isCurrent(role, today))
			.map(({ personId }) => personId),
	),
];

/** Whether somebody became a head here within the year (HEP-1): the first of their headships is that young. */
export function isNewHead(roles: readonly Role[], personId: string, today: Day): boolean {
	const headships = roles.filter((role) => role.personId === personId && heads.includes(role.role));
	const first = headships.map(({ fromDay }) => fromDay).sort()[0];
	return headsToday(headships, today).length > 0 && first !== undefined && first > addMonths(today, -12);
}
