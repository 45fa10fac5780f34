import { appointmentRoles, responsibilityRoles } from '#domain/partnership/model.ts';

const words: Record<string, string> = {
	champion: 'Improvement champion',
	lead: 'Partnership lead',
	chair: 'Chair of the partnership',
	'vice chair': 'Vice chair of the partnership',
	steering: 'Member of the steering group',
	administrator: 'Administrator of the partnership',
};

/** A role as a screen says it. */
export const roleWords = (role: string): string => words[role] ?? role[0]!.toUpperCase() + role.slice(1);

export const roleOptions = [...appointmentRoles, ...responsibilityRoles].map((role) => ({
	value: role,
	label: roleWords(role),
}));
