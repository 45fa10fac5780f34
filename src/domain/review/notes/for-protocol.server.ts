import type { Answers } from '#domain/form/answer.ts';
import type { Question } from '#domain/form/question.ts';
import { protocolsOf } from '#domain/protocol/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { factsOf } from '../kept-facts.server.ts';
import { latestNotes } from './notes-store.server.ts';
import { notedStage } from './notes.ts';

/** What was said at a meeting after a review of how to review differently. */
export interface SaidForProtocol {
	reviewId: string;
	stage: string;
	stageTitle: string;
	hostName: string;
	words: string;
	writtenAt: Date;
}

/**
 * What the actor's partnership said after its reviews that it would do differently (KSA-7), the latest first, as far as the
 * actor reads the notes in which it stands.
 */
export async function saidForProtocol(ctx: Context, partnershipId: string): Promise<SaidForProtocol[]> {
	const notes = await latestNotes(ctx, partnershipId);
	const reviews = await factsOf(ctx, [...new Set(notes.map(({ reviewId }) => reviewId))]);
	const protocolOf = await protocolsOf(ctx, reviews);
	return notes.flatMap(({ reviewId, stage, answers, writtenAt }) => {
		const facts = reviews.find(({ id }) => id === reviewId);
		const noted = facts && notedStage(protocolOf(facts), stage);
		if (!noted) return [];
		const of = { reviewId, stage, stageTitle: noted.stage.title, hostName: facts.hostName, writtenAt };
		return answersFor(noted.form.questions, answers).map((words) => ({ ...of, words }));
	});
}

const answersFor = (questions: readonly Question[], answers: Answers): string[] =>
	questions.flatMap((question) => {
		const answer = answers[question.key];
		return question.kind === 'text' && question.forProtocol && typeof answer === 'string' && answer !== ''
			? [answer]
			: [];
	});
