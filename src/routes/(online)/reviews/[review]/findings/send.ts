import { deserialize } from '$app/forms';
import { sendingTrouble } from '#ui/form/sending-trouble.ts';
import type { NotDone } from '../../../../answer.ts';

export type Fields = Record<string, string | string[]>;

export type Sent =
	{ is: 'done' } | { is: 'refused' | 'unsent'; words: string[] } | { is: 'elsewhere'; location: string };

/** Posts what a form would, and says what came of it. */
export async function send(action: string, fields: Fields): Promise<Sent> {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields))
		for (const one of [value].flat()) body.append(name, one);
	try {
		const response = await fetch(action, {
			method: 'POST',
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
			body,
		});
		const result = deserialize<Record<string, unknown>, Record<string, unknown>>(await response.text());
		if (result.type === 'failure')
			return { is: 'refused', words: Object.values((result.data as NotDone | undefined)?.errors ?? {}) };
		if (result.type === 'redirect' && !action.startsWith(result.location))
			return { is: 'elsewhere', location: result.location };
		if (result.type === 'error') return { is: 'refused', words: [sendingTrouble(result.status)] };
		return { is: 'done' };
	} catch {
		return {
			is: 'unsent',
			words: ['This did not reach the server, so nothing has changed. Send it again when you have a signal.'],
		};
	}
}
