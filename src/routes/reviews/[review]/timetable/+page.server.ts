import { randomUUIDv7 } from 'node:crypto';
import { agreePlan, removeActivity, scheduleActivity } from '#domain/review/deeds/plan.server.ts';
import { withoutBreak } from '#domain/review/breaks.ts';
import { lines, timetable } from '#domain/review/queries.server.ts';
import { submit } from '../../../answer.ts';
import { preparation } from '../preparation.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.within((ctx) =>
		preparation(ctx, params.review, async (review) => {
			const entries = await timetable(ctx, review);
			const { facts, protocol } = review;
			const people = [...facts.hostHeads, ...facts.team.filter(({ role }) => role !== 'champion')];
			return {
				entries,
				tiring: withoutBreak(
					entries.filter(({ kind }) => kind !== 'break'),
					protocol.day.longestWithoutBreak,
				),
				editing: entries.find(({ id }) => id === url.searchParams.get('change')) ?? null,
				id: randomUUIDv7(),
				lines: (await lines(ctx, review)).map(({ id, letter, question }) => ({
					value: id,
					label: `${letter}. ${question}`,
				})),
				people: people.map(({ personId, name }) => ({ value: personId, label: name })),
				kinds: protocol.day.activityKinds.map(({ key, label }) => ({ value: key, label })),
				day: { starts: protocol.day.starts, ends: protocol.day.ends, blocks: protocol.day.blocks },
			};
		}),
	);

const onThis = (review: string) => ({
	input: (form: object) => ({ ...form, reviewId: review }),
	success: () => `/reviews/${review}/timetable`,
});

export const actions: Actions = {
	schedule: (event) => submit(event, scheduleActivity, onThis(event.params.review)),
	remove: (event) => submit(event, removeActivity, onThis(event.params.review)),
	agree: (event) => submit(event, agreePlan, onThis(event.params.review)),
};
