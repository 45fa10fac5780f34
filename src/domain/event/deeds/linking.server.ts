import { headedMembers } from '#domain/partnership/model.ts';
import type { Context } from '#platform/context.ts';
import { done, missing, type Outcome } from '#platform/outcome.ts';
import { linkActionInput, linkFindingInput } from '../input.ts';
import { linkableActions, linkableFindings } from '../link-queries.server.ts';
import * as store from '../link-store.server.ts';
import { atEvent, type OpenEvent } from './opening.server.ts';

/** A head links an event to a finding of their own school's published report from which it follows (CSC-21). Linked twice is linked once. */
export const linkFinding = (ctx: Context, input: unknown): Promise<Outcome> =>
	atEvent(ctx, linkFindingInput, input, heads, async ({ input: sent, by, standing }) => {
		const own = await linkableFindings(ctx, sent.partnershipId, headedMembers(standing));
		const finding = own.find(({ id }) => id === sent.findingId);
		if (!finding) return missing;
		await store.insertFindingLink(ctx, sent, { findingId: finding.id, reviewId: finding.reviewId, by });
		return done(null);
	});

/** A head links an event to an action of their own school that it serves. */
export const linkAction = (ctx: Context, input: unknown): Promise<Outcome> =>
	atEvent(ctx, linkActionInput, input, heads, async ({ input: sent, by, standing }) => {
		const own = await linkableActions(ctx, sent.partnershipId, headedMembers(standing));
		const action = own.find(({ id }) => id === sent.actionId);
		if (!action) return missing;
		await store.insertActionLink(ctx, sent, { actionId: action.id, reviewId: action.reviewId, by });
		return done(null);
	});

/** Takes the link away; the database lets nobody but a head of that school. */
export const unlinkFinding = (ctx: Context, input: unknown): Promise<Outcome> =>
	atEvent(ctx, linkFindingInput, input, heads, async ({ input: sent }) => {
		await store.deleteFindingLink(ctx, sent, sent.findingId);
		return done(null);
	});

export const unlinkAction = (ctx: Context, input: unknown): Promise<Outcome> =>
	atEvent(ctx, linkActionInput, input, heads, async ({ input: sent }) => {
		await store.deleteActionLink(ctx, sent, sent.actionId);
		return done(null);
	});

const heads = ({ standing }: OpenEvent): boolean => headedMembers(standing).length > 0;
