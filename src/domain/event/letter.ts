import { asPeopleSay } from '#domain/calendar/day.ts';
import type { Letter } from '#platform/mail/letter.ts';
import { whereOf, type JointEvent } from './model.ts';

type When = Pick<
	JointEvent,
	'title' | 'fromDay' | 'toDay' | 'fromTime' | 'toTime' | 'atMemberName' | 'place'
>;

interface Around {
	partnership: string;
	by: string;
	link: string;
}

/** When an event is, as a letter says it: 'Thursday 3 December 2026, 13:30 to 15:30'. */
const whenInWords = ({ fromDay, toDay, fromTime, toTime }: When): string =>
	[
		toDay === fromDay ? asPeopleSay(fromDay) : `${asPeopleSay(fromDay)} to ${asPeopleSay(toDay)}`,
		...(fromTime ? [toTime ? `${fromTime} to ${toTime}` : `from ${fromTime}`] : []),
	].join(', ');

/** The letter to those who come that an event is at another time or place now. */
export const movedLetter = (event: When, { partnership, by, link }: Around): Omit<Letter, 'recipient'> => ({
	subject: `Changed: ${event.title}`,
	body: `${by} of ${partnership} has changed when or where this event is. You are down as coming.

${event.title}
${whenInWords(event)}
${whereOf(event) || 'The place is not known yet.'}

All about it, and to say that you cannot come after all: ${link}

Fresh Eyes
`,
});

/** The letter to those who come that an event is called off. */
export const calledOffLetter = (
	event: When,
	{ partnership, by, link, because }: Around & { because: string },
): Omit<Letter, 'recipient'> => ({
	subject: `Called off: ${event.title}`,
	body: `${by} of ${partnership} has called off this event. You were down as coming.

${event.title}
${whenInWords(event)}

Why: ${because}

${link}

Fresh Eyes
`,
});
