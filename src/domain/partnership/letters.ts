import type { Letter } from '#platform/mail/letter.ts';

/** The letter that invites a person in. Its link opens a page whose button signs in. */
export function invitationLetter(to: {
	email: string;
	name: string;
	role: string;
	memberName: string | null;
	partnership: string;
	inviter: string;
	link: string;
	days: number;
}): Letter {
	return {
		recipient: to.email,
		subject: `${to.partnership}: your place in our peer review`,
		body: `Hello ${to.name},

${to.inviter} has added you to ${to.partnership} on Fresh Eyes as ${to.role}${to.memberName ? ` at ${to.memberName}` : ''}.

Fresh Eyes is where the partnership plans its peer reviews, writes reports together and follows them up.

Open this page and press the button to come in:
${to.link}

The link works once, for ${to.days} days. After that, ask for a new one on the sign-in page with this address.

If you did not expect this, you can ignore it: nobody gets in without it.
`,
	};
}
