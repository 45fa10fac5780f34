import { createHash } from 'node:crypto';
import type { SchoolTurn } from '../cycle/coverage.ts';
import type { TeamRole } from '../teaming/model.ts';
import type { Arranged } from './arrangement.ts';

/** A kind of review as the protocol has it. */
interface Kind {
	key: string;
	begins: 'afresh' | 'from an earlier review';
}

/** What is known of the reviews of a cycle. */
interface Known {
	turns: readonly SchoolTurn[];
	/** Who is on the team of each review that has one. */
	teamOf: ReadonlyMap<string, readonly { personId: string; role: TeamRole }[]>;
	kinds: readonly Kind[];
	/** Schools at which a review was held. */
	held: ReadonlySet<string>;
	today: string;
}

/**
 * The reviews of a cycle that can still be arranged, as they are agreed: those ahead, and one for each school whose turn nobody has
 * planned. What stands still waits for whoever put it off; a return to an earlier review waits until that was held.
 */
export function asAgreed(arrangementId: string, { turns, teamOf, kinds, held, today }: Known): Arranged[] {
	const first = kinds.find(({ begins }) => begins === 'afresh')?.key;
	return turns.flatMap(({ state, turn, school, round }): Arranged[] => {
		const of = { host: school.id, round: round.key, dayStays: false, barred: [] };
		if (turn && (state === 'planned' || state === 'late' || state === 'no day')) {
			if (!['proposed', 'agreed', 'prepared'].includes(turn.stage)) return [];
			const team = (teamOf.get(turn.id) ?? []).map(({ personId: person, role }) => ({
				person,
				role,
				stays: false,
			}));
			return [{ ...of, id: turn.id, kind: turn.kind, day: turn.firstDay, team }];
		}
		if (!['to plan', 'overdue', 'called off'].includes(state) || round.to < today) return [];
		const kind = round.kind ?? first;
		const begins = kinds.find(({ key }) => key === kind)?.begins;
		if (kind === undefined || (begins === 'from an earlier review' && !held.has(school.id))) return [];
		return [{ ...of, id: idToBe(arrangementId, school.id, round.key), kind, day: null, team: [] }];
	});
}

/** The id that a review will have once it is confirmed: the same whenever it is asked for, so that confirming twice proposes once. */
function idToBe(arrangementId: string, memberId: string, round: string): string {
	const hash = createHash('sha256').update([arrangementId, memberId, round].join('\n')).digest('hex');
	// Version 8: an id by rules of one’s own (RFC 9562).
	const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`];
	return [...parts, hash.slice(20, 32)].join('-');
}
