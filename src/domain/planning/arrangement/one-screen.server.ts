import type { Day } from '#domain/calendar/day.ts';
import type { Context } from '#platform/context.ts';
import { teamRoles, type TeamRole } from '../teaming/model.ts';
import { barriersTo, standingTo } from '../teaming/eligible.ts';
import { onDay, withSeat, type Arranged } from './arrangement.ts';
import { judge } from './judge.ts';
import { barrierWords } from './wording.ts';
import { openArrangement } from './opening.server.ts';
import { cardsOf, type BoardCard } from './screen.server.ts';
import { yearInput } from './year-input.ts';

/** What a move would do to the whole: rules broken more or fewer, points more or fewer. */
export interface WouldBe {
	breaks: number;
	worth: number;
}

export interface OneScreen {
	arrangement: { id: string; cycleId: string; name: string; version: number; confirmed: boolean };
	card: BoardCard;
	/** The days that break least and are worth most, the best first. */
	days: (WouldBe & { day: Day })[];
	/** How many days are possible at all. */
	possible: number;
	/** Whoever could join, the best first, with the role that suits best; then those whom a rule keeps away, with why. */
	able: (WouldBe & { person: string; name: string; roles: { role: TeamRole; word: string }[] })[];
	kept: { person: string; name: string; why: string }[];
	roles: { role: TeamRole; word: string }[];
}

const mostDays = 12;
const mostPeople = 60;

/** One review of an arrangement, with what each move would do before anybody makes it; null where there is none. */
export async function oneScreen(
	ctx: Context,
	partnershipId: string,
	arrangementId: string,
	reviewId: string,
): Promise<OneScreen | null> {
	const open = await openArrangement(ctx, partnershipId, arrangementId);
	const one = open?.plan.find(({ id }) => id === reviewId);
	if (!open || !one) return null;
	const { arrangement, known, plan, wording } = open;
	const input = yearInput(known, arrangement.wishes, plan);
	const judged = judge(input, plan, wording);
	const wouldBe = (changed: Arranged): WouldBe => {
		const after = judge(
			input,
			plan.map((other) => (other.id === one.id ? changed : other)),
			wording,
		);
		return { breaks: after.breaks - judged.breaks, worth: after.worth - judged.worth };
	};
	const review = input.teams.reviews.find(({ id }) => id === one.id)!;
	const candidates = input.days.reviews.find(({ id }) => id === one.id)!.candidates;
	const standingOf = standingTo(input.teams);
	const others = input.teams.people.filter(({ id }) => !one.team.some(({ person }) => person === id));
	const standings = others.map((person) => ({ person, standing: standingOf(review, person) }));
	const word = (role: TeamRole) => ({ role, word: wording.roles[role] });
	return {
		arrangement: {
			...{ id: arrangement.id, cycleId: arrangement.cycleId },
			...{ name: arrangement.name, version: arrangement.version },
			confirmed: arrangement.confirmedAt !== null,
		},
		card: cardsOf(
			known,
			[one],
			{ ...judged, reviews: judged.reviews.filter(({ id }) => id === one.id) },
			wording,
		)[0]!,
		days: candidates
			.map(({ days: [day] }) => ({ day: day!, ...wouldBe(onDay(one, day!)) }))
			.filter(({ day }) => day !== one.day)
			.toSorted(best)
			.slice(0, mostDays),
		possible: candidates.length,
		able: standings
			.filter(({ standing }) => standing.roles.length > 0)
			.map(({ person, standing }) => ({
				...{ person: person.id, name: person.name, roles: standing.roles.map(word) },
				...wouldBe(withSeat(one, person.id, standing.roles[0]!)),
			}))
			.toSorted(best)
			.slice(0, mostPeople),
		kept: standings
			.filter(({ standing }) => standing.roles.length === 0)
			.map(({ person, standing }) => {
				const [barrier] = barriersTo(input.teams, standing, 'reviewer');
				const why = barrierWords(barrier!, { standing, role: 'reviewer' }, wording);
				return { person: person.id, name: person.name, why };
			})
			.slice(0, mostPeople),
		roles: teamRoles.filter((role) => role === 'reviewer' || input.teams[role] !== 'never').map(word),
	};
}

const best = (one: WouldBe, other: WouldBe): number => one.breaks - other.breaks || other.worth - one.worth;
