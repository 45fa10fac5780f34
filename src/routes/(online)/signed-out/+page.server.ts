import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

// It clears the device, which takes a script.
export const csr = true;

export const load: PageServerLoad = ({ locals }) => {
	if (locals.person) redirect(303, '/');
};
