/** As many words of something as name it in a sentence. */
export const beginning = (words: string, most = 60): string =>
	words.length <= most ? words : `${words.slice(0, most).trimEnd()}…`;
