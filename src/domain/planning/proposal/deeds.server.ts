import type { z } from 'zod';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { leads } from '#domain/partnership/access.ts';
import { formGroup } from '#domain/partnership/deeds/groups.server.ts';
import { groups } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { takePartnershipTurn } from '#domain/partnership/turn.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type FieldErrors, type Outcome } from '#platform/outcome.ts';
import { groupingInput } from './gather.server.ts';
import { adoptInput, askForGroupsInput, groupName, proposalInput } from './input.ts';
import { readPairs } from './pairs.ts';
import * as store from './proposal-store.server.ts';
import { stateOf, type Proposal } from './proposal.ts';
import { openProposals, proposalById } from './queries.server.ts';

/** What was asked for, and by whom; begun the first time its form arrives, and not again. */
export interface Begun {
	id: string;
	personId: string;
	begun: boolean;
}

/** Asks for groups of a school year (CSC-18). What they are reckoned from is kept with it, so that it can be told and reckoned again. */
export async function askForGroups(ctx: Context, input: unknown): Promise<Outcome<Begun>> {
	const read = readInput(askForGroupsInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, id, ...asked } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	if (!leads(standing)) return denied;
	if (asked.schoolYear < schoolYearName(ctx.today))
		return invalid({ schoolYear: 'That school year is over. Give this one or a later one.' });
	const gathered = await groupingInput(ctx, partnershipId, asked);
	if (gathered.schools.length < asked.least)
		return invalid({
			least: `There are ${gathered.schools.length} schools: too few for a group of ${asked.least}.`,
		});
	const wished = readPairs(read.value, gathered.schools);
	if ('errors' in wished) return invalid(wished.errors);
	const { together, apart, except } = wished.pairs;
	const grouping = { ...gathered, together, apart, competing: { ...gathered.competing, except } };
	return begin(
		ctx,
		{ partnershipId, id },
		{
			asked: { stage: 'groups', input: grouping },
			schoolYear: asked.schoolYear,
			arrangementId: null,
			askedBy: standing.personId,
		},
	);
}

/**
 * Writes down what is to be reckoned, with all that it is reckoned from; for whoever has made sure that the actor may ask. Reckoning
 * takes a processor: a partnership has one at a time.
 */
export async function begin(
	ctx: Context,
	key: { partnershipId: string; id: string },
	what: store.NewProposal,
): Promise<Outcome<Begun>> {
	await takePartnershipTurn(ctx, key.partnershipId);
	const again = await proposalById(ctx, key.partnershipId, key.id);
	const open = again ? [] : await openProposals(ctx, key.partnershipId);
	if (open.some((one) => stateOf(one, ctx.now) === 'reckoning'))
		return invalid({ '': 'Something is being worked out already. Wait for it, or stop it first.' });
	const made = await store.insertProposal(ctx, key, what);
	return made === 'taken' ? missing : done({ id: key.id, personId: what.askedBy, begun: made === 'made' });
}

type OfProposal = z.ZodType<{ partnershipId: string; proposalId: string }>;

async function onProposal<S extends OfProposal>(
	ctx: Context,
	schema: S,
	input: unknown,
	deed: (on: { input: z.output<S>; proposal: Proposal; personId: string }) => Promise<Outcome>,
): Promise<Outcome> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, proposalId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	if (!leads(standing)) return denied;
	const proposal = await proposalById(ctx, partnershipId, proposalId);
	return proposal ? deed({ input: read.value, proposal, personId: standing.personId }) : missing;
}

/** Asks whoever reckons to stop. What ended already is as it is. */
export const stopProposal = (ctx: Context, input: unknown): Promise<Outcome> =>
	onProposal(ctx, proposalInput, input, async ({ input: { partnershipId, proposalId: id } }) => {
		await store.askToStop(ctx, { partnershipId, id });
		return done(null);
	});

/**
 * Makes the proposed groups the groups of their year, under the names given. Refused where the year has groups already: nothing that
 * was agreed is overwritten. Adopting twice is adopting once.
 */
export const adoptGroups = (ctx: Context, input: unknown): Promise<Outcome> =>
	onProposal(ctx, adoptInput, input, async ({ input: given, proposal, personId }) => {
		const { partnershipId } = given;
		if (proposal.stage !== 'groups') return missing;
		const { id, answer, schoolYear, adoptedAt } = proposal;
		if (!answer) return invalid({ '': 'There is nothing to adopt yet.' });
		if (adoptedAt) return done(null);
		const names = namesOf(answer.groups, given);
		if ('errors' in names) return invalid(names.errors);
		await takePartnershipTurn(ctx, partnershipId);
		const standing = await groups(ctx, partnershipId);
		// Whoever adopted it while this waited for its turn has done what is asked here.
		if ((await proposalById(ctx, partnershipId, id))?.adoptedAt) return done(null);
		if (standing.some((group) => group.schoolYear === schoolYear))
			return invalid({ '': `There are groups for ${schoolYear} already. They stay as they are.` });
		for (const { number, schools } of answer.groups) {
			const group = { id: ctx.newId(), partnershipId, name: names.of.get(number)!, schoolYear };
			const formed = await formGroup(ctx, { ...group, memberIds: schools });
			if (formed.is === 'invalid') return invalid({ [`name-${number}`]: Object.values(formed.fields)[0]! });
			if (formed.is !== 'done')
				return invalid({ '': 'A school of these groups has left meanwhile. Ask for groups anew.' });
		}
		await store.markAdopted(ctx, { partnershipId, id }, personId);
		return done(null);
	});

/** Notes that what was proposed has been taken up; for the deed that did it. */
export const markAdopted = store.markAdopted;

function namesOf(
	proposed: readonly { number: number }[],
	form: Record<string, unknown>,
): { of: Map<number, string> } | { errors: FieldErrors } {
	const errors: FieldErrors = {};
	const of = new Map<number, string>();
	for (const { number } of proposed) {
		const field = `name-${number}`;
		const read = groupName.safeParse(form[field]);
		if (!read.success) errors[field] = read.error.issues[0]!.message;
		else if ([...of.values()].some((name) => name.toLowerCase() === read.data.toLowerCase()))
			errors[field] = 'Each group has a name of its own.';
		else of.set(number, read.data);
	}
	return Object.keys(errors).length > 0 ? { errors } : { of };
}
