import type { Letter } from '#platform/mail/letter.ts';

/** The letter that rings: where, who needs to speak to them, and nothing of what it is. */
export const bellLetter = (
	to: { name: string; email: string },
	{ school, raisedBy, answer }: { school: string; raisedBy: string; answer: string },
): Letter => ({
	recipient: to.email,
	subject: `Something needs your attention now at ${school}`,
	body: `Hello ${to.name},

Something needs your attention now at ${school}.

${raisedBy} needs to speak to you. Find them, or ring the school and ask for them. Do this first.

Then say that you have seen this letter, or the next on the list is told:
${answer}

What was seen stands in no letter and is kept nowhere here. Follow the school's own procedure.

Fresh Eyes
`,
});
