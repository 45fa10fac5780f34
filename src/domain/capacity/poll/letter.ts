import { asPeopleSay, type Day } from '#domain/calendar/day.ts';
import type { Letter } from '#platform/mail/letter.ts';
import type { Poll } from './poll.ts';

/** The letter that asks somebody for their days, and the one that asks again. */
export const pollLetter = (
	{ title, words, days, untilDay }: Pick<Poll, 'title' | 'words' | 'days' | 'untilDay'>,
	more: { askedBy: string; partnership: string; link: string; again: boolean; today: Day },
): Omit<Letter, 'recipient'> => {
	const { askedBy, partnership, link, again, today } = more;
	const ahead = days.filter((day) => day >= today);
	const which =
		ahead.length === 1
			? `whether ${asPeopleSay(ahead[0]!)} suits you`
			: `which of ${ahead.length} days from ${asPeopleSay(ahead[0]!)} to ${asPeopleSay(ahead.at(-1)!)} suit you`;
	return {
		subject: `${again ? 'Still to say: which' : 'Which'} days suit you? ${title}`,
		body: `${askedBy} of ${partnership} ${again ? 'still waits to hear' : 'asks'} ${which}.

${title}
${words === '' ? '' : `\n${words}\n`}
Answer ${untilDay < today ? 'as soon as you can' : `by ${asPeopleSay(untilDay)}`}, in a minute: ${link}

What you have said of your days already stands there, and you can change your answer until the last of the days.

Fresh Eyes
`,
	};
};
