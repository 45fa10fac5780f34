import type { Letter } from '#platform/mail/letter.ts';
import { inSeries } from '../model.ts';
import { askedInWords, type ReminderDue } from './board.ts';

/** Asks a head for the agreements that are still missing, all in one letter. */
export function reminderLetter(to: {
	email: string;
	name: string;
	partnership: string;
	reminder: string;
	asked: ReminderDue['asked'];
	link: string;
}): Letter {
	const documents = [...new Set(to.asked.map(({ document }) => `the ${document}`))];
	return {
		recipient: to.email,
		subject: `${to.partnership}: please read and agree ${inSeries(documents)}`,
		body: `Hello ${to.name},

${to.reminder} asks you, as a head in ${to.partnership}, to read and agree:

${to.asked.map(({ memberName, ...asked }) => `- ${askedInWords(asked)}, for ${memberName}`).join('\n')}

You find the text, and what changed in it since your school last agreed, on this page:
${to.link}

You agree by typing your name there. If something in the text is not right for your school, speak to ${to.reminder} before you do.
`,
	};
}
