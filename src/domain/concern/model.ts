import type { Protocol } from '#domain/protocol/protocol.ts';
import { londonTime } from '#platform/day.ts';

export type Rules = Protocol['concerns'];
export type ContactRole = Rules['tell'][number];

/** Somebody at a school whom reviewers ring. */
export interface Contact {
	role: ContactRole;
	name: string;
	/** As it is written; empty where it is not known. */
	phone: string;
	/** Empty where they cannot be written to. */
	email: string;
	/** Who they are here, if they can sign in and stand at the school today. */
	personId: string | null;
	/** Heads the school. */
	heads: boolean;
}

/** All with which a screen, or a device without a server, lets somebody raise a concern. */
export interface Bell extends Pick<Rules, 'kinds' | 'tell' | 'tellAboutHead' | 'reviewerReads'> {
	contacts: Contact[];
}

/** One of those who are told in turn, and what has come of it. */
export interface Step {
	role: ContactRole;
	name: string;
	phone: string;
	/** Whether we can tell them at all. */
	writable: boolean;
	/** When a letter to them was put on its way; null while they have not been told. */
	toldAt: Date | null;
	/** When the letter was handed over. */
	sentAt: Date | null;
	/** Their letter could not be handed over, for good. */
	undelivered: boolean;
	acknowledgedAt: Date | null;
}

/**
 * Those who are told, in turn, as the protocol says (CSC-5): each once, whatever they are called; nobody of what they raised
 * themselves; and, where it is about the headteacher, none who heads the school, under whatever role they are written down.
 */
export function inTurn(
	{ tell, tellAboutHead }: Pick<Rules, 'tell' | 'tellAboutHead'>,
	aboutHead: boolean,
	contacts: readonly Contact[],
	raisedBy: string,
): Contact[] {
	const told = new Set<string>();
	// By number nobody is known: a school may give its office's for all.
	const marksOf = ({ personId, email, name }: Contact): string[] =>
		[personId ?? '', email.toLowerCase(), name.trim().toLowerCase()].filter((one) => one !== '');
	const heading = new Set(contacts.filter(({ heads }) => heads).flatMap(marksOf));
	return (aboutHead ? tellAboutHead : tell)
		.flatMap((role) => contacts.filter((contact) => contact.role === role))
		.filter((contact) => {
			const marks = marksOf(contact);
			if (aboutHead && marks.some((one) => heading.has(one))) return false;
			if (contact.personId === raisedBy || marks.some((one) => told.has(one))) return false;
			for (const one of marks) told.add(one);
			return contact.personId !== null || contact.email !== '' || digitsOf(contact.phone) !== '';
		});
}

type Told = Pick<Step, 'writable' | 'toldAt' | 'acknowledgedAt'>;

/** Who is told now: the first at once, each further one when nobody has answered for so many minutes. Null while nobody is. */
export function nextToTell<S extends Told>(steps: readonly S[], minutes: number, now: Date): S | null {
	if (steps.some(({ acknowledgedAt }) => acknowledgedAt)) return null;
	const due = nextAt(steps, minutes);
	return due && due > now ? null : (steps.find(isToCome) ?? null);
}

const isToCome = ({ writable, toldAt }: Told): boolean => writable && toldAt === null;

/** When the wait for those who were told is over; null where nobody was. */
function nextAt(steps: readonly Pick<Step, 'toldAt'>[], minutes: number): Date | null {
	const told = steps.flatMap(({ toldAt }) => toldAt?.getTime() ?? []);
	return told.length === 0 ? null : new Date(Math.max(...told) + minutes * 60_000);
}

/** How a concern stands, for whoever raised it: never more than is true. */
export interface Standing {
	is: 'acknowledged' | 'waiting' | 'nobody told' | 'nobody answered';
	words: string;
	/** Who is told next unless somebody answers, and when. */
	next: string | null;
}

export function standingOf(steps: readonly Step[], minutes: number, now: Date): Standing {
	const answered = firstToAnswer(steps);
	if (answered) return { is: 'acknowledged', words: stepWords(answered), next: null };
	const last = steps.findLast(({ toldAt }) => toldAt !== null);
	const due = nextAt(steps, minutes);
	if (!last || !due) return { is: 'nobody told', words: 'Nobody has been told yet.', next: null };
	const next = steps.find(isToCome);
	if (!next && due <= now) return { is: 'nobody answered', words: nobodyAnswered, next: null };
	return {
		is: 'waiting',
		words: stepWords(last),
		next: next ? `If nobody answers, ${next.name} is written to at ${clock(due)}.` : null,
	};
}

export const nobodyAnswered = 'Everybody we can write to was told and nobody has answered: go to them now.';

const firstToAnswer = (steps: readonly Step[]): Step | undefined =>
	steps
		.filter(({ acknowledgedAt }) => acknowledgedAt !== null)
		.toSorted((a, b) => a.acknowledgedAt!.getTime() - b.acknowledgedAt!.getTime())[0];

/** What has come of telling one of them, in one sentence. */
export function stepWords(step: Step): string {
	const { name, writable, toldAt, sentAt, undelivered, acknowledgedAt } = step;
	if (acknowledgedAt) return `${name} has acknowledged at ${clock(acknowledgedAt)}.`;
	if (undelivered) return `Our letter to ${name} could not be delivered.`;
	if (sentAt) return `${name} was written to at ${clock(sentAt)} and has not answered.`;
	if (toldAt) return `A letter to ${name} is on its way since ${clock(toldAt)}.`;
	return writable
		? `${name} has not been told.`
		: `${name} has no email address here: only you can tell them.`;
}

/** Whom the reviewer rings: who has answered, else the latest to be told, else the first with a number. */
export function toRing<S extends Step>(steps: readonly S[]): S | null {
	const reached = [firstToAnswer(steps) as S | undefined, steps.findLast(({ toldAt }) => toldAt !== null)];
	return [...reached, ...steps].find((step) => step !== undefined && step.phone !== '') ?? null;
}

/** Why nobody has been told: words for a device that could not reach the server, or was not answered by it. */
const untold = {
	offline: 'Nobody has been told yet: this device is offline.',
	unanswered: 'We do not know whether anybody was told: the server did not answer.',
	'signed out': 'Nobody has been told: your sign-in has run out.',
} as const;

/** What a device shows when it could not send a concern, from what it has: that nobody knows, and whom to ring. */
export function whenUnsent(
	{ tell, tellAboutHead }: Pick<Rules, 'tell' | 'tellAboutHead'>,
	aboutHead: boolean,
	contacts: readonly Contact[],
	raisedBy: string,
	why: keyof typeof untold = 'offline',
): { ring: Contact | null; words: string } {
	const turn = inTurn({ tell, tellAboutHead }, aboutHead, contacts, raisedBy);
	const ring = turn.find(({ phone }) => phone !== '') ?? null;
	if (ring) return { ring, words: `${untold[why]} Ring ${ring.name}, ${ring.phone}, now.` };
	const whom = turn[0]?.name ?? `the ${(aboutHead ? tellAboutHead : tell)[0]}`;
	return { ring, words: `${untold[why]} The school has given no number to ring. Go and find ${whom} now.` };
}

/** Said to whoever has raised one, besides what their protocol says. */
export const inPerson =
	'Speak to them in person. Follow the school’s own procedure, which this does not replace.';

/** Those whom the protocol tells and of whom no number is written down. */
export const withoutNumber = (
	{ tell, tellAboutHead }: Pick<Rules, 'tell' | 'tellAboutHead'>,
	contacts: readonly Contact[],
): ContactRole[] =>
	[...new Set([...tell, ...tellAboutHead])].filter(
		(role) => !contacts.some((contact) => contact.role === role && contact.phone !== ''),
	);

/** The address that rings a number. */
export const ringing = (phone: string): string => `tel:${phone.startsWith('+') ? '+' : ''}${digitsOf(phone)}`;

const digitsOf = (phone: string): string => phone.replace(/\D/g, '');

const clock = (instant: Date): string => londonTime(instant).time;
