import { entering, postRead, postRemove, postSave } from './entering.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => locals.within((ctx) => entering(ctx, params));

export const actions: Actions = {
	read: (event) => postRead(event),
	save: (event) => postSave(event),
	remove: (event) => postRemove(event),
};
