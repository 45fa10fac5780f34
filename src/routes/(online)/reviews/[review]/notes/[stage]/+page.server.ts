import { keepNotes, notesScreen } from '#domain/review/notes/notes.server.ts';
import type { PostedForm } from '#platform/form-data.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const notes = await locals.within((ctx) => notesScreen(ctx, params.review, params.stage));
	return notes ? { notes } : notThere();
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
