import { addDays, mondayOf, type Day } from '#domain/calendar/day.ts';
import { partsIn } from '#domain/calendar/parts-of-year.ts';
import { isSchoolDay } from '#domain/calendar/school-calendar.ts';
import { within } from '#domain/calendar/school-year.ts';
import type { Context } from '#platform/context.ts';
import { named, type Reason } from '../reasons/reason.ts';
import type { TeamRole } from '../teaming/model.ts';
import { loadOf } from '../teaming/together.ts';
import type { YearInput } from '../year/model.ts';
import { arranged, isSame, type Arranged } from './arrangement.ts';
import { judge, type Judged } from './judge.ts';
import type { Wording } from './wording.ts';
import type { KnownOfCycle } from './known.server.ts';
import { openArrangement } from './opening.server.ts';
import { lastStep, stepsOf, type Arrangement, type Step } from './queries.server.ts';
import { yearInput } from './year-input.ts';

/** One review on the board. */
export interface BoardCard {
	id: string;
	school: string;
	kind: string;
	day: Day | null;
	dayStays: boolean;
	team: { person: string; name: string; role: TeamRole; roleWord: string; stays: boolean }[];
	breaks: string[];
	reasons: Reason[];
	/** Nobody has proposed it yet. */
	isNew: boolean;
	/** Otherwise than it is agreed. */
	changed: boolean;
}

/** A week in which a review may be, within its half-term. */
export interface BoardWeek {
	monday: Day;
	cards: BoardCard[];
}

/** What a step did to the whole: points more or fewer, rules broken anew and no longer. */
export interface Effect {
	worth: number;
	nowBroken: string[];
	noLonger: string[];
}

/** The last step that stands, and what it did. */
export interface LastStep {
	words: string;
	effect: Effect;
}

export interface BoardScreen {
	arrangement: Pick<Arrangement, 'id' | 'name' | 'version' | 'confirmedAt'>;
	cycle: { id: string; name: string };
	judged: Omit<Judged, 'reviews'>;
	reviews: number;
	undated: BoardCard[];
	parts: { name: string; weeks: BoardWeek[] }[];
	steps: Step[];
	last: LastStep | null;
	people: { id: string; name: string; days: number; before: number; most: number | null }[];
}

/** All that the board of an arrangement shows; null where there is none. */
export async function boardScreen(
	ctx: Context,
	partnershipId: string,
	arrangementId: string,
): Promise<BoardScreen | null> {
	const open = await openArrangement(ctx, partnershipId, arrangementId);
	if (!open) return null;
	const { arrangement, known, plan, wording } = open;
	const last = await lastStep(ctx, partnershipId, arrangementId);
	const input = yearInput(known, arrangement.wishes, plan);
	const judged = judge(input, plan, wording);
	const cards = cardsOf(known, plan, judged, wording);
	const { id, name, version, confirmedAt } = arrangement;
	const { reviews: _, ...whole } = judged;
	return {
		arrangement: { id, name, version, confirmedAt },
		cycle: { id: known.cycle.id, name: known.cycle.name },
		judged: whole,
		reviews: plan.length,
		undated: cards.filter(({ day }) => day === null),
		parts: partsOf(known, cards, ctx.today),
		steps: await stepsOf(ctx, partnershipId, arrangementId),
		last: last && {
			words: last.words,
			effect: effectOf(input, arranged(known.agreed, last.before), plan, wording),
		},
		people: peopleOf(input, plan),
	};
}

/** What separates two arrangements of the same reviews, by what they are worth and break. */
export function effectOf(
	input: YearInput,
	first: readonly Arranged[],
	second: readonly Arranged[],
	wording: Wording,
): Effect {
	const [was, is] = [judge(input, first, wording), judge(input, second, wording)];
	const sentences = ({ reviews }: Judged) => new Set(reviews.flatMap(({ breaks }) => breaks));
	const [broken, breaks] = [sentences(was), sentences(is)];
	return {
		worth: is.worth - was.worth,
		nowBroken: [...breaks.difference(broken)],
		noLonger: [...broken.difference(breaks)],
	};
}

/** The reviews of an arrangement as they are shown, in the order of their schools. */
export function cardsOf(
	known: KnownOfCycle,
	plan: readonly Arranged[],
	{ reviews }: Judged,
	{ names, roles }: Wording,
): BoardCard[] {
	const judgedOf = new Map(reviews.map((one) => [one.id, one]));
	const agreedOf = new Map(known.agreed.map((one) => [one.id, one]));
	const standing = new Set(known.facts.map(({ id }) => id));
	return plan
		.map((one) => {
			const { breaks, reasons } = judgedOf.get(one.id)!;
			return {
				...{ id: one.id, day: one.day, dayStays: one.dayStays, breaks, reasons },
				school: named(names, one.host),
				kind: known.protocol.kinds.find(({ key }) => key === one.kind)?.label ?? '',
				team: one.team.map(({ person, role, stays }) => ({
					...{ person, role, stays, name: named(names, person), roleWord: roles[role] },
				})),
				isNew: !standing.has(one.id),
				changed: !isSame(one, agreedOf.get(one.id)!),
			};
		})
		.toSorted((one, other) => one.school.localeCompare(other.school));
}

/** The weeks of each half-term that are still to come and have a school day, or a review on whatever day. */
function partsOf(
	{ cycle, calendar }: KnownOfCycle,
	cards: readonly BoardCard[],
	today: Day,
): BoardScreen['parts'] {
	const inWeek = Map.groupBy(
		cards.filter(({ day }) => day !== null),
		({ day }) => mondayOf(day!),
	);
	const days = [0, 1, 2, 3, 4];
	const parts = partsIn(calendar, cycle, 'half-terms')
		.map((part) => {
			const weeks: BoardWeek[] = [];
			for (let monday = mondayOf(part.from); monday <= part.to; monday = addDays(monday, 7)) {
				const own = days
					.map((count) => addDays(monday, count))
					.filter((day) => within(day, part) && within(day, cycle));
				const here = (inWeek.get(monday) ?? []).filter(({ day }) => within(day!, part));
				const open = own.some((day) => day > today && isSchoolDay(calendar, day));
				if (open || here.length > 0)
					weeks.push({ monday, cards: here.toSorted((one, other) => one.day!.localeCompare(other.day!)) });
			}
			return { name: `${part.name} ${part.schoolYear}`, weeks };
		})
		.filter(({ weeks }) => weeks.length > 0);
	const shown = new Set(parts.flatMap(({ weeks }) => weeks.flatMap((week) => week.cards)));
	const outside = [...inWeek]
		.map(([monday, own]) => ({ monday, cards: own.filter((card) => !shown.has(card)) }))
		.filter((week) => week.cards.length > 0)
		.toSorted((one, other) => one.monday.localeCompare(other.monday));
	return outside.length > 0 ? [...parts, { name: 'Outside of this cycle', weeks: outside }] : parts;
}

function peopleOf({ teams }: YearInput, plan: readonly Arranged[]): BoardScreen['people'] {
	const load = new Map(
		loadOf(
			teams,
			plan.map(({ id, team }) => ({ review: id, people: team })),
		).map((one) => [one.person, one]),
	);
	return teams.people
		.filter(
			({ id, posts, trained }) =>
				load.has(id) || posts.some((post) => teams.reviewers.includes(post)) || trained.length > 0,
		)
		.map(({ id, name, given, most }) => ({ id, name, days: load.get(id)?.days ?? 0, before: given, most }))
		.toSorted((one, other) => other.days - one.days || one.name.localeCompare(other.name));
}
