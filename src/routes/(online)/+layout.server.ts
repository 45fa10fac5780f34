import { hasConcerns } from '#domain/concern/queries.server.ts';
import { myPartnerships } from '#domain/partnership/queries.server.ts';
import { outboxCookie, readCounts } from '#platform/device/device-person.ts';
import { server } from '#platform/server.ts';
import type { Viewer } from '#ui/page/viewer.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url, cookies }) => {
	const { env } = await server();
	const onDevice = locals.person ? readCounts(locals.person.id, cookies.get(outboxCookie)) : {};
	return { demo: env.demo, viewer: await viewer(locals, url.pathname), onDevice };
};

/** Who is signed in, and the places they may go. */
async function viewer(locals: App.Locals, path: string): Promise<Viewer | undefined> {
	if (!locals.person) return undefined;
	const { partnerships, concerned } = await locals.within(async (ctx) => ({
		partnerships: await myPartnerships(ctx),
		concerned: await hasConcerns(ctx),
	}));
	const places = [
		{ href: '/home', label: 'Home' },
		...partnerships.map(({ id, name }) => ({ href: `/partnerships/${id}`, label: name })),
	];
	return {
		id: locals.person.id,
		name: locals.person.name,
		// In the menu under the name, where nobody who looks over a shoulder reads it.
		menu: [
			...(concerned ? [{ href: '/concerns', label: 'Concerns' }] : []),
			{ href: '/me', label: 'Letters and calendar' },
		],
		places: places.map((place) => ({
			...place,
			current: path === place.href || path.startsWith(`${place.href}/`),
		})),
	};
}
