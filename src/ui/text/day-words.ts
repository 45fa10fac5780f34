/** Writes days and instants as people in a British school say them. */

const options = {
	full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
	short: { weekday: 'short', day: 'numeric', month: 'short' },
	date: { day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DayStyle = keyof typeof options;

/**
 * `2026-12-03` → `Thursday 3 December 2026` (full), `Thu 3 Dec` (short), `3 December 2026` (date).
 * Anything that is not a day comes back as it is: the screen shows what is stored.
 */
export function dayWords(day: string, style: DayStyle = 'full'): string {
	const at = Date.parse(`${day}T00:00:00Z`);
	return Number.isNaN(at) ? day : written(at, { ...options[style], timeZone: 'UTC' });
}

/** An instant in UTC, told in London: `Thursday 3 December 2026, 9.05am`. */
export function instantWords(instant: string | Date, style: DayStyle = 'full'): string {
	const at = new Date(instant);
	if (Number.isNaN(at.getTime())) return String(instant);
	const clock = new Intl.DateTimeFormat('en-GB', {
		hour: '2-digit',
		minute: '2-digit',
		timeZone: 'Europe/London',
	}).format(at);
	return `${written(at.getTime(), { ...options[style], timeZone: 'Europe/London' })}, ${timeWords(clock)}`;
}

/** `09:05` → `9.05am`, `12:00` → `12 noon`, `13:00` → `1pm`. */
export function timeWords(time: string): string {
	const [hour = NaN, minute = NaN] = time.split(':').map(Number);
	if (Number.isNaN(hour) || Number.isNaN(minute)) return time;
	if (hour === 12 && minute === 0) return '12 noon';
	const minutes = minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`;
	return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

// en-GB puts a comma after a short weekday and writes Sept; people and our line lengths do without.
function written(at: number, format: Intl.DateTimeFormatOptions): string {
	return new Intl.DateTimeFormat('en-GB', format)
		.format(at)
		.replace(',', '')
		.replace(/\bSept\b/, 'Sep');
}
