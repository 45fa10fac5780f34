import { timeWords } from '#ui/text/day-words.ts';

/** '2pm to 4pm, Owlbeck', as far as it is known; empty where nothing is. */
export function hoursAndPlace({
	fromTime,
	toTime,
	place,
}: {
	fromTime: string | null;
	toTime: string | null;
	place: string;
}): string {
	const hours = [fromTime, toTime].flatMap((time) => (time === null ? [] : [timeWords(time)])).join(' to ');
	return [hours, place].filter(Boolean).join(', ');
}
