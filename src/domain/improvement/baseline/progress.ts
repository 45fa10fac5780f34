import { dayMonthYear, type Day } from '#domain/calendar/day.ts';

/** A figure as somebody wrote it down, and the day it was measured. */
export interface Figure {
	figure: string;
	on: Day;
}

interface Percent {
	is: 'percent';
	value: number;
	/** How many digits stand after the point. */
	digits: number;
}

interface Share {
	is: 'share';
	part: number;
	whole: number;
}

/** '61%', '61.5 per cent', '12 of 30', '12 out of 30'; null for all else, '61% of girls' and 'about 60%' included. */
function read(figure: string): Percent | Share | null {
	const percent = /^(\d{1,3})(?:\.(\d{1,3}))?\s*(?:%|per ?cent)$/i.exec(figure.trim());
	if (percent) {
		const [, whole, after = ''] = percent;
		return { is: 'percent', value: Number(`${whole}.${after || '0'}`), digits: after.length };
	}
	const share = /^(\d{1,6})\s*(?:of|out of|\/)\s*(\d{1,6})$/i.exec(figure.trim());
	if (!share) return null;
	const [part, whole] = [Number(share[1]), Number(share[2])];
	return whole > 0 && part <= whole ? { is: 'share', part, whole } : null;
}

/**
 * How far a figure has come, in words (HEP-6). Percentages are told in percentage points; parts of a whole as parts where the whole is
 * the same, else as shares; all else side by side, and nothing across different units. That it is better says nobody here: of absences fewer are good.
 */
export function progressInWords(first: Figure, latest: Figure): string {
	const sides = `${first.figure} on ${dayMonthYear(first.on)}, ${latest.figure} on ${dayMonthYear(latest.on)}`;
	const difference = differenceOf(read(first.figure), read(latest.figure));
	return difference === null ? `${sides}.` : `${sides}: ${difference}.`;
}

function differenceOf(first: Percent | Share | null, latest: Percent | Share | null): string | null {
	if (first?.is === 'percent' && latest?.is === 'percent') {
		const digits = Math.max(first.digits, latest.digits);
		return points(latest.value - first.value, digits);
	}
	if (first?.is !== 'share' || latest?.is !== 'share') return null;
	if (first.whole === latest.whole) {
		const more = latest.part - first.part;
		return more === 0 ? 'no change' : `${Math.abs(more)} ${more > 0 ? 'more' : 'fewer'} of ${first.whole}`;
	}
	return `${inPercent(first)} then, ${inPercent(latest)} now`;
}

function points(difference: number, digits: number): string {
	const by = Math.abs(difference).toFixed(digits);
	if (Number(by) === 0) return 'no change';
	return `${difference > 0 ? 'up' : 'down'} ${by} percentage ${Number(by) === 1 ? 'point' : 'points'}`;
}

const inPercent = ({ part, whole }: Share): string => `${Math.round((100 * part) / whole)}%`;
