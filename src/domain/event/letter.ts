import { asPeopleSay } from '#domain/calendar/day.ts';
import type { Letter } from '#platform/mail/letter.ts';
import { whereOf, type JointEvent } from './model.ts';

type When = Pick<
	JointEvent,
	'title' | 'fromDay' | 'toDay' | 'fromTime' | 'toTime' | 'atMemberName' | 'place'
>;

/** What stands around the event in a letter about it: who does it, and where the event and all events of the partnership are. */
export interface Around {
	partnership: string;
	by: string;
	link: string;
	events: string;
}

/** When an event is, as a letter says it: 'Thursday 3 December 2026, 13:30 to 15:30'. */
const whenInWords = ({ fromDay, toDay, fromTime, toTime }: When): string =>
	[
		toDay === fromDay ? asPeopleSay(fromDay) : `${asPeopleSay(fromDay)} to ${asPeopleSay(toDay)}`,
		...(fromTime ? [toTime ? `${fromTime} to ${toTime}` : `from ${fromTime}`] : []),
	].join(', ');

const whyTold = 'You have a part in it: you come, say who comes, lead it or planned it.';

/** The letter to those who have a part in an event that it is at another time or place now. */
export const movedLetter = (event: When, { partnership, by, link }: Around): Omit<Letter, 'recipient'> => ({
	subject: `Changed: ${event.title}`,
	body: `${by} of ${partnership} has changed when or where this event is. ${whyTold}

${event.title}
${whenInWords(event)}
${whereOf(event) || 'The place is not known yet.'}

All about it, and where to say that somebody cannot come after all: ${link}

Fresh Eyes
`,
});

/** The letter to those who have a part in an event that it is called off. */
export const calledOffLetter = (
	event: When,
	{ partnership, by, link, because }: Around & { because: string },
): Omit<Letter, 'recipient'> => ({
	subject: `Called off: ${event.title}`,
	body: `${by} of ${partnership} has called off this event. ${whyTold}

${event.title}
${whenInWords(event)}

Why: ${because}

${link}

Fresh Eyes
`,
});

/** The letter to those who came for a school, or said who does, that an event is not for that school any more. */
export const uninvitedLetter = (
	event: When,
	{ partnership, by, events }: Around,
): Omit<Letter, 'recipient'> => ({
	subject: `Not for your school any more: ${event.title}`,
	body: `${by} of ${partnership} has changed for whom this event is. It is not for your school any more, and the places that were held there are free again.

${event.title}
${whenInWords(event)}

If your school was to come, ask ${by}. Other events: ${events}

Fresh Eyes
`,
});
