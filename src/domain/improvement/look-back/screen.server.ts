import type { Answers } from '#domain/form/answer.ts';
import type { Question } from '#domain/form/question.ts';
import { readAnswers, type ReadAnswer } from '#domain/form/words.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import { readers, type Readers } from '#domain/review/readers.ts';
import type { Context } from '#platform/context.ts';
import { mayClose } from '../access.ts';
import { readsImpact, toldImpact } from '../impact/queries.server.ts';
import { actionsOf } from '../queries.server.ts';
import { begunAnswers } from './beginning.ts';
import {
	lookBackState,
	sideOf,
	waitsToClose,
	whyLookBackStands,
	type LookBackAnswers,
	type LookBackSide,
} from './look-back.ts';
import { lookBacks } from './queries.server.ts';

/** What is shown of the look-back of one review, and what may be written. */
export interface LookBackScreen {
	readers: Readers;
	title: string;
	about: string;
	side: LookBackSide | null;
	answered: LookBackSide[];
	awaited: LookBackSide[];
	published: boolean;
	/** What is asked by its key, also where nothing may be written any more. */
	labels: { key: string; label: string }[];
	/** Why nothing is written any more; null while it may be. */
	stands: string | null;
	answers: (Omit<LookBackAnswers, 'answers' | 'version'> & { answers: ReadAnswer[] })[];
	/** What this side is asked or may put right; null where there is nothing for it to write. */
	asked: {
		questions: readonly Question[];
		/** What it said before, or what its answers begin with. */
		answers: Answers;
		/** 0 before it has answered. */
		version: number;
		begun: boolean;
	} | null;
	closes: boolean;
	closedOn: string | null;
}

/** All that the page of a look-back shows; null for whoever neither answers it, reads any of it nor closes the review. */
export async function lookBackScreen(ctx: Context, review: OpenReview): Promise<LookBackScreen | null> {
	const { protocol, facts } = review;
	const side = review.bound ? sideOf(review.roles) : null;
	const closes = mayClose(review.roles);
	const readable = await lookBacks(ctx, review);
	if (!side && !closes && readable.length === 0) return null;
	const { form, sides } = protocol.followUp.lookBack;
	const { title, about, questions } = protocol.forms[form]!;
	const { answered, awaited } = lookBackState(sides, facts.lookBack);
	const stands = whyLookBackStands(facts, sides, ctx.today);
	const writes = side !== null && sides.includes(side) && review.followUpOpen && stands === null;
	return {
		readers: readers(review, 'look-back'),
		title,
		about,
		side,
		answered,
		awaited,
		published: review.followUpOpen,
		labels: questions.map(({ key, label }) => ({ key, label })),
		stands,
		answers: readable.map(({ side, answers, answeredBy, answeredAt }) => ({
			side,
			answeredBy,
			answeredAt,
			answers: readAnswers(questions, answers),
		})),
		asked: writes
			? await whatIsAsked(ctx, review, { side, questions, said: readable.find((one) => one.side === side) })
			: null,
		closes: closes && facts.closedOn === null && !waitsToClose(protocol, facts, ctx.today),
		closedOn: facts.closedOn,
	};
}

async function whatIsAsked(
	ctx: Context,
	review: OpenReview,
	{
		side,
		questions,
		said,
	}: { side: LookBackSide; questions: readonly Question[]; said: LookBackAnswers | undefined },
): Promise<LookBackScreen['asked']> {
	if (said) return { questions, answers: said.answers, version: said.version, begun: false };
	// The team’s answers would carry what the head told of actions to whoever reads look-backs and not these.
	if (side === 'team') return { questions, answers: {}, version: 0, begun: false };
	const answers = begunAnswers(questions, {
		actions: await actionsOf(ctx, review),
		impact: (await readsImpact(ctx, review)) ? await toldImpact(ctx, review) : [],
	});
	return { questions, answers, version: 0, begun: Object.keys(answers).length > 0 };
}
