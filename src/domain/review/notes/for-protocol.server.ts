import { addDays, type Day } from '#domain/calendar/day.ts';
import type { Answers } from '#domain/form/answer.ts';
import type { Question } from '#domain/form/question.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { protocolsOf } from '#domain/protocol/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { isBound } from '../facts.ts';
import { factsOf } from '../kept-facts.server.ts';
import { rolesOn } from '../open.server.ts';
import { notesSince } from './notes-store.server.ts';
import { mayNote, notedStage } from './notes.ts';

/** What was noted after a review of how to review differently. */
export interface SaidForProtocol {
	reviewId: string;
	stage: string;
	stageTitle: string;
	hostName: string;
	firstDay: Day;
	words: string;
}

const daysBack = 730;

/**
 * What a partnership said after its reviews of two years that it would do differently (KSA-7), the latest review first, as far as
 * the actor reads the notes in which it stands.
 */
export async function saidForProtocol(ctx: Context, partnershipId: string): Promise<SaidForProtocol[]> {
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return [];
	const notes = await notesSince(ctx, partnershipId, addDays(ctx.today, -daysBack));
	const reviews = await factsOf(ctx, [...new Set(notes.map(({ reviewId }) => reviewId))]);
	const protocolOf = await protocolsOf(ctx, reviews);
	const me = standing.personId;
	return notes.flatMap(({ reviewId, stage, answers }) => {
		const facts = reviews.find(({ id }) => id === reviewId);
		const noted = facts && notedStage(protocolOf(facts), stage);
		if (!noted || !mayNote(rolesOn(facts, me, standing), isBound(facts, me), noted.stage)) return [];
		const { hostName, firstDay } = facts;
		const of = { reviewId, stage, stageTitle: noted.stage.title, hostName, firstDay: firstDay! };
		return answersFor(noted.form.questions, answers).map((words) => ({ ...of, words }));
	});
}

/** What answers to a form say for the protocol. */
export const answersFor = (questions: readonly Question[], answers: Answers): string[] =>
	questions.flatMap((question) => {
		const answer = answers[question.key];
		return question.kind === 'text' && question.forProtocol && typeof answer === 'string' ? [answer] : [];
	});
