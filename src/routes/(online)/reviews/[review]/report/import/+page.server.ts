import { fail } from '@sveltejs/kit';
import { headingField, importReport, importScreen } from '#domain/report/import/import.server.ts';
import { placed } from '#domain/report/import/placing.ts';
import type { PostedForm } from '#platform/form-data.ts';
import { readWord } from '#platform/word-file/read-word.server.ts';
import { tooLargeWords } from '#platform/word-file/unpack.server.ts';
import { formOf, submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const screenOf = ({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) =>
	locals.within((ctx) => importScreen(ctx, params.review));

export const load: PageServerLoad = async (event) => (await screenOf(event)) ?? notThere();

/** Shows what a file says and where it would go. Nothing is kept, and no transaction waits while it is read. */
async function read(event: RequestEvent) {
	const { headings, closed } = (await screenOf(event)) ?? notThere();
	const not = (errors: Record<string, string>) => fail(400, { action: '?/read', errors, values: {} });
	if (closed) return not({ '': closed });
	let file: Uint8Array = new Uint8Array();
	const form = await formOf(event, async (data) => {
		const chosen = data.get('file');
		if (chosen instanceof File) file = new Uint8Array(await chosen.arrayBuffer());
		return {};
	});
	if (!form) return not({ file: tooLargeWords });
	const told = await readWord(file);
	if ('because' in told) return not({ file: told.because });
	return { read: { pieces: placed(told.blocks, headings), leftOut: told.leftOut } };
}

/** As many as there are fields for; what is in none of them is left out. */
function chosenIn(form: PostedForm): string[] {
	const chosen: string[] = [];
	for (let piece = 0; typeof form[headingField(piece)] === 'string'; piece += 1)
		chosen.push(String(form[headingField(piece)]));
	return chosen;
}

export const actions: Actions = {
	read,
	add: (event) =>
		submit(event, importReport, {
			input: (form) => ({
				pieces: form['pieces'],
				headings: chosenIn(form),
				reviewId: event.params.review,
			}),
			success: () => `/reviews/${event.params.review}/report`,
		}),
};
