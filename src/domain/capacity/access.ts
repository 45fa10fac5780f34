import { knowsOfEveryReview, mayOrganise } from '#domain/partnership/access.ts';
import { headedMembers, type Standing } from '#domain/partnership/model.ts';

// Who may do what about people's training and time. Reading is decided by row-level security, and for load by `seesLoad`.

/** Whoever organises records training for anybody; a head for those at their school, and not for themselves (HEP-2). */
export const mayRecordTrainingOf = (
	standing: Standing,
	person: { personId: string; memberIds: readonly string[] },
): boolean => mayOrganise(standing) || releases(standing, person);

/** Whether they may record training for somebody at all. */
export const recordsTraining = (standing: Standing): boolean =>
	mayOrganise(standing) || headedMembers(standing).length > 0;

/** A head releases the staff of their school. */
const releases = (
	standing: Standing,
	{ personId, memberIds }: { personId: string; memberIds: readonly string[] },
): boolean => personId !== standing.personId && memberIds.some((id) => headedMembers(standing).includes(id));

/** How much time somebody gives is theirs to limit, and their school's head's. */
export const mayLimit = (
	standing: Standing,
	person: { personId: string; memberIds: readonly string[] },
): boolean => person.personId === standing.personId || releases(standing, person);

/** How much each person gives is for those who run the partnership and those who release people; others see their own. */
export const seesLoad = (standing: Standing): boolean =>
	knowsOfEveryReview(standing) || headedMembers(standing).length > 0;

export const maySetCost = mayOrganise;

/** Whoever asked which days suit whom, and those who organise, close that, remind and ask further people. */
export const mayRunPoll = (standing: Standing, poll: { askedBy: string }): boolean =>
	poll.askedBy === standing.personId || mayOrganise(standing);
