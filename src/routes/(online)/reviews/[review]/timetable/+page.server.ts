import { randomUUIDv7 } from 'node:crypto';
import { agreePlan, removeActivity, scheduleActivity } from '#domain/review/deeds/plan.server.ts';
import { withoutBreak } from '#domain/review/breaks.ts';
import { companions, hasPairs, withCompanions } from '#domain/review/pairing/pairing.ts';
import { pairingsOf } from '#domain/review/pairing/pairing-queries.server.ts';
import { lines, timetable } from '#domain/review/queries.server.ts';
import { preparation } from '../preparation.server.ts';
import { onThisReview } from '../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.within((ctx) =>
		preparation(ctx, params.review, async (review) => {
			const entries = await timetable(ctx, review);
			const { facts, protocol } = review;
			const goesWith = companions(hasPairs(protocol, facts) ? await pairingsOf(ctx, review) : []);
			// The champion among them: most partnerships have them hear the feedback (NFS-9).
			const people = [...facts.hostHeads.map((head) => ({ ...head, role: 'host' as const })), ...facts.team];
			return {
				entries: entries.map((entry) => ({ ...entry, who: withCompanions(entry.people, facts, goesWith) })),
				tiring: withoutBreak(entries, protocol.day),
				editing: entries.find(({ id }) => id === url.searchParams.get('change')) ?? null,
				id: randomUUIDv7(),
				lines: (await lines(ctx, review)).map(({ id, letter, question }) => ({
					value: id,
					label: `${letter}. ${question}`,
				})),
				people: people.map(({ personId, name, role }) => ({
					value: personId,
					label: name,
					hint: protocol.roles[role].one,
				})),
				kinds: protocol.day.activityKinds.map(({ key, label }) => ({ value: key, label })),
				day: { starts: protocol.day.starts, ends: protocol.day.ends, blocks: protocol.day.blocks },
			};
		}),
	);

export const actions: Actions = {
	schedule: onThisReview(scheduleActivity, '/timetable'),
	remove: onThisReview(removeActivity, '/timetable'),
	agree: onThisReview(agreePlan, '/timetable'),
};
