import { asPeopleSay } from '#domain/calendar/day.ts';
import type { Letter } from '#platform/mail/letter.ts';

/** What letters about a request say of it: never its own words, which are read where they are written. */
export interface LetterFacts {
	partnership: string;
	theme: string;
	/** Where it is read and answered. */
	link: string;
}

export type SupportLetter = (facts: LetterFacts) => Omit<Letter, 'recipient'>;

const letter = (subject: string, words: string, link: string) => ({
	subject,
	body: `${words}

Read it and answer here: ${link}

Fresh Eyes
`,
});

/** To those who lead: somebody asks. Which school it is stands behind the link. */
export const requestLetter: SupportLetter = ({ partnership, theme, link }) =>
	letter(
		`A head asks for support: ${theme}`,
		`A head of ${partnership} asks for support with ${theme}.`,
		link,
	);

/** To the asker's head, who had not agreed to be named: may this school be told? */
export const consentLetter =
	(helper: string): SupportLetter =>
	({ theme, link }) =>
		letter(
			`May we ask ${helper}? ${theme}`,
			`${helper} could help you with ${theme}. It learns that your school asks only once you have said yes.`,
			link,
		);

/** To the helper's head, once the asker's has agreed to be named. */
export const helpAskedLetter =
	(asker: string, byDay: string): SupportLetter =>
	({ partnership, theme, link }) =>
		letter(
			`Can you help ${asker}? ${theme}`,
			`${asker} asks for support with ${theme} by ${asPeopleSay(byDay)}, and ${partnership} thinks of your school. Say yes or no.`,
			link,
		);

/** To the asker's head: those who lead have looked. */
export const nobodyFoundLetter: SupportLetter = ({ partnership, theme, link }) =>
	letter(
		`Nobody found so far: ${theme}`,
		`Whoever leads ${partnership} has looked for help with ${theme} and found nobody so far. What they say of it stands with your request.`,
		link,
	);

/** To the asker's head and those who lead: the helper has answered. */
export const answerLetter =
	(helper: string, yes: boolean): SupportLetter =>
	({ theme, link }) =>
		letter(
			yes ? `${helper} will help: ${theme}` : `${helper} cannot help: ${theme}`,
			yes ? `${helper} has agreed to help with ${theme}.` : `${helper} has said no to helping with ${theme}.`,
			link,
		);

/** To the person who comes. */
export const deployedLetter =
	(asker: string): SupportLetter =>
	({ theme, link }) =>
		letter(`You help ${asker}: ${theme}`, `Your head has agreed that you help ${asker} with ${theme}.`, link);

/** To the other head and those who lead: it ended before its time. */
export const endedLetter =
	(asker: string, helper: string): SupportLetter =>
	({ theme, link }) =>
		letter(
			`Support ended early: ${theme}`,
			`The support of ${helper} for ${asker} with ${theme} has ended before its time.`,
			link,
		);

/** To the helper's head and the person who came. */
export const thanksLetter =
	(asker: string): SupportLetter =>
	({ theme, link }) =>
		letter(`${asker} says thank you`, `${asker} thanks you for your support with ${theme}.`, link);

/** To heads who were asked and have not answered. Nothing of it is theirs to read any more. */
export const noLongerLetter: SupportLetter = ({ partnership, theme }) => ({
	subject: `No longer needed: ${theme}`,
	body: `Support with ${theme}, of which ${partnership} asked you, is not needed of your school any more. There is nothing for you to do.

Fresh Eyes
`,
});

/** To the asker's head, those who lead and who comes: what was agreed is otherwise now. */
export const termsLetter =
	(helper: string): SupportLetter =>
	({ theme, link }) =>
		letter(
			`Changed: support of ${helper} with ${theme}`,
			`${helper} has agreed other days, another person or another cost.`,
			link,
		);
