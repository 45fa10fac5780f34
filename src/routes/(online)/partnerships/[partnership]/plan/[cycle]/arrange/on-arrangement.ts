import type { RequestEvent } from '@sveltejs/kit';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { submit } from '../../../../../../answer.ts';

type Event = RequestEvent<
	{ partnership: string; cycle: string; arrangement: string } & Record<string, string>
>;

export const pathOf = ({ partnership, cycle, arrangement }: Event['params']): string =>
	`/partnerships/${partnership}/plan/${cycle}/arrange/${arrangement}`;

/** What the address names, by what the deeds call it. */
const idsOf = ({ partnership, arrangement, turn }: Event['params']) => ({
	partnershipId: partnership,
	arrangementId: arrangement,
	...(turn !== undefined && { reviewId: turn }),
});

/** A form on one arrangement: stays on its page when done, or goes on to the page below the board that `to` names. */
export const onThisArrangement =
	(deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>, to?: string) => (event: Event) =>
		submit(event, deed, {
			input: (form) => ({ ...form, ...idsOf(event.params) }),
			success: () => (to === undefined ? { done: true } : `${pathOf(event.params)}${to}`),
		});
