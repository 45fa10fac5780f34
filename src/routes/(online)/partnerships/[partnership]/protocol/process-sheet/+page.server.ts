import { randomUUIDv7 } from 'node:crypto';
import { takeOver } from '#domain/protocol/drafting/taking-over.server.ts';
import { processSheet } from '#domain/protocol/process-sheet.server.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const sheet = (await processSheet(ctx, params.partnership)) ?? notThere();
		return { ...sheet, draftId: randomUUIDv7() };
	});

export const actions: Actions = {
	takeover: (event) =>
		submit(event, takeOver, {
			input: (form) => ({ ...form, partnershipId: event.params.partnership }),
			success: ({ id }) => `/partnerships/${event.params.partnership}/protocol/drafts/${id}#changes`,
		}),
};
