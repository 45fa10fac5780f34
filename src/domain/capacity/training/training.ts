import { addMonths, type Day } from '#domain/calendar/day.ts';
import type { TrainedRole } from '#domain/protocol/parts/team.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { cannotReview } from '#domain/review/posts.ts';
import { headsToday, isNewHead, type PersonHere, type Role } from '../people.ts';

/** Somebody was trained for a role of the protocol. */
export interface Trained {
	trainingId: string;
	personId: string;
	role: TrainedRole;
	day: Day;
	what: string;
	/** Who gave it; empty where nobody said. */
	by: string;
}

/** More than a partnership of schools trains in many years; the latest are shown. */
export const mostTrained = 2000;

/**
 * The roles of a protocol in which somebody takes part by what they are, as far as it asks for training in them. A champion is asked
 * for what champions do, though they might review as well.
 */
export function trainedFor(protocol: Protocol, { held }: Pick<PersonHere, 'held'>): TrainedRole[] {
	const champions = protocol.team.reviewers.includes('champions');
	const reviewing = champions ? held : held.filter((role) => role !== 'champion');
	const by: Partial<Record<TrainedRole, boolean>> = {
		reviewer: cannotReview(protocol, reviewing) === null,
		champion: held.includes('champion'),
		facilitator: held.includes('independent chair'),
	};
	return protocol.team.training.map(({ role }) => role).filter((role) => by[role]);
}

/** Where somebody stands with what a role asks for. */
export interface TrainingStanding {
	role: TrainedRole;
	/** The last time; null for never. */
	last: Trained | null;
	/** The day by which a refresher is due; null where none is asked for or nothing came first. */
	refresherBy: Day | null;
	is: 'untrained' | 'trained' | 'due again';
}

/** Where somebody stands in a role: `trained` are theirs alone. On the day itself a refresher is not late yet. */
export function trainingStanding(
	{ team }: Pick<Protocol, 'team'>,
	trained: readonly Trained[],
	role: TrainedRole,
	today: Day,
): TrainingStanding {
	const last =
		trained
			.filter((one) => one.role === role)
			.toSorted((one, other) => other.day.localeCompare(one.day))[0] ?? null;
	const months = team.training.find((one) => one.role === role)?.refresherAfter;
	const refresherBy = last && months !== undefined ? addMonths(last.day, months) : null;
	const is = !last ? 'untrained' : refresherBy && refresherBy < today ? 'due again' : 'trained';
	return { role, last, refresherBy, is };
}

/** What the list of people says of one: in which roles they stand how, whether they head a school, and whether they are new to it. */
export interface PersonTraining {
	standings: TrainingStanding[];
	head: boolean;
	newHead: boolean;
}

/** The same for everybody, and how many of the heads have had no training in what the protocol asks of them (HEP-2). */
export function trainingOfAll(
	protocol: Protocol | null,
	people: readonly PersonHere[],
	roles: readonly Role[],
	trained: readonly Trained[],
	today: Day,
): { people: Map<string, PersonTraining>; heads: number; untrainedHeads: number } {
	const byPerson = Map.groupBy(trained, ({ personId }) => personId);
	const heads = headsToday(roles, today);
	const all = new Map(
		people.map((person): [string, PersonTraining] => [
			person.personId,
			{
				standings: protocol
					? trainedFor(protocol, person).map((role) =>
							trainingStanding(protocol, byPerson.get(person.personId) ?? [], role, today),
						)
					: [],
				head: heads.includes(person.personId),
				newHead: isNewHead(roles, person.personId, today),
			},
		]),
	);
	const asked = heads.flatMap((id) => {
		const reviewing = all.get(id)?.standings.find(({ role }) => role === 'reviewer');
		return reviewing ? [reviewing] : [];
	});
	return {
		people: all,
		heads: asked.length,
		untrainedHeads: asked.filter(({ is }) => is === 'untrained').length,
	};
}
