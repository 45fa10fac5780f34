import type { Day } from '#domain/calendar/day.ts';
import type { Context } from '#platform/context.ts';
import type { Told } from '#platform/solver/problem.ts';
import type { StageConflict } from '../conflicts/why.ts';
import { stateOf, type ProposalState } from '../proposal/proposal.ts';
import { proposalOfYear } from '../proposal/queries.server.ts';
import { changeWords } from '../reasons/changes.ts';
import { dayReasons } from '../reasons/days.ts';
import { named, type Reason } from '../reasons/reason.ts';
import { loadReason, teamReasons } from '../reasons/teams.ts';
import { changesIn } from '../year/changes.ts';
import { arranged } from './arrangement.ts';
import { openArrangement } from './opening.server.ts';
import { effectOf, type Effect } from './screen.server.ts';
import { asWorkedOut } from './steps.ts';
import { yearInput } from './year-input.ts';

/** How good one stage of a proposal is. */
export interface Proven {
	value: number;
	bound: number;
	proven: boolean;
}

export interface ProposedScreen {
	arrangement: { id: string; cycleId: string; name: string; version: number; confirmed: boolean };
	askedBy: string;
	askedAt: Date;
	state: ProposalState;
	stopAsked: boolean;
	progress: Told | null;
	takenUp: boolean;
	answer: null | {
		teams: Proven;
		days: Proven;
		/** Schools whose reviews have no team, or no day. */
		withoutTeam: string[];
		withoutDay: string[];
		reviews: { id: string; school: string; day: Day | null; team: string[]; reasons: Reason[] }[];
		people: { name: string; words: string }[];
		/** Of what was agreed before; null where nothing was to be kept. */
		changed: {
			reviews: { id: string; school: string; words: string[] }[];
			of: number;
			fewest: number;
			proven: boolean;
		} | null;
		/** What taking it up would do to the board as it stands now. */
		effect: Effect;
	};
	conflicts: StageConflict[];
}

/** What was asked to be worked out for an arrangement, and what came of it; null where there is none. */
export async function proposedScreen(
	ctx: Context,
	partnershipId: string,
	arrangementId: string,
	proposalId: string,
): Promise<ProposedScreen | null> {
	const open = await openArrangement(ctx, partnershipId, arrangementId);
	const proposal = await proposalOfYear(ctx, { partnershipId, arrangementId }, proposalId);
	if (!open || !proposal) return null;
	const { arrangement, known, plan, wording } = open;
	const { input, answer } = proposal;
	const { names, roles } = wording;
	const hostOf = new Map(input.teams.reviews.map(({ id, host }) => [id, named(names, host)]));
	const school = (id: string) => hostOf.get(id) ?? 'A school';
	return {
		arrangement: {
			...{ id: arrangement.id, cycleId: arrangement.cycleId, name: arrangement.name },
			...{ version: arrangement.version, confirmed: arrangement.confirmedAt !== null },
		},
		...{ askedBy: proposal.askedBy, askedAt: proposal.askedAt, stopAsked: proposal.stopAsked },
		state: stateOf(proposal, ctx.now),
		progress: proposal.progress,
		takenUp: proposal.adoptedAt !== null,
		conflicts: proposal.conflicts ?? [],
		answer: answer && {
			teams: proven(answer.teams),
			days: proven(answer.days),
			withoutTeam: answer.teams.unstaffed.map(school),
			withoutDay: answer.days.undated.map(school),
			reviews: input.teams.reviews
				.map(({ id }) => {
					const team = answer.teams.teams.find(({ review }) => review === id);
					const day = answer.days.dated.find(({ review }) => review === id);
					return {
						...{ id, school: school(id), day: day?.days[0] ?? null },
						team: team?.people.map(({ person, role }) => `${named(names, person)}, ${roles[role]}`) ?? [],
						reasons: [
							...(team ? teamReasons(team, names, roles) : []),
							...(day ? dayReasons(day, names) : []),
						],
					};
				})
				.toSorted(
					(one, other) =>
						(one.day ?? '9').localeCompare(other.day ?? '9') || one.school.localeCompare(other.school),
				),
			people: answer.teams.load
				.toSorted((one, other) => other.days - one.days)
				.map((one) => ({ name: named(names, one.person), words: loadReason(one) })),
			changed: answer.changed && {
				reviews: changesIn(input.agreed, answer.teams, answer.days).map((change) => ({
					...{ id: change.review, school: school(change.review) },
					words: changeWords(change, names, roles),
				})),
				...{ of: input.agreed.length, fewest: answer.changed.fewest, proven: answer.changed.proven },
			},
			effect: effectOf(
				yearInput(known, arrangement.wishes, plan),
				plan,
				arranged(known.agreed, asWorkedOut(known.agreed, arrangement.overrides, answer)),
				wording,
			),
		},
	};
}

const proven = ({ value, bound, proven: is }: Proven): Proven => ({ value, bound, proven: is });
