import { asPeopleSay, type Day } from '#domain/calendar/day.ts';
import type { Letter } from '#platform/mail/letter.ts';

/** The letter that asks somebody for their days, and the one that asks again. */
export const pollLetter = (
	{ title, note, days, untilDay }: { title: string; note: string; days: readonly Day[]; untilDay: Day },
	{
		askedBy,
		partnership,
		link,
		again,
	}: { askedBy: string; partnership: string; link: string; again: boolean },
): Omit<Letter, 'recipient'> => ({
	subject: `${again ? 'Still to say: which' : 'Which'} days suit you? ${title}`,
	body: `${askedBy} of ${partnership} ${again ? 'still waits to hear' : 'asks'} which of ${
		days.length === 1 ? 'one day' : `${days.length} days`
	} from ${asPeopleSay(days[0]!)} suit you.

${title}
${note === '' ? '' : `\n${note}\n`}
Answer by ${asPeopleSay(untilDay)}, in a minute: ${link}

What you have said of your days already stands there, and you can change your answer at any time.

Fresh Eyes
`,
});
