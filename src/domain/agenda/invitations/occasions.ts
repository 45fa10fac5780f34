import type { WallTime } from '#domain/calendar/clock.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Role } from '#domain/protocol/parts/roles.ts';
import { heldAs } from '#domain/protocol/of-kind.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { reviewers, type Facts } from '#domain/review/facts.ts';

/** Something of a review at which one person is expected, as a calendar shows it: the host's name, and never what it is about. */
export interface Occasion {
	/** Stays the same when the occasion moves. */
	uid: string;
	reviewId: string;
	title: string;
	place: string;
	day: Day;
	/** London wall times; null for the whole day. */
	hours: { starts: WallTime; ends: WallTime } | null;
	/** The hours are the protocol's usual ones: the plan that will say them is not agreed yet. */
	usual: boolean;
}

interface Slot {
	day: Day;
	starts: WallTime;
	ends: WallTime;
}

/** What the occasions of a review are made of. `days` are its school days, `slots` its timetable. */
export interface Source {
	facts: Facts;
	protocol: Protocol;
	days: readonly Day[];
	slots: readonly Slot[];
}

/**
 * The occasions of a review at which a person is expected (NFS-5): each day of it, for host and team; the pre-review meeting,
 * for the same; the workshop, for the host and whoever runs it. None where the review stands still. A day lasts from the first
 * activity to the last once the plan is agreed, and until then as long as the protocol's usual day. A joint session has no such day,
 * and no hours until its plan says them.
 */
export function occasionsOf(personId: string, { facts, protocol, days, slots }: Source): Occasion[] {
	if (facts.standstill && !facts.publication) return [];
	const hosts = facts.hostHeads.some((head) => head.personId === personId);
	const reviews = hosts || reviewers(facts).some((member) => member.personId === personId);
	const role: Role | undefined = facts.team.find((member) => member.personId === personId)?.role;
	const occasion = (what: string, title: string): Omit<Occasion, 'day' | 'hours' | 'usual'> => ({
		uid: `${facts.id}-${what}-${personId}`,
		reviewId: facts.id,
		title,
		place: facts.hostName,
	});
	const wholeDay = (what: string, title: string, day: Day | null): Occasion[] =>
		day === null ? [] : [{ ...occasion(what, title), day, hours: null, usual: false }];

	const session =
		heldAs(protocol, facts.kind) === 'session' ? `Peer review session with ${facts.hostName}` : null;
	const found: Occasion[] = [];
	if (reviews) {
		found.push(...wholeDay('meeting', `Pre-review meeting with ${facts.hostName}`, facts.meetingHeldOn));
		for (const [index, day] of days.entries()) {
			const agreed = facts.planAgreedOn === null ? null : hoursOf(slots, day);
			const what = `day-${index + 1}`;
			if (session && agreed === null) found.push(...wholeDay(what, session, day));
			else {
				const hours = agreed ?? { starts: protocol.day.starts, ends: protocol.day.ends };
				const title = session ?? `Peer review at ${facts.hostName}`;
				found.push({ ...occasion(what, title), day, hours, usual: agreed === null });
			}
		}
	}
	if (hosts || role === protocol.workshop.runBy)
		found.push(
			...wholeDay('workshop', `Workshop after the peer review at ${facts.hostName}`, facts.workshopHeldOn),
		);
	return found;
}

/** From the first activity of a day to the end of the last; null for a day without any. */
function hoursOf(slots: readonly Slot[], day: Day): { starts: WallTime; ends: WallTime } | null {
	const that = slots.filter((slot) => slot.day === day);
	const starts = that.map((slot) => slot.starts).sort()[0];
	const ends = that
		.map((slot) => slot.ends)
		.sort()
		.at(-1);
	return starts && ends ? { starts, ends } : null;
}
