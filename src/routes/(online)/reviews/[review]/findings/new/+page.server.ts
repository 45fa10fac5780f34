import { randomUUIDv7 } from 'node:crypto';
import { writeFinding } from '#domain/report/deeds/findings.server.ts';
import { findingsScreen } from '#domain/report/sorting/screen.server.ts';
import { notThere } from '../../../../../refusals.ts';
import { onThisReview } from '../../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

/** What the board was asked to make a finding of stands in the address. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const screen = await locals.within((ctx) => findingsScreen(ctx, params.review));
	if (!screen || !(screen.sorts || screen.closed)) notThere();
	const chosen = new Set(url.searchParams.getAll('evidence'));
	const pieces = screen.evidence.filter(({ id }) => chosen.has(id));
	return {
		...screen,
		id: randomUUIDv7(),
		evidence: [...pieces, ...screen.evidence.filter(({ id }) => !chosen.has(id))],
		begun: {
			kind: url.searchParams.get('kind') ?? '',
			lineId: pieces[0]?.lineId ?? null,
			seen: together(pieces.map(({ seen }) => seen)),
			effect: together(pieces.map(({ soWhat }) => soWhat)),
			evidence: pieces.map(({ id }) => ({ id })),
		},
	};
};

/** What was written down, to be made one of; more than a finding holds is not put in. */
const together = (words: string[]): string => {
	const all = words.filter(Boolean).join('\n');
	return all.length <= 4000 ? all : '';
};

export const actions: Actions = { default: onThisReview(writeFinding, '/findings') };
