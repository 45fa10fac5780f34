import type { Span } from '#domain/calendar/school-year.ts';
import { isDay } from '#platform/day.ts';
import { unsuitableInWords } from './days.ts';

/** Busy days of a calendar file as their person ticks them: posted as '2027-05-04/2027-05-06'. */
export interface Offered {
	value: string;
	label: string;
}

export const offered = ({ from, to }: Span): Offered => ({
	value: `${from}/${to}`,
	label: unsuitableInWords({ kind: 'cannot', fromDay: from, toDay: to, weekday: null }),
});

/** The span that such a text names, or null where it names none. */
export function spanPosted(text: string): Span | null {
	const [from = '', to = '', ...more] = text.split('/');
	return more.length === 0 && isDay(from) && isDay(to) && from <= to ? { from, to } : null;
}

/** What was offered, from a form that brings it along, so that a refusal stands beside all of it. */
export const offeredAgain = (posted: unknown): Offered[] =>
	[...new Set([posted].flat())].flatMap((text) => {
		const span = typeof text === 'string' ? spanPosted(text) : null;
		return span ? [offered(span)] : [];
	});
