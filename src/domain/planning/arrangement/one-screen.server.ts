import type { Day } from '#domain/calendar/day.ts';
import type { Context } from '#platform/context.ts';
import { pointsOf } from '../answer.ts';
import { teamRoles, type TeamRole } from '../teaming/model.ts';
import { barriersTo, standingTo } from '../teaming/eligible.ts';
import { dayMeasures } from '../dating/explain.ts';
import { ownPoints, teamWeights } from '../teaming/points.ts';
import { daysWith } from '../year/whole.ts';
import { arranged, onDay, withSeat, type Arranged } from './arrangement.ts';
import { lastStep } from './queries.server.ts';
import { better, judge, type Weighed } from './judge.ts';
import { barrierWords } from './wording.ts';
import { openArrangement } from './opening.server.ts';
import { cardsOf, effectOf, type BoardCard, type LastStep } from './screen.server.ts';
import { yearInput } from './year-input.ts';

/** What a move would do to the whole: rules broken more or fewer, points more or fewer. */
export type WouldBe = Weighed;

export interface OneScreen {
	arrangement: { id: string; cycleId: string; name: string; version: number; confirmed: boolean };
	card: BoardCard;
	/** The days that break least and are worth most, the best first. */
	days: (WouldBe & { day: Day })[];
	/** How many days are possible at all. */
	possible: number;
	/** Whoever could join, the best first, with the role that suits best; then those whom a rule keeps away, with why. */
	able: (WouldBe & { person: string; name: string; roles: { role: TeamRole; word: string }[] })[];
	kept: { person: string; why: string }[];
	everybody: { person: string; name: string; able: boolean }[];
	last: LastStep | null;
	roles: { role: TeamRole; word: string }[];
}

const mostDays = 12;
const mostPeople = 18;
const mostKept = 60;

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
	const dated = daysWith(input, [{ review: one.id, people: one.team }]);
	const { candidates, people: there } = dated.reviews.find(({ id }) => id === one.id)!;
	const away = new Set(dated.people.filter(({ id }) => there.includes(id)).flatMap(({ cannot }) => cannot));
	/** By themselves, before the whole is judged: that takes long in a large partnership. */
	const alone = candidates.map((candidate) => ({
		day: candidate.days[0]!,
		clash: candidate.days.some((day) => away.has(day)),
		points: pointsOf(dayMeasures(dated, { ...one, people: there, candidates, pinned: null }, candidate)),
	}));
	const standingOf = standingTo(input.teams);
	const weights = teamWeights(input.teams);
	const others = input.teams.people.filter(({ id }) => !one.team.some(({ person }) => person === id));
	const standings = others.map((person) => ({ person, standing: standingOf(review, person) }));
	const word = (role: TeamRole) => ({ role, word: wording.roles[role] });
	const last = await lastStep(ctx, partnershipId, arrangementId);
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
		last: last && {
			words: last.words,
			effect: effectOf(input, arranged(known.agreed, last.before), plan, wording),
		},
		days: alone
			.filter(({ day }) => day !== one.day)
			.toSorted((a, b) => Number(a.clash) - Number(b.clash) || b.points - a.points)
			.slice(0, mostDays)
			.map(({ day }) => ({ day, ...wouldBe(onDay(one, day)) }))
			.toSorted(better),
		possible: candidates.length,
		able: standings
			.filter(({ standing }) => standing.roles.length > 0)
			.toSorted(
				(a, b) =>
					ownPoints(weights, b.standing, b.standing.roles[0]!) -
						ownPoints(weights, a.standing, a.standing.roles[0]!) || a.person.given - b.person.given,
			)
			.slice(0, mostPeople)
			.map(({ person, standing }) => ({
				...{ person: person.id, name: person.name, roles: standing.roles.map(word) },
				...wouldBe(withSeat(one, person.id, standing.roles[0]!)),
			}))
			.toSorted(better),
		kept: standings
			.filter(({ standing }) => standing.roles.length === 0)
			.map(({ person, standing }) => {
				const [barrier] = barriersTo(input.teams, standing, 'reviewer');
				const why = barrierWords(barrier!, { standing, role: 'reviewer' }, wording);
				return { person: person.id, why };
			})
			.slice(0, mostKept),
		everybody: standings
			.map(({ person: { id, name }, standing }) => ({ person: id, name, able: standing.roles.length > 0 }))
			.toSorted((a, b) => a.name.localeCompare(b.name)),
		roles: teamRoles.filter((role) => role === 'reviewer' || input.teams[role] !== 'never').map(word),
	};
}
