import type { Trained } from '#domain/capacity/training/training.ts';
import { trainingStanding } from '#domain/capacity/training/training.ts';
import { limitFor, type OwnLimit } from '#domain/capacity/limit/limit.ts';
import type { PersonHere } from '#domain/capacity/people.ts';
import type { DayGiven } from '#domain/capacity/time/ledger.ts';
import { within, type Span } from '#domain/calendar/school-year.ts';
import { headRoles } from '#domain/partnership/model.ts';
import type { Protocol } from '#domain/protocol/protocol.ts';
import { postsOf } from '#domain/review/posts.ts';
import type { Colleague, TeamRole } from '../teaming/model.ts';

/** What is known of a partnership's people when teams are arranged. */
export interface PeopleFacts {
	people: readonly PersonHere[];
	/** Of all reviews there were and will be, those that are being arranged left out. */
	given: readonly DayGiven[];
	trained: readonly Trained[];
	limits: readonly OwnLimit[];
	/** What each school has offered to share, by its id. */
	strengths: ReadonlyMap<string, readonly string[]>;
	/** Days on which people cannot. */
	cannot: ReadonlyMap<string, readonly string[]>;
}

/** With so many reviews behind them, somebody can lead one who is new. */
const experienced = 3;

/** Roles that somebody is prepared for, and not only asked into. */
export const preparedRoles = ['facilitator', 'expert', 'champion'] as const;

/** Posts that make somebody fit for a role where the protocol asks for no training in it. */
const byPost: Record<Exclude<TeamRole, 'reviewer'>, string> = {
	facilitator: 'independent chair',
	expert: 'outside partner',
	champion: 'champion',
};

/** Everybody who may be asked, as teams are made from them (KSA-12, CEN-6, CSC-19). Days given count within the cycle. */
export function colleagues(
	facts: PeopleFacts,
	protocol: Protocol,
	cycle: Span & { years: number },
	today: string,
): Colleague[] {
	const given = Map.groupBy(facts.given, ({ personId }) => personId);
	const trained = Map.groupBy(facts.trained, ({ personId }) => personId);
	const limits = new Map(facts.limits.map((limit) => [limit.personId, limit]));
	return facts.people.map(({ personId: id, name, held, memberIds }) => {
		const own = given.get(id) ?? [];
		const before = own.filter(({ day }) => day < today);
		const limit = limitFor(protocol.team.releaseLimit, limits.get(id), { released: memberIds.length > 0 });
		const reviewed = new Set(before.filter(({ as }) => as !== 'champion').map(({ reviewId }) => reviewId))
			.size;
		return {
			...{ id, name, school: memberIds[0] ?? null, posts: postsOf(held) },
			head: held.some((role) => (headRoles as readonly string[]).includes(role)),
			experience: reviewed === 0 ? 'new' : reviewed < experienced ? 'some' : 'experienced',
			strengths: [...new Set(memberIds.flatMap((memberId) => facts.strengths.get(memberId) ?? []))],
			trained: preparedRoles.filter((role) => {
				const { is } = trainingStanding(protocol, trained.get(id) ?? [], role, today);
				if (protocol.team.training.some((asked) => asked.role === role)) return is !== 'untrained';
				return (
					is !== 'untrained' ||
					held.some((post) => post === byPost[role]) ||
					before.some(({ as }) => as === role)
				);
			}),
			given: own.filter(({ day }) => within(day, cycle)).length,
			most: limit.daysAYear === null ? null : limit.daysAYear * cycle.years,
			mostInTerm: limit.daysATerm,
			cannot: [...(facts.cannot.get(id) ?? [])],
		};
	});
}
