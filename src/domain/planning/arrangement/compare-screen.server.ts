import type { Day } from '#domain/calendar/day.ts';
import type { Context } from '#platform/context.ts';
import { named } from '../reasons/reason.ts';
import { arranged, differences, turnOf, type Arranged, type Overrides } from './arrangement.ts';
import { changesOf, seal } from './confirming.server.ts';
import { judge } from './judge.ts';
import type { Wording } from './wording.ts';
import { openArrangement, type OpenArrangement } from './opening.server.ts';
import { arrangementById, arrangementsOf } from './queries.server.ts';
import { effectOf, type Effect } from './screen.server.ts';
import { yearInput } from './year-input.ts';

/** One review that differs, in names. */
export interface DifferenceShown {
	id: string;
	school: string;
	isNew: boolean;
	day: { from: Day | null; to: Day | null } | null;
	joins: string[];
	leaves: string[];
}

interface Side {
	name: string;
	breaks: number;
	worth: number;
	withoutTeam: number;
	withoutDay: number;
}

export interface CompareScreen {
	cycleId: string;
	/** The one that is compared with, first, and the arrangement itself. */
	sides: [Side, Side];
	effect: Effect;
	differences: DifferenceShown[];
	/** What it can be compared with besides what is agreed. */
	others: { id: string; name: string }[];
}

/** Two arrangements of one cycle side by side, or one beside what is agreed; null where either is not there. */
export async function compareScreen(
	ctx: Context,
	partnershipId: string,
	arrangementId: string,
	otherId: string,
): Promise<CompareScreen | null> {
	const open = await openArrangement(ctx, partnershipId, arrangementId);
	if (!open) return null;
	const { arrangement, known, plan, wording } = open;
	const other = otherId === '' ? null : await arrangementById(ctx, partnershipId, otherId);
	if (otherId !== '' && other?.cycleId !== arrangement.cycleId) return null;
	const first = other ? otherPlan(open, other.overrides) : known.agreed;
	const input = yearInput(known, arrangement.wishes, plan);
	const side = (name: string, of: readonly Arranged[]): Side => {
		const { breaks, worth, withoutTeam, withoutDay } = judge(input, of, wording);
		return { name, breaks, worth, withoutTeam, withoutDay };
	};
	const all = await arrangementsOf(ctx, partnershipId, arrangement.cycleId);
	return {
		cycleId: arrangement.cycleId,
		sides: [side(other?.name ?? 'As it is agreed now', first), side(arrangement.name, plan)],
		effect: effectOf(input, first, plan, wording),
		differences: differences(first, plan).map((one) => shown(open, wording, one)),
		others: all.filter(({ id }) => id !== arrangementId).map(({ id, name }) => ({ id, name })),
	};
}

/** Another draft gives reviews that are still to be proposed ids of its own: here they have this one’s. */
function otherPlan({ known }: OpenArrangement, overrides: Overrides): Arranged[] {
	const idOf = new Map(known.agreed.map((one) => [turnOf(one), one.id]));
	return arranged(
		known.agreed,
		overrides.flatMap((one) => {
			const id = idOf.get(turnOf(one));
			return id === undefined ? [] : [{ ...one, id }];
		}),
	);
}

function shown(
	{ known }: OpenArrangement,
	{ names, roles }: Wording,
	{ id, host, day, joins, leaves }: ReturnType<typeof differences>[number],
): DifferenceShown {
	const said = (seats: typeof joins) =>
		seats.map(({ person, role }) => `${named(names, person)}, ${roles[role]}`);
	return {
		...{ id, day, joins: said(joins), leaves: said(leaves) },
		school: named(names, host),
		isNew: !known.facts.some((one) => one.id === id),
	};
}

export interface ConfirmScreen {
	cycleId: string;
	name: string;
	version: number;
	confirmed: boolean;
	changes: DifferenceShown[];
	/** Goes back with the form. */
	seal: string;
	/** Schools that are reviewed with nobody on the team yet. */
	teamless: string[];
	/** Schools that still have no day: they are not proposed. */
	dayless: string[];
	/** Rules it breaks, a sentence each, with the schools where it does. */
	broken: { schools: string[]; words: string }[];
	focusKinds: { value: string; label: string }[];
	focusSources: { value: string; label: string }[];
}

/** What confirming would do, before anybody does it; null where there is no such arrangement. */
export async function confirmScreen(
	ctx: Context,
	partnershipId: string,
	arrangementId: string,
): Promise<ConfirmScreen | null> {
	const open = await openArrangement(ctx, partnershipId, arrangementId);
	if (!open) return null;
	const { arrangement, known, plan, wording } = open;
	const { reviews } = judge(yearInput(known, arrangement.wishes, plan), plan, wording);
	const changes = changesOf(known.agreed, plan);
	const school = (host: string) => named(wording.names, host);
	const options = (list: readonly { key: string; label: string }[]) =>
		list.map(({ key: value, label }) => ({ value, label }));
	return {
		...{ cycleId: arrangement.cycleId, name: arrangement.name, version: arrangement.version },
		confirmed: arrangement.confirmedAt !== null,
		changes: changes.map((one) => shown(open, wording, one)),
		seal: seal(changes),
		teamless: plan
			.filter(({ day, team }) => day !== null && team.length === 0)
			.map(({ host }) => school(host)),
		dayless: plan.filter(({ day }) => day === null).map(({ host }) => school(host)),
		broken: [
			...Map.groupBy(
				reviews.flatMap(({ id, breaks }) =>
					breaks.map((words) => ({ school: school(plan.find((one) => one.id === id)!.host), words })),
				),
				({ words }) => words,
			),
		].map(([words, where]) => ({ words, schools: where.map((one) => one.school) })),
		focusKinds: options(known.protocol.focus.kinds),
		focusSources: options(known.protocol.focus.sources),
	};
}
