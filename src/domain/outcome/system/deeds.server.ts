import type { z } from 'zod';
import type { Standing } from '#domain/partnership/model.ts';
import { presentMembers } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayEnterMeasure } from '../access.ts';
import { changeSystemInput, saySystemInput, takeBackSystemInput, type SaidOfSystem } from './input.ts';
import { systemsOf } from './queries.server.ts';
import { mostSystems, spelling, type SystemInUse } from './system.ts';
import * as store from './system-store.server.ts';

interface On<I> {
	input: I;
	standing: Standing;
	/** What all schools of the partnership say. */
	systems: SystemInUse[];
}

/** What every deed about systems begins with: the input read, the partnership found. */
async function inPartnership<S extends z.ZodType<{ partnershipId: string }>, T>(
	ctx: Context,
	schema: S,
	input: unknown,
	deed: (on: On<z.output<S>>) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	return deed({ input: read.value, standing, systems: await systemsOf(ctx, partnershipId) });
}

/** A name that is known is kept in its spelling, so that it is the same to everybody. */
const asKnown = (said: SaidOfSystem, systems: readonly SystemInUse[]): SaidOfSystem => ({
	...said,
	name: spelling(
		said.name,
		systems.map(({ name }) => name),
	),
});

/**
 * Says that a school assesses by a system (CSC-27): its head, or whoever organises the partnership. Refused for a school that is not a
 * member, and beyond the thirtieth.
 */
export const saySystem = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	inPartnership(
		ctx,
		saySystemInput,
		input,
		async ({ input: { id, memberId, partnershipId, ...said }, standing, systems }) => {
			const present = await presentMembers(ctx, partnershipId);
			if (!present.some((member) => member.id === memberId)) return missing;
			if (!mayEnterMeasure(standing, [memberId])) return denied;
			const own = systems.filter((one) => one.memberId === memberId);
			if (own.length >= mostSystems && !own.some((one) => one.id === id))
				return invalid({ '': `A school has at most ${mostSystems} systems here. Take one back first.` });
			const others = systems.filter((one) => one.id !== id);
			const written = { id, said: asKnown(said, others), by: standing.personId };
			const inserted = await store.insertSystem(ctx, { partnershipId, memberId }, written);
			if (inserted === 'taken') return missing;
			if (inserted === 'made') return done({ id });
			const stands = (await systemsOf(ctx, partnershipId)).find((one) => one.id === id);
			return sentAgain(stands && asSaid(stands), written.said, { id });
		},
	);

/** Puts it right, such as when a school gives a system up. If somebody else did meanwhile, that is shown. */
export const changeSystem = (ctx: Context, input: unknown): Promise<Outcome> =>
	inPartnership(ctx, changeSystemInput, input, async ({ input, standing, systems }) => {
		const { systemId: id, version, partnershipId, ...typed } = input;
		const one = systems.find((system) => system.id === id);
		if (!one) return missing;
		if (!mayEnterMeasure(standing, [one.memberId])) return denied;
		const others = systems.filter((system) => system.id !== id);
		const said = asKnown(typed, others);
		const by = standing.personId;
		if (await store.updateSystem(ctx, partnershipId, { id, version, said, by })) return done(null);
		return sentAgain(asSaid(one), said, null);
	});

/** What stands, by the names of its form. */
const asSaid = ({ name, usedFor, sinceYear, untilYear }: SystemInUse): SaidOfSystem => ({
	...{ name, usedFor, sinceYear, untilYear: untilYear ?? '' },
});

/** Takes back what was said of a school by mistake. */
export const takeBackSystem = (ctx: Context, input: unknown): Promise<Outcome> =>
	inPartnership(
		ctx,
		takeBackSystemInput,
		input,
		async ({ input: { systemId, partnershipId }, standing, systems }) => {
			const one = systems.find(({ id }) => id === systemId);
			if (!one) return missing;
			if (!mayEnterMeasure(standing, [one.memberId])) return denied;
			await store.takeBack(ctx, partnershipId, systemId, standing.personId);
			return done(null);
		},
	);
