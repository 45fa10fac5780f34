import { randomUUIDv7 } from 'node:crypto';
import { foundPartnership } from '#domain/partnership/deeds/membership.server.ts';
import { submit } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ id: randomUUIDv7() });

export const actions: Actions = {
	default: (event) =>
		submit(event, foundPartnership, { success: ({ id }) => `/partnerships/${id}/schools/add` }),
};
