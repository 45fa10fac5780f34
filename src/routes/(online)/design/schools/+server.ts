import { error, json } from '@sveltejs/kit';
import { dev } from '$app/env';
import { inventedSchools } from '../examples.ts';
import type { RequestHandler } from './$types';

/** Answers the example search. */
export const GET: RequestHandler = ({ url }) => {
	if (!dev) error(404, 'Not found');
	const words = (url.searchParams.get('q') ?? '').toLowerCase();
	return json(inventedSchools.filter((school) => school.label.toLowerCase().includes(words)));
};
