import type { Day } from '#domain/calendar/day.ts';
import { reviewingRoles, type Role } from '#domain/protocol/parts/roles.ts';
import type { Milestone } from '#domain/protocol/parts/stages.ts';
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
 * Reads a milestone from the facts. `roles` are those the protocol asks; `open` names the people among them who still have
 * something to do, and is empty where nobody is known to hold such a role. 'ticked' is never seen by the product.
 */
export function readMilestone(
	milestone: Milestone,
	facts: Facts,
	protocol: Protocol,
	roles: readonly Role[],
	today: Day,
): Reached {
	const holders = holdersOf(facts, roles);
	const once = (on: Day | null | undefined): Reached => ({
		reached: Boolean(on),
		on: on ?? null,
		open: on ? [] : holders,
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
			return facts.edition ? eachOf(signatures(facts, protocol)) : once(null);
		case 'report published':
			return once(facts.publication?.edition === facts.edition?.number ? facts.publication?.on : null);
		case 'response given':
			return once(first(facts.responses.map(({ on }) => on)));
		case 'workshop held':
			return once(facts.workshopHeldOn);
		case 'actions planned':
			return { reached: facts.actions > 0, on: null, open: facts.actions > 0 ? [] : holders };
		case 'progress reported':
			return once(first(facts.progressReports));
		case 'looked back':
			return lookedBack(facts, protocol, roles);
		case 'closed':
			return once(facts.closedOn);
		case 'ticked':
			return once(null);
	}
}

/** Ids of those who hold a role on this review. Roles of the partnership (chair, administrator, partner) have none here. */
export function holdersOf({ team, hostHeads }: Facts, roles: readonly Role[]): string[] {
	const asked = new Set<string>(roles);
	const people = [...(asked.has('host') ? hostHeads : []), ...team.filter(({ role }) => asked.has(role))];
	return [...new Set(people.map(({ personId }) => personId))];
}

/** Everyone who has a part; it is reached on the day the last of them has done theirs. */
function eachOf(parts: readonly Holder[]): Reached {
	const open = parts.filter(({ on }) => on === null).map(({ personId }) => personId);
	const days = parts.flatMap(({ on }) => on ?? []).sort();
	const reached = parts.length > 0 && open.length === 0;
	return { reached, on: reached ? days.at(-1)! : null, open };
}

/** Of the host's heads the first to accept speaks for the school. */
function accepted(facts: Facts): Reached {
	const hostOn = hostAcceptedOn(facts);
	const host = facts.hostHeads.map(({ personId }) => ({ personId, on: hostOn }));
	const team = reviewers(facts).map(({ personId, acceptedOn }) => ({ personId, on: acceptedOn }));
	const all = eachOf([...host, ...team]);
	return hostOn === null || team.length === 0 ? { ...all, reached: false, on: null } : all;
}

const signatures = (facts: Facts, protocol: Protocol): Holder[] =>
	signatories(facts, protocol).map(({ personId }) => ({
		personId,
		on:
			facts.signOffs.find(
				(signed) => signed.edition === facts.edition?.number && signed.personId === personId,
			)?.on ?? null,
	}));

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
