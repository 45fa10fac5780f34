import { asPeopleSay } from '#domain/calendar/day.ts';
import type { Letter } from '#platform/mail/letter.ts';
import type { NextThing } from '../next-thing.ts';
import { eventKeys, type RemindedEvent } from './events.ts';
import type { RemindedPromise } from './promises.ts';
import type { Choice, Telling } from './rule.ts';

/** A thing, with the secret by which its reader tells how it goes where it is an action; a promise, or an event. */
export type Told =
	| (Telling<NextThing & { about: string }> & { token?: string | undefined })
	| Telling<RemindedPromise>
	| Telling<RemindedEvent>;
type Thing = Exclude<Told, RemindedPromise | RemindedEvent>;

/** The letter that reminds: each thing with its day, where it is done and why it is asked. */
export function reminderLetter(
	to: { name: string; email: string },
	things: readonly Told[],
	{ origin, choice, stop }: { origin: string; choice: Exclude<Choice, 'none'>; stop: string },
): Letter {
	const overdue = things.filter(({ kind }) => kind !== 'due soon');
	const soon = things.filter(({ kind }) => kind === 'due soon');
	const counted = [
		...(overdue.length > 0 ? [`${overdue.length} overdue`] : []),
		...(soon.length > 0 ? [`${soon.length} due within a week`] : []),
	];
	const part = (title: string, list: readonly Told[]) =>
		list.length === 0 ? '' : `${title}\n\n${list.map((thing) => paragraph(origin, thing)).join('\n')}\n`;
	return {
		recipient: to.email,
		subject: `Peer review: ${counted.join(', ')}`,
		body: `Hello ${to.name},

${part('Overdue', overdue)}${part('Due within a week', soon)}All that is yours to do: ${origin}/home

You get this letter ${often[choice]}, and only while something waits for you.
To choose how often: ${origin}/me
To stop it: ${stop}

Fresh Eyes
`,
	};
}

const often = { daily: 'at most once a day', weekly: 'at most once a week' } as const;

function paragraph(origin: string, thing: Told): string {
	if ('promisedAt' in thing) return promise(origin, thing);
	if ('eventDay' in thing) return event(origin, thing);
	return thing.token === undefined ? step(origin, thing) : action(origin, thing, thing.token);
}

const promise = (
	origin: string,
	{ title, promisedAt, meetingDay, due }: Telling<RemindedPromise>,
) => `* ${title}
  Promised at: ${promisedAt}, ${asPeopleSay(meetingDay)}; by ${asPeopleSay(due)}
  Say that it is done: ${origin}/home#promised
`;

const event = (origin: string, { title, key, eventDay, leads, where, path }: Telling<RemindedEvent>) =>
	key === eventKeys.coming
		? `* ${title}
  An event you ${leads ? 'lead' : 'come to'}: ${asPeopleSay(eventDay)}${where ? `, ${where}` : ''}
  All about it: ${origin}${path}
`
		: `* ${title}
  The event of ${asPeopleSay(eventDay)} is not written up yet
  Say what came of it: ${origin}${path}
`;

const action = (origin: string, { title, hostName, due, path }: Thing, token: string) => {
	const link = (say: string) => `${origin}/letters/action?${new URLSearchParams({ token, say })}`;
	return `* ${title}
  Action of the review at ${hostName}, by ${asPeopleSay(due)}
  Under way: ${link('under way')}
  Done: ${link('done')}
  Say more: ${link('more')}
  Move the day: ${link('move')}
  All about it: ${origin}${path}
`;
};

const step = (origin: string, { title, hostName, due, rule, kind, provisional, path }: Thing) => `* ${title}
  Review at ${hostName}, by ${asPeopleSay(due)}${provisional && kind === 'due soon' ? ' (this day may move)' : ''}
  By your protocol: ${rule}
  ${origin}${path}
`;
