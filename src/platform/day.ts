// Days and times as they are written here: what the calendar counts with and forms send.

/** In milliseconds. */
export const aDay = 24 * 60 * 60 * 1000;

const shape = /^\d{4}-\d\d-\d\d$/;

/** Whether the text is a day that exists, 'YYYY-MM-DD' ('2027-02-29' is refused). */
export function isDay(text: string): boolean {
	const instant = shape.test(text) ? Date.parse(text) : Number.NaN;
	return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

/** Whether the text is a time of day, 'HH:MM', 24 hours. */
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

const london = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/London',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23',
});

/** What calendars and walls in London show at an instant: 'YYYY-MM-DD' and 'HH:MM'. */
export function londonTime(instant: Date): { day: string; time: string } {
	const part = Object.fromEntries(london.formatToParts(instant).map(({ type, value }) => [type, value]));
	return { day: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` };
}

/** The day an instant falls on in London. */
export const londonDay = (instant: Date): string => londonTime(instant).day;
