import { error, fail } from '@sveltejs/kit';
import type { PostedForm } from '#platform/form-data.ts';
import type { FieldErrors } from '#platform/outcome.ts';

/** More was posted than the server takes; there is nothing to show again but what the page still holds. */
export function tooMuch(action: { action?: string } = {}) {
	const errors: FieldErrors = {
		'': 'That is more than can be sent at once. Shorten it, or send it in parts.',
	};
	return fail(413, { ...action, errors, values: {} as PostedForm });
}

/** Somebody asked too often within a while. The same words whether or not the account exists. */
export function tooManyTries(values: PostedForm, wait = 'a quarter of an hour') {
	const errors: FieldErrors = { '': `That was tried too often. Wait ${wait}, then try again.` };
	return fail(429, { errors, values });
}

/** What is not there and what is not for this person to see are answered alike. */
export function notThere(): never {
	error(404, 'There is no such page, or it is not for you to see.');
}
