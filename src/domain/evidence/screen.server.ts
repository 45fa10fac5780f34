import { kindLabel } from '#domain/protocol/model.ts';
import { boundsOfEvidence } from '#domain/protocol/words/visit.ts';
import { openReview, type OpenReview } from '#domain/review/open.server.ts';
import { readers } from '#domain/review/readers.ts';
import { lines, timetable, type TimetableEntry } from '#domain/review/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { londonTime } from '#platform/day.ts';
import { isId } from '#platform/text.ts';
import { mayCapture, mayEdit, mayWithdraw } from './access.ts';
import { isKeptApart, triangulate } from './model.ts';
import { evidenceOf } from './queries.server.ts';
import { pieceClosed, workClosed } from './rules.ts';

/** What the day's screen shows: the form's choices, and what the team has. Null for whoever may not read evidence. */
export async function dayScreen(ctx: Context, reviewId: string) {
	const review = await openReview(ctx, reviewId);
	if (!review || ctx.actor.kind !== 'person') return null;
	const actorId = ctx.actor.id;
	const evidence = await evidenceOf(ctx, review);
	if (!onBoundTeam(review) && evidence.length === 0) return null;
	const [questions, activities] = [await lines(ctx, review), await timetable(ctx, review)];
	const closed = workClosed(review);
	const captures = mayCapture(review.roles) && closed === null;
	const rules = review.protocol.evidence;
	const { sources } = rules;
	return {
		...choices(review, questions, activities),
		captures,
		closed: mayCapture(review.roles) ? closed : null,
		now: activityNow(activities, londonTime(ctx.now), actorId)?.id ?? null,
		evidence: evidence.map((piece) => ({
			...piece,
			kindLabel: kindLabel(review.protocol, piece.kind),
			sourceLabel: sources.find(({ key }) => key === piece.source)?.label ?? piece.source,
			apart: isKeptApart(piece, rules),
			mine: piece.authorId === actorId,
			opens: captures && piece.withdrawn === null && mayWithdraw(review.roles, actorId, piece.authorId),
		})),
		grounds: triangulate(
			evidence.filter((piece) => piece.withdrawn === null && !isKeptApart(piece, rules)),
			questions.map(({ id }) => id),
			sources.map(({ key }) => key),
		),
	};
}

/** One piece to be put differently or withdrawn, or why it stays as it is; null where the actor may do neither. */
export async function pieceScreen(ctx: Context, reviewId: string, evidenceId: string) {
	const review = await openReview(ctx, reviewId);
	if (!review || ctx.actor.kind !== 'person' || !onBoundTeam(review)) return null;
	const [piece] = isId(evidenceId) ? await evidenceOf(ctx, review, evidenceId) : [];
	if (!piece || !mayWithdraw(review.roles, ctx.actor.id, piece.authorId)) return null;
	return {
		...choices(review, await lines(ctx, review), await timetable(ctx, review)),
		piece,
		closed: pieceClosed(review, piece),
		edits: mayEdit(review.roles, ctx.actor.id, piece.authorId),
	};
}

/** Others see the day's screen only where there is evidence that their keys open. */
const onBoundTeam = ({ roles, bound }: OpenReview): boolean => bound && mayCapture(roles);

function choices(
	review: OpenReview,
	questions: { id: string; letter: string; question: string }[],
	activities: TimetableEntry[],
) {
	const { columns, kinds, sources, outsideFocus } = review.protocol.evidence;
	return {
		bounds: boundsOfEvidence(review.protocol.evidence),
		readers: readers(review, 'evidence'),
		columns,
		kinds: kinds.map(({ key, label }) => ({ value: key, label })),
		sources: sources.map(({ key, label }) => ({ value: key, label })),
		lines: questions,
		activities: activities.map(({ id, title, day, starts }) => ({ id, title, day, starts })),
		outsideFocusAllowed: outsideFocus !== 'not recorded',
		keepsApart: isKeptApart({ outsideFocus: true }, review.protocol.evidence),
	};
}

/** What is on now, the actor's own activity first. */
function activityNow(
	activities: TimetableEntry[],
	{ day, time }: { day: string; time: string },
	actorId: string,
) {
	const on = activities.filter(
		(activity) => activity.day === day && activity.starts <= time && time < activity.ends,
	);
	return on.find(({ people }) => people.some(({ id }) => id === actorId)) ?? on[0];
}
