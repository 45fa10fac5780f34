import { dayBounds, instantOf } from '#domain/calendar/clock.ts';
import type { Occasion } from './occasions.ts';

/** What a person's calendar was last told of one occasion. */
export interface Sent {
	told: Occasion;
	sequence: number;
	cancelled: boolean;
}

export interface Change {
	kind: 'request' | 'update' | 'cancellation';
	occasion: Occasion;
	sequence: number;
}

/** The two instants of an occasion, by London's clocks on its day. */
export function instantsOf({ day, hours }: Pick<Occasion, 'day' | 'hours'>): { starts: Date; ends: Date } {
	if (hours) return { starts: instantOf(day, hours.starts), ends: instantOf(day, hours.ends) };
	const { from, to } = dayBounds(day);
	return { starts: from, ends: to };
}

/**
 * What must be sent so that a calendar that has been told `sent` shows `current`: requests for what is new, updates of what
 * changed, cancellations of what is there no more. The sequence grows with each. Nothing is sent of what is over, nor where
 * nothing changed; and a day keeps the hours it was told with for as long as only the usual ones are known.
 */
export function calendarChanges(current: readonly Occasion[], sent: readonly Sent[], now: Date): Change[] {
	const before = new Map(sent.map((one) => [one.told.uid, one]));
	const ahead = current.filter((one) => isAhead(one, now));
	const changes = ahead.flatMap((one): Change[] => {
		const last = before.get(one.uid);
		if (!last) return [{ kind: 'request', occasion: one, sequence: 0 }];
		if (last.cancelled) return [{ kind: 'request', occasion: one, sequence: last.sequence + 1 }];
		const occasion = keepingHours(one, last.told);
		if (looksAlike(occasion, last.told)) return [];
		return [{ kind: 'update', occasion, sequence: last.sequence + 1 }];
	});
	const expected = new Set(ahead.map(({ uid }) => uid));
	const gone = sent.filter(
		({ told, cancelled }) => !cancelled && !expected.has(told.uid) && isAhead(told, now),
	);
	return [
		...changes,
		...gone.map(({ told, sequence }): Change => ({
			kind: 'cancellation',
			occasion: told,
			sequence: sequence + 1,
		})),
	];
}

/** A day without hours counts as over once it has begun: what is noted on the day itself needs no invitation. */
const isAhead = (one: Occasion, now: Date): boolean => {
	const { starts, ends } = instantsOf(one);
	return (one.hours ? ends : starts) > now;
};

const keepingHours = (one: Occasion, told: Occasion): Occasion =>
	one.usual && one.day === told.day ? { ...one, hours: told.hours } : one;

const looksAlike = (one: Occasion, other: Occasion): boolean =>
	one.title === other.title &&
	one.place === other.place &&
	one.day === other.day &&
	one.hours?.starts === other.hours?.starts &&
	one.hours?.ends === other.hours?.ends;
