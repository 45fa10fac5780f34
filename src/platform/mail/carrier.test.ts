import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { folderCarrier, smtpCarrier } from './carrier.ts';

const origin = 'https://reviews.example';
const link = `${origin}/sign-in/link?token=${'x'.repeat(32)}&next=%2Freviews%2F01a2086c-efff-7900-8985-df8980d802fd%2Flines`;
const letter = {
	recipient: 'ada@school.example',
	subject: 'Über die Prüfung – ready?',
	body: `Hello Ada,\n\n${link}\n`,
};

let received: { to: string[]; mail: string }[] = [];
const server = new SMTPServer({
	disabledCommands: ['AUTH', 'STARTTLS'],
	onData(stream, session, done) {
		let mail = '';
		stream.on('data', (chunk: Buffer) => (mail += chunk.toString()));
		stream.on('end', () => {
			if (mail.includes('greylist me'))
				return done(Object.assign(new Error('Try later'), { responseCode: 451 }));
			received.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail });
			done();
		});
	},
});
let smtpUrl: string;
beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
beforeEach(() => {
	received = [];
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

test('by SMTP a letter goes to its one recipient under its own Message-ID', async () => {
	await smtpCarrier(smtpUrl, origin)('letter-1', letter);
	expect(received).toHaveLength(1);
	expect(received[0]?.to).toEqual(['ada@school.example']);
	expect(received[0]?.mail).toContain('Message-ID: <letter-1@reviews.example>');
	expect(received[0]?.mail).toContain('From: Fresh Eyes <fresh-eyes@reviews.example>');
});

test('what is for a calendar goes as a part of its own, which names its method', async () => {
	const text = 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n';
	await smtpCarrier(smtpUrl, origin)('letter-4', { ...letter, calendar: { method: 'CANCEL', text } });
	const { mail } = received[0]!;
	expect(mail).toContain('Content-Type: multipart/alternative');
	expect(mail).toMatch(/Content-Type: text\/calendar;[^:]*method=CANCEL/);
	expect(mail).toContain('Hello Ada');
	const folder = join(mkdtempSync(join(tmpdir(), 'letters-')), 'mail');
	await folderCarrier(folder, origin)('letter-4', { ...letter, calendar: { method: 'CANCEL', text } });
	expect(readFileSync(join(folder, 'letter-4.ics'), 'utf8')).toBe(text);
	expect(statSync(join(folder, 'letter-4.ics')).mode & 0o777).toBe(0o600);
	rmSync(folder, { recursive: true });
});

test('a server that asks to wait is a refusal, with its words', async () => {
	await expect(smtpCarrier(smtpUrl, origin)('letter-2', { ...letter, body: 'greylist me' })).rejects.toThrow(
		'451',
	);
	expect(received).toEqual([]);
});

test('without a mail server a letter is a file only the server’s user may read, its link whole', async () => {
	const folder = join(mkdtempSync(join(tmpdir(), 'letters-')), 'mail');
	await folderCarrier(folder, origin)('letter-3', letter);
	expect(statSync(folder).mode & 0o777).toBe(0o700);
	expect(readdirSync(folder)).toEqual(['letter-3.eml']);
	expect(statSync(join(folder, 'letter-3.eml')).mode & 0o777).toBe(0o600);
	const file = readFileSync(join(folder, 'letter-3.eml'), 'utf8');
	expect(file).toContain('To: <ada@school.example>\nSubject: Über die Prüfung – ready?\n');
	expect(file.split('\n')).toContain(link);
	rmSync(folder, { recursive: true });
});
