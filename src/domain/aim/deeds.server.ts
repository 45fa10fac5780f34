import type { z } from 'zod';
import type { Standing } from '#domain/partnership/model.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { maySetAims } from './access.ts';
import * as store from './aim-store.server.ts';
import { changeAimInput, closeAimInput, setAimInput } from './input.ts';
import { aimsOf, type Aim } from './queries.server.ts';

/** More at once are no aims any more. */
const most = 12;

/**
 * Sets what the partnership, or a school, works towards in a school year (CSC-3): a partnership's by whoever organises or steers it, a
 * school's by its head. Refused beyond a dozen of the same year.
 */
export async function setAim(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(setAimInput, input);
	if (!read.ok) return invalid(read.fields);
	const { id, partnershipId, schoolYear, title, words } = read.value;
	const memberId = read.value.memberId === '' ? null : read.value.memberId;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	if (!maySetAims(standing, memberId)) return denied;
	const aims = (await aimsOf(ctx, partnershipId)).filter((aim) => aim.memberId === memberId);
	const before = aims.find((aim) => aim.id === id);
	if (before) return sentAgain(before, { schoolYear, title, words }, null);
	if (aims.filter((aim) => aim.schoolYear === schoolYear && !aim.closed).length >= most)
		return invalid({ '': `There are ${most} for that year already. Close one first.` });
	const aim = { id, memberId, schoolYear, title, words, setBy: standing.personId };
	return (await store.insertAim(ctx, partnershipId, aim)) === 'taken' ? missing : done(null);
}

/** Says it otherwise; what it said before stays to be read. Where somebody else did meanwhile, what stands comes back. */
export const changeAim = (ctx: Context, input: unknown): Promise<Outcome> =>
	onAim(ctx, changeAimInput, input, async ({ aim, input: changed, standing }) => {
		const { partnershipId, version, title, words } = changed;
		if (aim.closed) return isClosed;
		const said = { id: aim.id, version, title, words, by: standing.personId };
		if (await store.updateAim(ctx, partnershipId, said)) return done(null);
		return sentAgain(aim, { title, words }, null);
	});

/** Ends it, reached or let go. It stays to be read with the actions that served it. */
export const closeAim = (ctx: Context, input: unknown): Promise<Outcome> =>
	onAim(ctx, closeAimInput, input, async ({ aim, input: { partnershipId, because }, standing }) => {
		if (aim.closed) return sentAgain(aim.closed, { because }, null);
		await store.closeAim(ctx, partnershipId, { id: aim.id, because, by: standing.personId });
		return done(null);
	});

const isClosed = invalid({ '': 'This is closed. Set another in its place.' });

async function onAim<S extends z.ZodType<{ partnershipId: string; aimId: string }>>(
	ctx: Context,
	schema: S,
	input: unknown,
	deed: (on: { aim: Aim; input: z.output<S>; standing: Standing }) => Promise<Outcome>,
): Promise<Outcome> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, aimId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	const aim = (await aimsOf(ctx, partnershipId)).find(({ id }) => id === aimId);
	if (!standing || !aim) return missing;
	if (!maySetAims(standing, aim.memberId)) return denied;
	return deed({ aim, input: read.value, standing });
}
