import { readersInWords } from '#domain/protocol/audience-words.ts';
import { heldAs, needOf } from '#domain/protocol/of-kind.ts';
import { boundsOfEvidence } from '#domain/protocol/words/visit.ts';
import { newsOf } from '#domain/review/news.server.ts';
import { openReview, type OpenReview } from '#domain/review/open.server.ts';
import { keysFor, type Readers, readers } from '#domain/review/readers.ts';
import { type Line, lines, timetable, type TimetableEntry } from '#domain/review/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { londonTime } from '#platform/day.ts';
import { isId } from '#platform/text.ts';
import { mayCapture, mayEdit, mayShow, mayWithdraw } from './access.ts';
import { activityNow, type Day, labelled } from './day.ts';
import { isKeptApart } from './model.ts';
import { saidPace } from './pace-queries.server.ts';
import { type EvidenceRow, evidenceOf, opensWith } from './queries.server.ts';
import { pieceClosed, showingClosed, workClosed } from './rules.ts';

/** A review's day for whoever takes part in it or reads evidence of it; null for others. */
export async function dayOf(ctx: Context, reviewId: string): Promise<Day | null> {
	const opened = await openDay(ctx, reviewId);
	return opened && opened.day;
}

/** How often the day has changed so far, for whoever `dayOf` shows it to; null for others. */
export async function dayNews(ctx: Context, reviewId: string): Promise<number | null> {
	const review = await openReview(ctx, reviewId);
	if (!review) return null;
	const news = await newsNow(ctx, review);
	const sees = onBoundTeam(review) || (await evidenceOf(ctx, review)).length > 0;
	return sees ? news : null;
}

/** The same as its page on the server shows it: with what is on now, and who may change what. */
export async function dayScreen(ctx: Context, reviewId: string) {
	const opened = await openDay(ctx, reviewId);
	if (!opened) return null;
	const { review, day } = opened;
	return {
		...day,
		now: activityNow(day.activities, londonTime(ctx.now), day.personId)?.id ?? null,
		evidence: day.evidence.map((piece) => ({
			...labelled(day, piece),
			opens:
				piece.withdrawn === null &&
				// A photo can still be removed when nothing else can be changed any more.
				(day.captures || (onBoundTeam(review) && piece.photos.length > 0)) &&
				mayWithdraw(review.roles, day.personId, piece.authorId),
		})),
	};
}

async function openDay(ctx: Context, reviewId: string): Promise<{ review: OpenReview; day: Day } | null> {
	const review = await openReview(ctx, reviewId);
	if (!review || ctx.actor.kind !== 'person') return null;
	// First of all that is read here: what comes in between is told of again, and never missed.
	const news = await newsNow(ctx, review);
	const evidence = await evidenceOf(ctx, review);
	if (!onBoundTeam(review) && evidence.length === 0) return null;
	const { facts, protocol, roles } = review;
	const held = heldAs(protocol, facts.kind);
	const closed = workClosed(review);
	const team = facts.team.filter(({ role }) => role !== 'champion');
	const day: Day = {
		...choices(review, await lines(ctx, review), await timetable(ctx, review)),
		reviewId: review.id,
		news,
		personId: ctx.actor.id,
		hostName: review.hostName,
		focus: review.focus,
		heldAs: held,
		vocabulary: protocol.vocabulary,
		firstDay: facts.firstDay,
		lastDay: facts.lastDay,
		plans: held === 'day' || needOf(protocol, 'plan agreed') !== 'never',
		team: team.map(({ personId, name, role }) => ({ id: personId, name, role })),
		captures: mayCapture(roles) && closed === null,
		closed: mayCapture(roles) ? closed : null,
		daysOnDevice: protocol.evidence.daysOnDevice,
		shows: onBoundTeam(review) && mayShow(roles) && showingClosed(review) === null,
		onlyShown: !onBoundTeam(review) && !(await opensWith(ctx, keysFor('evidence', review))),
		pace: await saidPace(ctx, review),
		evidence: evidence.map((piece) => ({ ...piece, recordedAt: piece.recordedAt.toISOString() })),
	};
	return { review, day };
}

/**
 * One piece for whoever reads it; to be put differently or withdrawn by those who may, or why it stays as it is. Null for others, as
 * for a piece that is not there.
 */
export async function pieceScreen(ctx: Context, reviewId: string, evidenceId: string) {
	const review = await openReview(ctx, reviewId);
	if (!review || ctx.actor.kind !== 'person') return null;
	const [piece] = isId(evidenceId) ? await evidenceOf(ctx, review, evidenceId) : [];
	if (!piece) return null;
	const { roles } = review;
	const ofTeam = onBoundTeam(review);
	const chosen = choices(review, await lines(ctx, review), await timetable(ctx, review));
	return {
		...chosen,
		readers: readersOf(review, piece),
		piece: labelled(chosen, { ...piece, recordedAt: piece.recordedAt.toISOString() }),
		closed: pieceClosed(review, piece),
		withdraws: ofTeam && mayWithdraw(roles, ctx.actor.id, piece.authorId),
		edits: ofTeam && mayEdit(roles, ctx.actor.id, piece.authorId),
	};
}

/** Who reads a piece: of what is kept apart, the team, and the host while it is shown to them. */
const readersOf = (review: OpenReview, piece: EvidenceRow): Readers =>
	isKeptApart(piece, review.protocol.evidence)
		? {
				now: readersInWords(review.protocol, 'evidence', piece.shown ? ['team', 'host'] : ['team']),
				later: null,
			}
		: readers(review, 'evidence');

const newsNow = async (ctx: Context, { id }: OpenReview): Promise<number> =>
	(await newsOf(ctx.db, [id])).get(id) ?? 0;

/** Others see the day's screen only where there is evidence that their keys open. */
const onBoundTeam = ({ roles, bound }: OpenReview): boolean => bound && mayCapture(roles);

function choices(review: OpenReview, questions: Line[], activities: TimetableEntry[]) {
	const { columns, kinds, sources, outsideFocus, photos } = review.protocol.evidence;
	return {
		bounds: boundsOfEvidence(review.protocol),
		readers: readers(review, 'evidence'),
		columns,
		kinds: kinds.map(({ key, label }) => ({ value: key, label })),
		sources: sources.map(({ key, label }) => ({ value: key, label })),
		lines: questions,
		activities,
		takesPhotos: photos !== 'never',
		outsideFocusAllowed: outsideFocus !== 'not recorded',
		keepsApart: isKeptApart({ outsideFocus: true }, review.protocol.evidence),
	};
}
