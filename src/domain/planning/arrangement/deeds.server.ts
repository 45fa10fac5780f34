import { addDays, later, mondayOf } from '#domain/calendar/day.ts';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { leads } from '#domain/partnership/access.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { conflict, denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { cyclesOf } from '../cycle/queries.server.ts';
import { begin, markAdopted, type Begun } from '../proposal/deeds.server.ts';
import { proposalOfYear } from '../proposal/queries.server.ts';
import { named } from '../reasons/reason.ts';
import { standingTo } from '../teaming/eligible.ts';
import type { TeamRole } from '../teaming/model.ts';
import type { YearInput } from '../year/model.ts';
import {
	onDay,
	overriding,
	staying,
	withoutSeat,
	withSeat,
	type Arranged,
	type Overrides,
} from './arrangement.ts';
import * as store from './arrangement-store.server.ts';
import * as inputs from './input.ts';
import { onArrangement, openArrangement, type OpenArrangement } from './opening.server.ts';
import { lastStep } from './queries.server.ts';
import { asWorkedOut, bestDayIn, stepWords } from './steps.ts';
import type { Wishes } from './wishes.ts';
import { yearInput } from './year-input.ts';

/** Nobody prepares a review in less. */
const daysAhead = 28;

/** Begins an arrangement of a cycle, as its reviews are agreed now (golden path 2). The same form sent again begins it once. */
export async function beginArrangement(ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> {
	const read = readInput(inputs.beginInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, cycleId, id, name } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	if (!leads(standing)) return denied;
	const cycle = (await cyclesOf(ctx, partnershipId)).find((one) => one.id === cycleId);
	if (!cycle) return missing;
	const wishes: Wishes = {
		notBefore: later(cycle.from, addDays(ctx.today, daysAhead)),
		...{ ownGroup: false, near: 10_000, competing: 1_000, mostInWeek: null, keepAgreed: true, weights: {} },
	};
	const kept = { cycleId, name, wishes, overrides: [], by: standing.personId };
	const made = await store.insertArrangement(ctx, { partnershipId, id }, kept);
	return made === 'taken' ? missing : done({ id });
}

type On<I> = OpenArrangement & { input: I; by: string };
type OnReview = { partnershipId: string; version: number; reviewId: string };

/** Takes one step on one review: what it is like after it, with the words for what was done; or a refusal. */
async function onOne<I extends OnReview>(
	ctx: Context,
	on: On<I>,
	step: (one: Arranged, school: string) => { after: Arranged; words: string } | Outcome,
): Promise<Outcome> {
	const { arrangement, plan, known, wording, input, by } = on;
	const one = plan.find(({ id }) => id === input.reviewId);
	if (!one) return missing;
	const taken = step(one, named(wording.names, one.host));
	if ('is' in taken) return taken;
	const { after, words } = taken;
	return kept(ctx, on, overriding(arrangement.overrides, known.agreed, after), words, by);
}

async function kept(
	ctx: Context,
	{ arrangement, input: { partnershipId } }: Pick<On<{ partnershipId: string }>, 'arrangement' | 'input'>,
	after: Overrides,
	words: string,
	by: string,
): Promise<Outcome> {
	const { id, version, overrides: before } = arrangement;
	const step = { version, before, after, words, by };
	return (await store.takeStep(ctx, { partnershipId, id }, step)) ? done(null) : conflict(null);
}

/** Puts a review on a day. One that breaks a rule is kept, and says so: by hand more is possible than would be proposed. */
export const moveReview = (ctx: Context, input: unknown): Promise<Outcome> =>
	onArrangement(ctx, inputs.moveInput, input, (on) =>
		onOne(ctx, on, (one, school) => ({
			after: onDay(one, on.input.day),
			words: stepWords.moved(school, on.input.day),
		})),
	);

/** Puts a review into a week, on the day that breaks least and is worth most. */
export const moveToWeek = (ctx: Context, input: unknown): Promise<Outcome> =>
	onArrangement(ctx, inputs.moveToWeekInput, input, (on) =>
		onOne(ctx, on, (one, school) => {
			const { known, arrangement, plan, wording, input: given } = on;
			if (one.day !== null && mondayOf(one.day) === mondayOf(given.week)) return done(null);
			const reckoned = yearInput(known, arrangement.wishes, plan);
			const day = bestDayIn(reckoned, plan, one, given.week, wording);
			if (day === null)
				return invalid({ '': `In that week there is no day on which ${school} could be reviewed.` });
			return { after: onDay(one, day), words: stepWords.moved(school, day) };
		}),
	);

/** Puts somebody on the team of a review, in a role. */
export const seat = (ctx: Context, input: unknown): Promise<Outcome> =>
	onArrangement(ctx, inputs.seatInput, input, (on) =>
		onOne(ctx, on, (one, school) => {
			const { names, roles } = on.wording;
			const { personId, role } = on.input;
			if (!on.known.people.some((person) => person.personId === personId))
				return invalid({ personId: 'Choose somebody.' });
			return {
				after: withSeat(one, personId, role),
				words: stepWords.seated(school, named(names, personId), roles[role]),
			};
		}),
	);

export const unseat = (ctx: Context, input: unknown): Promise<Outcome> =>
	onArrangement(ctx, inputs.unseatInput, input, (on) =>
		onOne(ctx, on, (one, school) => ({
			after: withoutSeat(one, on.input.personId),
			words: stepWords.unseated(school, named(on.wording.names, on.input.personId)),
		})),
	);

/** Takes somebody from one team to another, in the role they had; from nowhere they come as the first role they may have. */
export const moveSeat = (ctx: Context, input: unknown): Promise<Outcome> =>
	onArrangement(ctx, inputs.moveSeatInput, input, async (on) => {
		const { arrangement, plan, known, wording, input: given, by } = on;
		const { reviewId, fromReviewId, personId } = given;
		const to = plan.find(({ id }) => id === reviewId);
		const person = known.people.find((one) => one.personId === personId);
		if (!to) return missing;
		if (!person) return invalid({ '': 'Somebody who has left joins no team.' });
		const from = plan.find(({ id }) => id === fromReviewId);
		if (from === to || to.team.some((one) => one.person === personId)) return done(null);
		const had = from?.team.find((one) => one.person === personId)?.role;
		const role = had ?? firstRole(yearInput(known, arrangement.wishes, plan), to.id, personId);
		const off = from
			? overriding(arrangement.overrides, known.agreed, withoutSeat(from, personId))
			: arrangement.overrides;
		const after = overriding(off, known.agreed, withSeat(to, personId, role));
		const words = stepWords.seated(named(wording.names, to.host), person.name, wording.roles[role]);
		return kept(ctx, on, after, words, by);
	});

/** The first role that nothing keeps somebody from; a reviewer where something keeps them from all. */
function firstRole({ teams }: YearInput, reviewId: string, personId: string): TeamRole {
	const review = teams.reviews.find(({ id }) => id === reviewId)!;
	const person = teams.people.find(({ id }) => id === personId)!;
	return standingTo(teams)(review, person).roles[0] ?? 'reviewer';
}

/** Says that a day or somebody stays where they are when the rest is worked out, or that they need not. */
export const letStay = (ctx: Context, input: unknown): Promise<Outcome> =>
	onArrangement(ctx, inputs.stayInput, input, (on) =>
		onOne(ctx, on, (one, school) => {
			const { personId, stays } = on.input;
			const what = personId === '' ? 'The day' : named(on.wording.names, personId);
			return {
				after: staying(one, personId === '' ? null : personId, stays),
				words: stays ? stepWords.stays(school, what) : stepWords.free(school, what),
			};
		}),
	);

/** Puts a review back as it is agreed. */
export const backToAgreed = (ctx: Context, input: unknown): Promise<Outcome> =>
	onArrangement(ctx, inputs.asAgreedInput, input, (on) =>
		onOne(ctx, on, ({ id }, school) => {
			const standing = on.known.agreed.find((one) => one.id === id);
			return standing ? { after: standing, words: stepWords.asAgreed(school) } : missing;
		}),
	);

/** Undoes the last step that stands. With none left all is as agreed, and stays so. */
export const undo = (ctx: Context, input: unknown): Promise<Outcome> =>
	onArrangement(
		ctx,
		inputs.stepInput,
		input,
		async ({ arrangement: { id, version }, input: { partnershipId } }) => {
			const last = await lastStep(ctx, partnershipId, id);
			if (!last) return done(null);
			return (await store.undoStep(ctx, { partnershipId, id }, version, last)) ? done(null) : conflict(null);
		},
	);

/** Changes what is asked of an arrangement. */
export const changeWishes = (ctx: Context, input: unknown): Promise<Outcome> =>
	onArrangement(ctx, inputs.wishesInput, input, async ({ arrangement: { id, version }, input: given }) => {
		const { partnershipId, notBefore, ownGroup, near, competing, mostInWeek, keepAgreed, weights } = given;
		const wishes = { notBefore, ownGroup, near, competing, mostInWeek, keepAgreed, weights };
		return (await store.updateWishes(ctx, { partnershipId, id }, version, wishes))
			? done(null)
			: conflict(null);
	});

/** Asks for teams and days of all that may change, from all that is known now. */
export async function askForYear(ctx: Context, input: unknown): Promise<Outcome<Begun>> {
	const read = readInput(inputs.askInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, arrangementId, id } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	if (!leads(standing)) return denied;
	const open = await openArrangement(ctx, partnershipId, arrangementId);
	if (!open) return missing;
	const { known, arrangement, plan } = open;
	if (arrangement.confirmedAt) return invalid({ '': 'This was confirmed. Begin another.' });
	if (plan.length === 0)
		return invalid({ '': 'No school waits for its review in this cycle: there is nothing to work out.' });
	return begin(
		ctx,
		{ partnershipId, id },
		{
			asked: { stage: 'year', input: yearInput(known, arrangement.wishes, plan) },
			schoolYear: schoolYearName(known.cycle.from),
			arrangementId,
			askedBy: standing.personId,
		},
	);
}

/** Takes up what was worked out as the next step of its arrangement; it can be undone like any other. */
export const takeUp = (ctx: Context, input: unknown): Promise<Outcome> =>
	onArrangement(ctx, inputs.takeUpInput, input, async (on) => {
		const { arrangement, known, input: given, by } = on;
		const { partnershipId, arrangementId, proposalId } = given;
		const proposal = await proposalOfYear(ctx, { partnershipId, arrangementId }, proposalId);
		if (!proposal?.answer) return missing;
		const after = asWorkedOut(known.agreed, arrangement.overrides, proposal.answer);
		const step = await kept(ctx, on, after, stepWords.workedOut, by);
		if (step.is === 'done') await markAdopted(ctx, { partnershipId, id: proposalId }, by);
		return step;
	});
