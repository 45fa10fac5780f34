import { mayOrganise } from '#domain/partnership/access.ts';
import { headedMembers, type Standing } from '#domain/partnership/model.ts';

/** Who may be let in on a school's figure, besides its own staff and whoever entered it. */
export const circles = ['governors', 'heads', 'partnership'] as const;
export type Circle = (typeof circles)[number];

const isHeadOf = (standing: Standing, memberIds: readonly string[]) =>
	headedMembers(standing).some((memberId) => memberIds.includes(memberId));

/** The school's head enters its figures; those who organise the partnership may do it for them. */
export const mayEnterMeasure = (standing: Standing, memberIds: readonly string[]): boolean =>
	isHeadOf(standing, memberIds) || mayOrganise(standing);

/** Whether somebody heads a school, of those named. */
export const headedAmong = (
	standing: Standing,
	schools: readonly { id: string; memberIds: readonly string[] }[],
): ((schoolId: string) => boolean) => {
	const ids = schools.filter(({ memberIds }) => isHeadOf(standing, memberIds)).map(({ id }) => id);
	return (schoolId) => ids.includes(schoolId);
};

/** What a school shares is its head's to say, nobody else's. */
export const mayShareMeasure = isHeadOf;

/**
 * Small numbers as they were entered are for the school's head, who has them anyway. Those who organise see those they said themselves:
 * see `own-queries.server.ts`.
 */
export const maySeeSmallNumbers = isHeadOf;

/** A file is taken back by whoever brought it in, or who organises. */
export const mayUndoImport = (standing: Standing, broughtBy: string): boolean =>
	broughtBy === standing.personId || mayOrganise(standing);

/** The keys under which a figure is stored: its school's staff, its author, and whom the head lets in. */
export function measureKeysFor(
	memberIds: readonly string[],
	standing: Standing,
	sharedWith: readonly Circle[],
): string[] {
	const opened = circleKeysFor(memberIds, standing.partnershipId, sharedWith);
	return [`person:${standing.personId}`, ...memberIds.map((id) => `staff:${id}`), ...opened];
}

/** The keys of those whom a school's head lets in. */
export const circleKeysFor = (
	memberIds: readonly string[],
	partnershipId: string,
	sharedWith: readonly Circle[],
): string[] =>
	sharedWith.flatMap((circle) =>
		circle === 'governors' ? memberIds.map((id) => `governors:${id}`) : [`${circle}:${partnershipId}`],
	);

/** Whose figures somebody may bring in from a file: all members' who organises, those they head a head. Null: nobody's. */
export const importsFor = (standing: Standing): string[] | 'all' | null => {
	if (mayOrganise(standing)) return 'all';
	const headed = headedMembers(standing);
	return headed.length > 0 ? headed : null;
};

/** What DfE publishes is for the whole partnership, whoever brings the file. */
export const publishedKeysFor = (partnershipId: string): string[] => [`partnership:${partnershipId}`];
