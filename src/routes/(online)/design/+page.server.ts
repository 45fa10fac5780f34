import { error, fail } from '@sveltejs/kit';
import { dev } from '$app/env';
import { exampleViewer } from './examples.ts';
import type { Actions, PageServerLoad } from './$types';

const only = (): void => {
	if (!dev) error(404, 'Not found');
};

/** The frame of the page, as somebody in the demo who has just done something sees it. */
export const load: PageServerLoad = () => {
	only();
	return {
		demo: true,
		viewer: exampleViewer,
		flash: { kind: 'good' as const, text: 'The plan is sent to Amal, Tove and Ines.' },
	};
};

export const actions: Actions = {
	/** Refuses an empty form in every field, so that errors and kept values can be seen; `fine` succeeds, `broken` breaks. */
	default: async ({ request }) => {
		only();
		const form = await request.formData();
		if (form.get('way') === 'broken') error(500, 'Broken on purpose');
		if (form.get('way') === 'fine') return { sent: true };
		const names = ['question', 'why', 'kind', 'sources', 'day', 'start', 'school', 'agree'];
		const values = Object.fromEntries(
			names.filter((name) => form.has(name)).map((name) => [name, form.getAll(name).map(String)]),
		);
		const errors = Object.fromEntries(
			names
				.filter((name) => !form.getAll(name).some(Boolean))
				.map((name) => [name, `Please say something about “${name}”.`]),
		);
		return fail(400, {
			errors: {
				...errors,
				'': 'This form is only an example: it is refused as long as you press the first button.',
			},
			values: Object.fromEntries(
				Object.entries(values).map(([name, all]) => [name, all.length > 1 ? all : (all[0] ?? '')]),
			),
		});
	},
};
