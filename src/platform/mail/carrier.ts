import { chmodSync, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Letter } from './letter.ts';

/** Takes one letter away. Rejects when it could not, and the letter stays queued. */
export type Carrier = (id: string, letter: Letter) => Promise<void>;

/** By SMTP. The letter's id is its Message-ID, so that a letter carried twice can be told. */
export function smtpCarrier(smtpUrl: string, origin: string): Carrier {
	const transport = createTransport({
		url: smtpUrl,
		dnsTimeout: 10_000,
		connectionTimeout: 10_000,
		greetingTimeout: 10_000,
		socketTimeout: 60_000,
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	return async (id, { recipient, subject, body, calendar }) => {
		await transport.sendMail({
			from: sender(origin),
			to: { name: '', address: recipient },
			subject,
			text: body,
			messageId: messageId(id, origin),
			...(calendar && {
				icalEvent: { method: calendar.method, content: calendar.text, filename: 'invitation.ics' },
			}),
		});
	};
}

/**
 * Where no mail server is set: each letter is a file in a folder that only the server's user may read. Its lines are left
 * whole, because somebody will copy a link out of it. What is for a calendar lies beside it under the same name.
 */
export function folderCarrier(folder: string, origin: string): Carrier {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	chmodSync(folder, 0o700);
	return async (id, { recipient, subject, body, calendar }) => {
		const { name, address } = sender(origin);
		const lines = [
			`From: ${name} <${address}>`,
			`To: <${recipient}>`,
			`Subject: ${subject}`,
			`Date: ${new Date().toUTCString()}`,
			`Message-ID: ${messageId(id, origin)}`,
			'MIME-Version: 1.0',
			'Content-Type: text/plain; charset=utf-8',
			'Content-Transfer-Encoding: 8bit',
			'',
			body,
		];
		// The letter last: whoever finds it finds its calendar, too.
		if (calendar) await writeFile(join(folder, `${id}.ics`), calendar.text, { mode: 0o600 });
		await writeFile(join(folder, `${id}.eml`), lines.join('\n'), { mode: 0o600 });
	};
}

/** Whom letters come from: nobody reads what is sent back. */
export const sender = (origin: string) => ({
	name: 'Fresh Eyes',
	address: `fresh-eyes@${new URL(origin).hostname}`,
});
const messageId = (id: string, origin: string) => `<${id}@${new URL(origin).hostname}>`;
