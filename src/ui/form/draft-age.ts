const aDay = 24 * 60 * 60 * 1000;

/**
 * Whether a draft is so old that it is forgotten: after thirty days people have changed schools and tablets hands. An age of more
 * than 400 days comes of a clock that was wrong, as one in 1970, and is not believed; nor is one from the future.
 */
export function isForgotten(savedAt: number, now: number): boolean {
	const days = (now - savedAt) / aDay;
	return days > 30 && days < 400;
}
