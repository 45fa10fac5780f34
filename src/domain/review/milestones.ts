import { later, type Day } from '#domain/calendar/day.ts';
import { reviewingRoles, type Role } from '#domain/protocol/parts/roles.ts';
import type { Stage } from '#domain/protocol/parts/stages.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { hostAcceptedOn, reviewers, type Facts } from './facts.ts';
import { signatories } from './stage.ts';

/** Whether a milestone is reached, on which day as far as that is kept, and whose part in it is still open. */
export interface Reached {
	reached: boolean;
	on: Day | null;
	open: readonly string[];
}

type Holder = { personId: string; on: Day | null };

/**
 * Reads from the facts whether what a stage waits for is there. `open` names the people among those the stage asks who still
 * have something to do, and is empty where nobody is known to hold such a role.
 */
export function readMilestone(
	{ key, done: milestone, who: roles }: Pick<Stage, 'key' | 'done' | 'who'>,
	facts: Facts,
	protocol: Protocol,
	today: Day,
): Reached {
	const once = (on: Day | null | undefined): Reached => ({
		reached: Boolean(on),
		on: on ?? null,
		open: on ? [] : holdersOf(facts, roles),
	});
	switch (milestone) {
		case 'team accepted':
			return accepted(facts);
		case 'confidentiality agreed':
			return eachOf(
				reviewers(facts).map(({ personId, confidentialityOn }) => ({ personId, on: confidentialityOn })),
			);
		case 'pre-review meeting held':
			return once(facts.meetingHeldOn);
		case 'plan agreed':
			return once(facts.planAgreedOn);
		case 'review held':
			return once(facts.lastDay !== null && facts.lastDay < today ? facts.lastDay : null);
		case 'report agreed':
			return signed(facts, protocol) ?? once(null);
		case 'report published':
			return once(facts.publication?.on);
		case 'response given':
			return once(first(facts.responses.map(({ on }) => on)));
		case 'workshop held':
			return once(facts.workshopHeldOn);
		case 'actions planned':
			return { ...once(null), ...(facts.actions > 0 && { reached: true, open: [] }) };
		case 'progress reported':
			return once(first(facts.progressReports));
		case 'looked back':
			return lookedBack(facts, protocol, roles);
		case 'closed':
			return once(facts.closedOn);
		case 'ticked':
			return once(facts.ticks.find(({ stage }) => stage === key)?.on);
	}
}

/** Ids of those who hold a role on this review. Roles of the partnership (chair, administrator, partner) have none here. */
export function holdersOf({ team, hostHeads }: Facts, roles: readonly Role[]): string[] {
	const people = new Set(roles.includes('host') ? hostHeads.map(({ personId }) => personId) : []);
	for (const { personId, role } of team) if (roles.includes(role)) people.add(personId);
	return [...people];
}

/** Everyone who has a part; it is reached on the day the last of them has done theirs. */
function eachOf(parts: readonly Holder[]): Reached {
	const open = parts.filter(({ on }) => on === null).map(({ personId }) => personId);
	const days = parts.flatMap(({ on }) => on ?? []).sort();
	const reached = parts.length > 0 && open.length === 0;
	return { reached, on: reached ? days.at(-1)! : null, open };
}

/** Of the host's heads the first to accept speaks for the school, also after they have left it. */
function accepted(facts: Facts): Reached {
	const hostOn = hostAcceptedOn(facts);
	const heads = hostOn === null ? facts.hostHeads.map(({ personId }) => personId) : [];
	const team = eachOf(reviewers(facts).map(({ personId, acceptedOn }) => ({ personId, on: acceptedOn })));
	const reached = hostOn !== null && team.reached;
	return { reached, on: reached ? later(hostOn, team.on!) : null, open: [...heads, ...team.open] };
}

/**
 * By everybody who signs; once published by those who had signed by then, whoever has come or gone since, and also while it is put
 * right. Null without an edition.
 */
function signed(facts: Facts, protocol: Protocol): Reached | null {
	const edition = facts.publication?.edition ?? facts.edition?.number;
	if (edition === undefined) return null;
	const signOffs = facts.signOffs.filter((one) => one.edition === edition);
	if (facts.publication && signOffs.length > 0) return eachOf(signOffs);
	return eachOf(
		signatories(facts, protocol).map(({ personId }) => ({
			personId,
			on: signOffs.find((one) => one.personId === personId)?.on ?? null,
		})),
	);
}

function lookedBack(facts: Facts, protocol: Protocol, roles: readonly Role[]): Reached {
	const answered = protocol.followUp.lookBack.sides.map((side) => ({
		side,
		on: first(facts.lookBack.filter((one) => one.side === side).map(({ on }) => on)),
	}));
	const open = answered
		.filter(({ on }) => on === null)
		.flatMap(({ side }) =>
			holdersOf(facts, side === 'host' ? ['host'] : reviewingRoles.filter((role) => roles.includes(role))),
		);
	const days = answered.flatMap(({ on }) => on ?? []).sort();
	const reached = answered.every(({ on }) => on !== null);
	return { reached, on: reached ? days.at(-1)! : null, open: [...new Set(open)] };
}

const first = (days: readonly Day[]): Day | null => days.toSorted()[0] ?? null;
