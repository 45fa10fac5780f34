import { asPeopleSay } from '#domain/calendar/day.ts';
import { icalendar, type CalendarEvent } from '#platform/icalendar.ts';
import type { Letter } from '#platform/mail/letter.ts';
import { instantsOf, type Change } from './changes.ts';
import type { Occasion } from './occasions.ts';

interface Named {
	name: string;
	address: string;
}

/** Why something is in nobody's calendar any more, as far as the person may know. */
export type Gone = 'deferred' | 'cancelled' | 'not theirs';

/** The letter that puts one occasion into a calendar, changes it there or takes it out. */
export function calendarLetter(
	to: Named,
	from: Named,
	{ kind, occasion, sequence }: Change,
	{ origin, at, gone }: { origin: string; at: Date; gone: Gone },
): Letter {
	const method = kind === 'cancellation' ? 'CANCEL' : 'REQUEST';
	const event = {
		...eventOf(occasion, origin),
		sequence,
		cancelled: kind === 'cancellation',
		invitation: { organiser: from, attendee: to },
	};
	return {
		recipient: to.address,
		subject: `${opening[kind]}${occasion.title}, ${asPeopleSay(occasion.day)}`,
		body: `Hello ${to.name},

${sentence(kind, occasion, gone)}

${occasion.title}
${whenInWords(occasion)}
${occasion.place}

${kind === 'cancellation' ? `What you still have to do: ${origin}/home` : `To say yes, and to see the plan: ${event.link}`}

${closing[kind]}

Fresh Eyes
`,
		calendar: { method, text: icalendar({ at, method }, [event]) },
	};
}

/** An occasion as a calendar shows it. */
export function eventOf(occasion: Occasion, origin: string): CalendarEvent {
	const link = `${origin}/reviews/${occasion.reviewId}`;
	return {
		uid: occasion.uid,
		sequence: 0,
		title: occasion.title,
		place: occasion.place,
		words: `What it is about, who takes part and the plan: ${link}`,
		link,
		when: occasion.hours ? instantsOf(occasion) : { day: occasion.day },
	};
}

const opening = { request: '', update: 'Changed: ', cancellation: 'Called off: ' } as const;

const closing = {
	request:
		'This letter carries the date for your calendar. Should it change, another letter will change it there.',
	update: 'This letter carries the change for your calendar.',
	cancellation: 'This letter takes the date out of your calendar.',
} as const;

const whys: Record<Gone, string> = {
	deferred: 'The review has been put off. You will hear when it has a new date.',
	cancelled: 'The review has been called off.',
	'not theirs': 'This date no longer stands for you.',
};

function sentence(kind: Change['kind'], { place }: Occasion, gone: Gone): string {
	if (kind === 'cancellation') return whys[gone];
	if (kind === 'update') return 'Something has changed. This is how it stands now:';
	return `You have a part in the peer review at ${place}.`;
}

const whenInWords = ({ day, hours }: Occasion): string =>
	hours ? `${asPeopleSay(day)}, ${hours.starts} to ${hours.ends}` : asPeopleSay(day);
