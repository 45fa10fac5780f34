import type { Standing } from '#domain/partnership/model.ts';

/** The schools of a partnership at which somebody holds a post today, the host left out; none for a guest. */
export const ownSchools = (standing: Standing | null, hostMemberId: string): string[] => [
	...new Set(
		(standing?.appointments ?? [])
			.map(({ memberId }) => memberId)
			.filter((memberId) => memberId !== hostMemberId),
	),
];
