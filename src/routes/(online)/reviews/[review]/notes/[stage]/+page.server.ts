import { dataOfGroups } from '#domain/outcome/group-data/queries.server.ts';
import { keepNotes, notesScreen } from '#domain/review/notes/notes.server.ts';
import type { PostedForm } from '#platform/form-data.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await locals.within(async (ctx) => {
		const notes = await notesScreen(ctx, params.review, params.stage);
		if (!notes) return null;
		const { session } = notes;
		return {
			notes,
			/** What the host's groups look at (CSC-8). */
			data: session ? await dataOfGroups(ctx, session.partnershipId, session.groupIds) : [],
		};
	});
	return found ?? notThere();
};

export const actions: Actions = {
	default: (event) => {
		const { review, stage } = event.params;
		return submit(event, (ctx, posted) => keepNotes(ctx, posted as PostedForm), {
			input: (form) => ({ ...form, reviewId: review, stage }),
			success: () => `/reviews/${review}/notes/${stage}`,
		});
	},
};
