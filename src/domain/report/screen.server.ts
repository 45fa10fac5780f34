import { newsOf } from '#domain/review/news.server.ts';
import { openReview, type OpenReview } from '#domain/review/open.server.ts';
import { readers } from '#domain/review/readers.ts';
import { isBeingCorrected } from '#domain/review/stage.ts';
import type { Context } from '#platform/context.ts';
import {
	mayAddContext,
	mayCheckFacts,
	mayComment,
	mayPublish,
	mayReadDraft,
	mayRecordThatSomeoneCannotSign,
	mayRespond,
	maySign,
	mayWrite,
} from './access.ts';
import { findingsAtHome } from './body.ts';
import { commentsOf } from './comments/queries.server.ts';
import { correctionOf } from './correcting/queries.server.ts';
import { deskOf } from './desk-check/desk.server.ts';
import { lostWordsOf } from './document/queries.server.ts';
import { draftOf } from './draft.server.ts';
import { readsRecord } from './evidence-record/record.server.ts';
import {
	factChecksOf,
	latestEdition,
	publishedEditions,
	remarksOf,
	type EditionRow,
} from './queries.server.ts';
import { insertLook } from './report-store.server.ts';
import { writingClosed } from './rules.ts';
import { signers, signingState, unsigned } from './signing.ts';

/**
 * The report as the actor meets it: the draft for those who read it, the desk check for those who write it, the edition to sign
 * or published, the remarks, and what they may do. Opening it is written down. Null where neither draft nor edition is theirs to read.
 */
export async function reportScreen(ctx: Context, reviewId: string) {
	const review = await openReview(ctx, reviewId);
	if (!review || ctx.actor.kind !== 'person') return null;
	const { roles, bound, protocol, facts } = review;
	const readsDraft = bound && mayReadDraft(roles, protocol);
	// Read before the rest, so that what changes meanwhile is news.
	const news = readsDraft ? ((await newsOf(ctx.db, [review.id])).get(review.id) ?? 0) : 0;
	const edition = await latestEdition(ctx, review);
	if (!readsDraft && !edition) return null;
	await insertLook(ctx, { partnershipId: review.partnershipId, reviewId }, 'read', ctx.actor.id);
	const correcting = isBeingCorrected(facts);
	const draft = readsDraft && (correcting || !edition?.publishedAt) ? await draftOf(ctx, review) : null;
	const closed = writingClosed(review);
	const writes = closed === null && bound && mayWrite(roles, protocol);
	// By the fact that reads the same for everybody: the draft does not, for whoever may not read evidence.
	const changed =
		edition !== null && (edition.publishedAt === null || draft !== null) && facts.edition === null;
	const comments = draft && writes ? await commentsOf(ctx, review) : [];
	return {
		draft: draft && {
			headings: edition && !changed ? edition.body.headings : draft.body.headings,
			changed,
			atHome: findingsAtHome(protocol, draft.findings),
		},
		news,
		comments,
		desk:
			draft && writes && (edition === null || changed) ? await deskOf(ctx, review, draft, comments) : null,
		lostWords: draft && writes ? await lostWordsOf(ctx, review) : [],
		guidance: protocol.report.headings.map(({ key, guidance }) => ({ key, guidance })),
		edition,
		correction:
			correcting && facts.publication ? await correctionOf(ctx, review, facts.publication.edition) : null,
		editions: await publishedEditions(ctx, review),
		remarks: await remarksOf(ctx, review),
		...(await signing(review, edition, ctx.actor.id)),
		...(await factChecking(ctx, review, edition, ctx.actor.id)),
		readers: {
			draft: readers(review, 'draft', 'report'),
			report: readers(review, 'report'),
		},
		remarkHeadings: protocol.report.remarks
			.filter(({ by }) => (by === 'host' ? mayRespond(roles) : bound && mayComment(roles)))
			.map(({ key, label, by }) => ({ key, label, by })),
		remarkLabels: Object.fromEntries(protocol.report.remarks.map(({ key, label }) => [key, label])),
		closed,
		readsRecord: await readsRecord(ctx, review),
		may: {
			write: writes,
			addContext: closed === null && mayAddContext(roles),
			remark: edition !== null && facts.closedOn === null,
			correct:
				bound &&
				mayWrite(roles, protocol) &&
				facts.publication !== null &&
				!correcting &&
				facts.closedOn === null,
			publish: closed === null && edition !== null && bound && mayPublish(roles),
		},
	};
}

/** Who of the host said that the facts are right, and whether the actor is asked to. */
async function factChecking(
	ctx: Context,
	{ partnershipId, id, facts, roles }: OpenReview,
	edition: EditionRow | null,
	actorId: string,
) {
	const factChecks = edition ? await factChecksOf(ctx, { partnershipId, id }, edition.number) : [];
	const said = factChecks.some(({ personId }) => personId === actorId);
	const open = edition !== null && edition.publishedAt === null && facts.edition !== null;
	return { factChecks, checksFacts: open && mayCheckFacts(roles) && !said };
}

async function signing(
	{ protocol, facts, roles, bound }: OpenReview,
	edition: EditionRow | null,
	actorId: string,
) {
	const asked = signers(protocol, facts);
	const rows = signingState(protocol, facts, edition);
	const open = edition !== null && edition.publishedAt === null;
	const own = rows.find(({ personId }) => personId === actorId)?.signOff;
	return {
		signers: rows,
		waitsFor: unsigned(rows),
		signs: open && bound && maySign(asked, actorId) && (own === null || own?.cannotSignBecause !== null),
		recordsForOthers: open && bound && mayRecordThatSomeoneCannotSign(roles, facts.team),
		actorId,
	};
}
