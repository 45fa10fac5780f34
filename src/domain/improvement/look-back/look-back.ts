import type { Day } from '#domain/calendar/day.ts';
import type { Answers } from '#domain/form/answer.ts';
import { needOf } from '#domain/protocol/of-kind.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { isOver } from '#domain/partnership/model.ts';
import type { Facts } from '#domain/review/facts.ts';
import { isOnTeam, type ReviewRole } from '#domain/review/roles.ts';

export const lookBackSides = ['host', 'team'] as const;
export type LookBackSide = (typeof lookBackSides)[number];

/** The side for which someone answers the look-back: a head of the host for the host, whoever reviewed for the team. */
export function sideOf(roles: ReadonlySet<ReviewRole>): LookBackSide | null {
	if (roles.has('host head')) return 'host';
	return isOnTeam(roles) ? 'team' : null;
}

/** Who has answered, and who is still awaited, of the sides the protocol asks. */
export function lookBackState(
	asked: readonly LookBackSide[],
	answered: readonly { side: string }[],
): { answered: LookBackSide[]; awaited: LookBackSide[]; whole: boolean } {
	const has = (side: LookBackSide) => answered.some((answer) => answer.side === side);
	const awaited = asked.filter((side) => !has(side));
	return { answered: asked.filter(has), awaited, whole: awaited.length === 0 };
}

/**
 * Why a side may not write its answers or put them right; null while it may. Once both sides have answered, each reads the other's, and
 * neither is changed after that (CEN-9). A school that has left the partnership is asked nothing more.
 */
export function whyLookBackStands(
	{
		hostName,
		hostUntil,
		closedOn,
		lookBack,
	}: Pick<Facts, 'hostName' | 'hostUntil' | 'closedOn' | 'lookBack'>,
	asked: readonly LookBackSide[],
	today: Day,
): string | null {
	if (closedOn) return 'The review is closed. What was written of it stays as it was.';
	if (isOver({ untilDay: hostUntil }, today))
		return `${hostName} has left the partnership. Nobody is asked to look back on this review any more.`;
	return asked.length > 1 && lookBackState(asked, lookBack).whole
		? 'Both sides have answered, and read each other’s. What they wrote stays as it was.'
		: null;
}

/** Whether a review is not closed yet because a side is still to look back. Of a school that has left nobody is waited for. */
export const waitsToClose = (
	protocol: Protocol,
	{ hostUntil, lookBack }: Pick<Facts, 'hostUntil' | 'lookBack'>,
	today: Day,
): boolean =>
	needOf(protocol, 'looked back') === 'must' &&
	!isOver({ untilDay: hostUntil }, today) &&
	!lookBackState(protocol.followUp.lookBack.sides, lookBack).whole;

/** One side's answers to the form of the protocol. */
export interface LookBackAnswers {
	side: LookBackSide;
	answers: Answers;
	answeredBy: string;
	answeredAt: Date;
	version: number;
}
