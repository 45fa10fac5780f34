/** Everyone whom the permission tests send to every route, by what they are to the partnership and its reviews. */
export const roles = [
	'chair',
	'administrator',
	'member head',
	'host head',
	'host staff',
	'governor',
	'reviewer',
	'unbound reviewer',
	'facilitator',
	'champion',
	'outside partner',
	'other head',
	'ex-member',
	'signed out',
] as const;
export type Role = (typeof roles)[number];

/** Those to whom the partnership does not exist: the head in another one, who left today, who is not signed in. */
export const outsiders = ['other head', 'ex-member', 'signed out'] as const satisfies readonly Role[];

export const signedIn = roles.filter((role) => role !== 'signed out');
export const members = signedIn.filter((role) => role !== 'other head' && role !== 'ex-member');
