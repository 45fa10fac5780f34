import type { RequestEvent } from '@sveltejs/kit';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { submit } from '../../../answer.ts';

/**
 * A form action that does a deed to the review in the address, then shows one of its pages again. What else the address
 * names, such as a piece of evidence, is given under its own name.
 * @param page the page under the review: '/lines', or '' for the review itself
 */
export const onThisReview =
	<P extends { review: string }>(
		deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>,
		page: '' | `/${string}`,
		alsoNamed: (params: P) => object = () => ({}),
	) =>
	(event: RequestEvent<P & Record<string, string>>) =>
		submit(event, deed, {
			input: (form) => ({ ...form, ...alsoNamed(event.params), reviewId: event.params.review }),
			success: () => `/reviews/${event.params.review}${page}`,
		});
