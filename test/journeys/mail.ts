import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { RunningProduct } from '#test/running-product.ts';

export interface Letter {
	to: string;
	subject: string;
	body: string;
	/** What is for a calendar, where a letter carries it. */
	calendar: string | null;
}

/** The letters a server without SMTP has put in its private folder for one address, oldest first. */
export async function lettersTo(product: RunningProduct, address: string): Promise<Letter[]> {
	const folder = join(product.dataDir, 'mail');
	const names = await readdir(folder).catch((): string[] => []);
	// Letters are named by time-ordered ids. A calendar is written before its letter.
	const letters = names
		.filter((name) => name.endsWith('.eml'))
		.toSorted()
		.map(async (name) => {
			const calendar = name.replace(/eml$/, 'ics');
			return {
				...readLetter(await readFile(join(folder, name), 'utf8')),
				calendar: names.includes(calendar) ? await readFile(join(folder, calendar), 'utf8') : null,
			};
		});
	return (await Promise.all(letters)).filter(({ to }) => to.toLowerCase() === address.toLowerCase());
}

/** Waits for a letter beyond the first `seen` to an address whose subject fits, and gives the newest. */
export async function nextLetter(
	product: RunningProduct,
	address: string,
	{ subject = /./, seen = 0 }: { subject?: RegExp; seen?: number } = {},
): Promise<Letter> {
	const fitting = async () =>
		(await lettersTo(product, address)).filter((letter) => subject.test(letter.subject));
	await expect
		.poll(async () => (await fitting()).length, { message: `letter to ${address}` })
		.toBeGreaterThan(seen);
	return (await fitting()).at(-1)!;
}

/** The first link in a letter. */
export function linkIn(letter: Letter): string {
	const link = /https?:\/\/\S+/.exec(letter.body)?.[0];
	if (!link) throw new Error(`No link in "${letter.subject}" to ${letter.to}:\n${letter.body}`);
	return link;
}

function readLetter(text: string): Omit<Letter, 'calendar'> {
	const end = text.search(/\r?\n\r?\n/);
	const head = text.slice(0, end);
	const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
	return {
		to: /<(.+)>/.exec(header('To'))?.[1] ?? header('To'),
		subject: header('Subject'),
		body: text.slice(end).trim(),
	};
}
