/** 'Left out: 3 pictures and 1 comment.', or nothing where nothing was. */
export function leftOutWords({
	pictures,
	notes,
	comments,
}: {
	pictures: number;
	notes: number;
	comments: number;
}): string {
	const counted = [count(pictures, 'picture'), count(notes, 'footnote'), count(comments, 'comment')].filter(
		(words) => words !== '',
	);
	return counted.length === 0 ? '' : `Left out: ${new Intl.ListFormat('en-GB').format(counted)}.`;
}

const count = (number: number, one: string) =>
	number === 0 ? '' : `${number} ${one}${number === 1 ? '' : 's'}`;
