import { evidenceOf } from '#domain/evidence/queries.server.ts';
import { kindLabel } from '#domain/protocol/model.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import { suggestedThemes } from '#domain/partnership/themes/themes.ts';
import { boundsOfEvidence } from '#domain/protocol/words/visit.ts';
import { newsOf } from '#domain/review/news.server.ts';
import { openReview, type OpenReview } from '#domain/review/open.server.ts';
import { lines } from '#domain/review/queries.server.ts';
import { readers } from '#domain/review/readers.ts';
import type { Context } from '#platform/context.ts';
import { mayAddContext, mayReadDraft, maySortFindings } from '../access.ts';
import { findingKinds } from '../body.ts';
import { flagsOf } from '../flags.ts';
import { findingsOf, type FindingRow } from '../queries.server.ts';
import { contextsOf, findingThemesOf, lastStepOf, revisionsOf } from './queries.server.ts';
import { earlierWordings } from './wordings.ts';
import { reportClosed } from '../rules.ts';

/**
 * Findings, with the evidence they are made from for those who sort it. Null where there is nothing here for the actor:
 * neither work to do nor findings they may read.
 */
export async function findingsScreen(ctx: Context, reviewId: string) {
	const review = await openReview(ctx, reviewId);
	if (!review || ctx.actor.kind !== 'person') return null;
	// First of all that is read here: what comes in between is told of again, and never missed.
	const news = await newsNow(ctx, review);
	const findings = await findingsOf(ctx, review);
	if (!readsDraft(review) && findings.length === 0) return null;
	const sorts = maySortFindings(review.roles) && review.bound;
	const closed = reportClosed(review);
	const label = (key: string) => sourceLabel(review, key);
	const contexts = await contextsOf(ctx, review);
	const themes = await themesOf(ctx, review.partnershipId);
	const carried = await findingThemesOf(ctx, review);
	const named = ({ id, label: words }: { id: string; label: string }) => ({ id, label: words });
	const evidence = (sorts ? await evidenceOf(ctx, review) : []).filter(({ withdrawn }) => withdrawn === null);
	const themesOn = ({ id, seen, effect }: FindingRow) => {
		const own = themes.filter((theme) =>
			carried.some(({ findingId, themeId }) => findingId === id && themeId === theme.id),
		);
		const suggested = suggestedThemes(themes, `${seen} ${effect}`).filter((theme) => !own.includes(theme));
		return { themes: own.map(named), suggestedThemes: sorts ? suggested.map(named) : [] };
	};
	return {
		news,
		themes: themes.filter(({ retired }) => !retired).map(named),
		bounds: boundsOfEvidence(review.protocol),
		readers: readers(review, 'draft', 'findings'),
		sorts: sorts && closed === null,
		/** Each finding has a page of its own for them. */
		opens: readsDraft(review),
		closed: sorts ? closed : null,
		/** What they did last and may take back. */
		last: sorts && closed === null ? await lastStepOf(ctx, review, ctx.actor.id) : null,
		kinds: findingKinds(review.protocol).map(({ key, label: words }) => ({ value: key, label: words })),
		sources: review.protocol.evidence.sources
			.filter(({ key }) => evidence.some(({ source }) => source === key))
			.map(({ key, label: words }) => ({ value: key, label: words })),
		evidenceKinds: review.protocol.evidence.kinds
			.filter(({ key }) => evidence.some(({ kind }) => kind === key))
			.map(({ key, label: words }) => ({ value: key, label: words })),
		lines: await lines(ctx, review),
		findings: findings.map((finding) => ({
			...finding,
			flags: flagsOf(review.protocol, finding),
			...themesOn(finding),
			contexts: contexts.filter(({ findingId }) => findingId === finding.id),
			evidence: finding.evidence.map((piece) => ({ ...piece, sourceLabel: label(piece.source) })),
		})),
		evidence: evidence.map((piece) => ({
			...piece,
			sourceLabel: label(piece.source),
			kindLabel: kindLabel(review.protocol, piece.kind),
		})),
	};
}

/**
 * One finding with what the host added to it and how it read before, for whoever reads the draft: to be put differently by those
 * who sort, and to be given context by the host's head (NFS-27). Null for others.
 */
export async function findingScreen(ctx: Context, reviewId: string, findingId: string) {
	const review = await openReview(ctx, reviewId);
	if (!review || !readsDraft(review)) return null;
	const screen = await findingsScreen(ctx, reviewId);
	const finding = screen?.findings.find(({ id }) => id === findingId);
	if (!screen || !finding) return null;
	const earlier = earlierWordings(await revisionsOf(ctx, review, finding.id), finding);
	return {
		...screen,
		finding,
		earlier: earlier.map((one) => ({ ...one, kindLabel: kindLabel(review.protocol, one.kind) })),
		addsContext: mayAddContext(review.roles) && reportClosed(review) === null,
		kindLabel: kindLabel(review.protocol, finding.kind),
	};
}

/** How often something that findings are made of has changed, for whoever `findingsScreen` shows them to; null for others. */
export async function findingsNews(ctx: Context, reviewId: string): Promise<number | null> {
	const review = await openReview(ctx, reviewId);
	if (!review) return null;
	const news = await newsNow(ctx, review);
	const reads = readsDraft(review) || (await findingsOf(ctx, review)).length > 0;
	return reads ? news : null;
}

const readsDraft = ({ bound, roles, protocol }: OpenReview): boolean =>
	bound && mayReadDraft(roles, protocol);

const newsNow = async (ctx: Context, { id }: OpenReview): Promise<number> =>
	(await newsOf(ctx.db, [id])).get(id) ?? 0;

const sourceLabel = ({ protocol }: OpenReview, key: string): string =>
	protocol.evidence.sources.find((source) => source.key === key)?.label ?? key;
