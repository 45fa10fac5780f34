import type { Letter } from '../mail/letter.ts';

/** The letter that answers a request to sign in. */
export function signInLetter(
	{ name, email }: { name: string; email: string },
	link: string,
	minutes: number,
): Letter {
	return {
		recipient: email,
		subject: 'Your link to sign in to Fresh Eyes',
		body: `Hello ${name},

Open this page and press its button to sign in:

${link}

The link works once, within ${minutes} minutes. If you did not ask for it, you can leave this letter alone: nobody can
sign in without it.

Fresh Eyes
`,
	};
}
