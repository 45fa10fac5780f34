import { dayMonthYear } from '#domain/calendar/day.ts';
import { memberById } from '#domain/partnership/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { denied, done, invalid, missing, type FieldErrors, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayDefer, mayOpenCycle } from './access.ts';
import * as store from './cycle-store.server.ts';
import { overlapping, type Cycle } from './cycle.ts';
import * as inputs from './input.ts';
import { onCycles } from './opening.server.ts';
import { deferralsOf, deferredMember } from './queries.server.ts';

/** Opens a cycle: its days, and what the partnership sets itself (CEN-1). Refuses one that lies over another. */
export const openCycle = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onCycles(
		ctx,
		inputs.openCycleInput,
		input,
		mayOpenCycle,
		async ({ input: given, cycles, standing: { personId } }) => {
			const { partnershipId, id, ...words } = given;
			const before = cycles.find((one) => one.id === id);
			if (before) return sentAgain(before, words, { id });
			const refused = unfit(cycles, id, words);
			if (refused) return invalid(refused);
			const made = await store.insertCycle(ctx, partnershipId, { id, ...words, openedBy: personId });
			return made === 'taken' ? missing : done({ id });
		},
	);

/** Changes a cycle's days, name or objective. If somebody else did meanwhile, both are shown. */
export const changeCycle = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onCycles(ctx, inputs.changeCycleInput, input, mayOpenCycle, async ({ input: given, cycles }) => {
		const { partnershipId, cycleId: id, version, ...words } = given;
		const before = cycles.find((one) => one.id === id);
		if (!before) return missing;
		const refused = unfit(cycles, id, words);
		if (refused) return invalid(refused);
		const changed = await store.updateCycle(ctx, partnershipId, { id, version, ...words });
		return changed ? done({ id }) : sentAgain(before, words, { id });
	});

/** Why a cycle cannot have these days or this name, or null where it can. */
function unfit(
	cycles: readonly Cycle[],
	id: string,
	{ name, from, to }: Pick<Cycle, 'name' | 'from' | 'to'>,
): FieldErrors | null {
	const other = overlapping(cycles, { from, to }, id);
	if (other)
		return {
			from: `${other.name} runs from ${dayMonthYear(other.from)} to ${dayMonthYear(other.to)}. Cycles follow one another.`,
		};
	const same = cycles.some((one) => one.id !== id && one.name.toLowerCase() === name.toLowerCase());
	return same ? { name: 'There is a cycle of that name already.' } : null;
}

/** Says that a school is not to be reviewed in a cycle, and why (NFS-4). Its reviews, if it has any, stay as they are. */
export const deferSchool = (ctx: Context, input: unknown): Promise<Outcome> =>
	onCycles(
		ctx,
		inputs.deferInput,
		input,
		(standing, { memberId }) => mayDefer(standing, memberId),
		async ({ input: given, cycles, standing: { personId } }) => {
			const { partnershipId, cycleId, id, memberId, reason } = given;
			if (!cycles.some((one) => one.id === cycleId)) return missing;
			if (!(await memberById(ctx, partnershipId, memberId)))
				return invalid({ memberId: 'Choose the school.' });
			const standing = await deferralsOf(ctx, partnershipId, cycleId);
			const before = standing.find((one) => one.id === id);
			if (before) return sentAgain(before, { memberId, reason }, null);
			if (standing.some((one) => one.memberId === memberId))
				return invalid({ memberId: 'This school is put off already.' });
			const made = await store.insertDeferral(ctx, given, { id, memberId, reason, decidedBy: personId });
			return made === 'taken' ? missing : done(null);
		},
	);

/** Takes a deferral back: the school is to be reviewed after all. One that was lifted already is lifted. */
export const liftDeferral = (ctx: Context, input: unknown): Promise<Outcome> =>
	onCycles(
		ctx,
		inputs.liftInput,
		input,
		() => true,
		async ({ input: { partnershipId, deferralId: id }, standing }) => {
			const memberId = await deferredMember(ctx, partnershipId, id);
			if (memberId === null) return missing;
			if (!mayDefer(standing, memberId)) return denied;
			await store.liftDeferral(ctx, partnershipId, { id, liftedBy: standing.personId });
			return done(null);
		},
	);
