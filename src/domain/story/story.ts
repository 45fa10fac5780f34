import { schoolYearName } from '#domain/calendar/school-year.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { HeldEvent } from '#domain/event/queries.server.ts';

/** What is told of a school beside its reviews. A change is anything that bears on its figures: a new building, a new head, a merger. */
export const eventKinds = ['an inspection', 'a review by others', 'a change'] as const;
export type EventKind = (typeof eventKinds)[number];

export const eventWords: Readonly<Record<EventKind, string>> = {
	'an inspection': 'Inspection',
	'a review by others': 'Review by others',
	'a change': 'Change',
};

export interface SchoolEvent {
	id: string;
	kind: EventKind;
	/** A calendar year. */
	year: number;
	day: Day | null;
	words: string;
	/** Read by everybody of the partnership, else by people of the school alone. */
	opened: boolean;
	toldBy: string;
	version: number;
}

/** What is said of a school in one school year; figures but for the roll are in percent of it. */
export interface ProfileYear {
	schoolId: string;
	schoolYear: string;
	onRoll: number;
	disadvantaged: number | null;
	send: number | null;
	eal: number | null;
	moved: number | null;
	enteredBy: string;
	version: number;
}

/**
 * A year as others than the school's own people see it: a share that is of fewer than `fewest` pupils, or of all but so few, is left out,
 * as in figures of outcomes.
 */
export function withoutSmall<Y extends ProfileYear>(year: Y, fewest: number): Y {
	const shown = (share: number | null) => {
		if (share === null) return null;
		const pupils = Math.round((year.onRoll * share) / 100);
		const few = (count: number) => count > 0 && count < fewest;
		return few(pupils) || few(year.onRoll - pupils) ? null : share;
	};
	const { disadvantaged, send, eal, moved } = year;
	return {
		...year,
		disadvantaged: shown(disadvantaged),
		send: shown(send),
		eal: shown(eal),
		moved: shown(moved),
	};
}

/** One chapter: what happened in a school year, the latest first. */
export interface Chapter<R> {
	/** '2016-17'; a calendar year where no day is known. */
	title: string;
	reviews: R[];
	events: SchoolEvent[];
	/** What it did together with other schools. */
	together: HeldEvent[];
}

/**
 * A school's story year by year, the latest first (CEN-8). What happened on no known day stands under its calendar year, after the school
 * year that began in it.
 */
export function chapters<R extends { firstDay: Day | null }>(
	reviews: readonly R[],
	events: readonly SchoolEvent[],
	together: readonly HeldEvent[],
): Chapter<R>[] {
	const found = new Map<string, Chapter<R> & { order: string }>();
	const into = (title: string, order: string) => {
		const chapter = found.get(title) ?? { title, order, reviews: [], events: [], together: [] };
		found.set(title, chapter);
		return chapter;
	};
	const yearOf = (day: Day) => into(schoolYearName(day), `${schoolYearName(day).slice(0, 4)}.5`);
	for (const review of reviews) if (review.firstDay !== null) yearOf(review.firstDay).reviews.push(review);
	for (const event of together) yearOf(event.fromDay).together.push(event);
	for (const event of events)
		(event.day === null ? into(String(event.year), String(event.year)) : yearOf(event.day)).events.push(
			event,
		);
	return [...found.values()]
		.toSorted((one, other) => other.order.localeCompare(one.order))
		.map(({ title, reviews, events, together: joined }) => ({
			title,
			reviews: reviews.toSorted((one, other) => other.firstDay!.localeCompare(one.firstDay!)),
			events: events.toSorted((one, other) => (other.day ?? '').localeCompare(one.day ?? '')),
			together: joined.toSorted((one, other) => other.fromDay.localeCompare(one.fromDay)),
		}));
}
