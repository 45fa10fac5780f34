import { partsIn, type PartOfYear } from '#domain/calendar/parts-of-year.ts';
import { within } from '#domain/calendar/school-year.ts';
import { calendarFor, calendarsFor } from '#domain/partnership/calendar.server.ts';
import { groups, members, presentMembers } from '#domain/partnership/queries.server.ts';
import { protocolInForce } from '#domain/protocol/queries.server.ts';
import type { Protocol } from '#domain/protocol/protocol.ts';
import { cadence as cadenceInWords } from '#domain/protocol/words/course.ts';
import type { Context } from '#platform/context.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import { cycleAt, nextSpan, type Cycle } from './cycle.ts';
import { practiceOf, type Practice } from './practice.ts';
import { cyclesOf, deferralsOf, turnsOf, visitsOf } from './queries.server.ts';
import { roundsOf } from './rounds.ts';
import { slotsOf, type Slot } from './slots.ts';
import type { Turn } from './turn.ts';

/** One cycle as far as the actor knows of its reviews. */
export interface CycleScreen {
	cycle: Cycle;
	/** The partnership's other cycles, the latest first. */
	others: Pick<Cycle, 'id' | 'name'>[];
	coverage: Coverage;
	slots: Slot[];
	/** Its half-terms in order, each with the reviews that have their first day in it. */
	parts: (PartOfYear & { turns: Turn[] })[];
	practice: Practice;
	/** With more than one, a school has several reviews in it. */
	rounds: number;
	/** How often, as the protocol says it. */
	cadence: string;
	/** Of schools that are in the reader's sight, by id. */
	names: Record<string, string>;
}

/** All that the page of a cycle shows; null where there is no such cycle, or no protocol to count by. */
export async function cycleScreen(
	ctx: Context,
	partnershipId: string,
	cycleId: string,
): Promise<CycleScreen | null> {
	const cycles = await cyclesOf(ctx, partnershipId);
	const cycle = cycles.find(({ id }) => id === cycleId);
	const protocol = cycle && (await protocolInForce(ctx, partnershipId))?.protocol;
	if (!cycle || !protocol) return null;
	const { turns, schools, calendar, ...counted } = await counting(ctx, partnershipId, cycle, protocol);
	const grouped = (await groups(ctx, partnershipId)).map(({ members: own, ...group }) => ({
		...group,
		memberIds: own.map(({ id }) => id),
	}));
	const inPart = (part: PartOfYear) =>
		turns
			.filter(({ firstDay }) => firstDay !== null && within(firstDay, part))
			.toSorted((one, other) => one.firstDay!.localeCompare(other.firstDay!));
	return {
		...counted,
		others: cycles.filter((other) => other !== cycle).map(({ id, name }) => ({ id, name })),
		slots: slotsOf(protocol.cadence, cycle, calendar, grouped, turns, ctx.today),
		parts: partsIn(calendar, cycle, 'half-terms').map((part) => ({ ...part, turns: inPart(part) })),
		practice: practiceOf(await visitsOf(ctx, partnershipId), calendar),
		cadence: cadenceInWords(protocol)[0]!,
		names: Object.fromEntries(schools.map(({ id, name }) => [id, name])),
	};
}

/** How far the cycle of today has come, for the partnership's first page; null where none is open. */
export async function presentCoverage(
	ctx: Context,
	partnershipId: string,
	protocol: Protocol,
): Promise<Pick<CycleScreen, 'cycle' | 'coverage' | 'rounds'> | null> {
	const cycle = cycleAt(await cyclesOf(ctx, partnershipId), ctx.today);
	return cycle && within(ctx.today, cycle) ? counting(ctx, partnershipId, cycle, protocol) : null;
}

/** The coverage of a cycle, with what it was counted from. */
export async function counting(ctx: Context, partnershipId: string, cycle: Cycle, protocol: Protocol) {
	const schools = await members(ctx, partnershipId, '');
	const turns = await turnsOf(ctx, partnershipId, cycle.from);
	const whole = { partnershipId };
	const calendars = await calendarsFor(ctx, [
		whole,
		...schools.map(({ id: memberId }) => ({ partnershipId, memberId })),
	]);
	const calendar = calendars(whole);
	const { cadence } = protocol;
	const rounds = roundsOf(protocol, cycle, calendar);
	const deferrals = await deferralsOf(ctx, partnershipId, cycle.id);
	const calendarOf = (memberId: string) => calendars({ partnershipId, memberId });
	const coverage = coverageOf({ cycle, schools, turns, deferrals, rounds, cadence, calendarOf }, ctx.today);
	return { cycle, coverage, rounds: rounds.length, schools, turns, calendar, calendarOf };
}

/** What the form to open a cycle begins with. */
export async function cycleToOpen(
	ctx: Context,
	partnershipId: string,
): Promise<{ span: { from: string; to: string }; cadence: string } | null> {
	const protocol = (await protocolInForce(ctx, partnershipId))?.protocol;
	if (!protocol) return null;
	const schools = await presentMembers(ctx, partnershipId);
	const last = (await cyclesOf(ctx, partnershipId))[0];
	const sizes = (await groups(ctx, partnershipId)).map(({ members: own }) => own.length);
	const span = nextSpan(protocol.cadence, await calendarFor(ctx, partnershipId), {
		lastDay: last?.to ?? null,
		today: ctx.today,
		schools: schools.length,
		largestGroup: Math.max(1, ...sizes),
	});
	return { span, cadence: cadenceInWords(protocol)[0]! };
}
