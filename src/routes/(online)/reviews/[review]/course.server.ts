import { joinedInWords } from '#domain/protocol/clauses.ts';
import { inSeries, rolesInWords } from '#domain/protocol/model.ts';
import { mayTick } from '#domain/review/access.ts';
import { courseOf } from '#domain/review/course.server.ts';
import { mayNote, notedStage } from '#domain/review/notes/notes.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import { ticks } from '#domain/review/queries.server.ts';
import type { TimelineItem } from '#domain/review/timeline.ts';
import type { Context } from '#platform/context.ts';
import { stepPath } from '#domain/agenda/step-path.ts';

/** The course of a review as the overview shows it: each stage with its day, who is asked, and what this person may do. */
export async function courseScreen(ctx: Context, review: OpenReview, me: string) {
	const { protocol, facts, roles, bound } = review;
	const names = new Map([...facts.hostHeads, ...facts.team].map(({ personId, name }) => [personId, name]));
	const ticked = new Map((await ticks(ctx, review)).map((tick) => [tick.stage, tick]));
	const asked = ({ who: { people, roles: of } }: TimelineItem) =>
		people.length > 0 ? inSeries(people.map((id) => names.get(id) ?? '')) : rolesInWords(protocol, of);
	/** Its notes stay to be read once it is done; of all else where it is done, for those whose part is open. */
	const wayTo = (key: string) => {
		const noted = notedStage(protocol, key);
		return noted && mayNote(roles, bound, noted.stage) ? `/notes/${key}` : null;
	};
	return (await courseOf(ctx, review)).map((item) => {
		const { key, title, state, due, done, provisional, rule, required, checklist, milestone, who } = item;
		const byHand = milestone === 'ticked' && facts.closedOn === null;
		return {
			...{ key, title, state, due, done, provisional, rule, required, checklist },
			who: `${asked(item)}${joinedInWords(who)}`,
			href: wayTo(key) ?? (state !== 'done' && who.people.includes(me) ? stepPath(milestone, review) : ''),
			tick: ticked.get(key) ?? null,
			mayTick: byHand && mayTick(roles, { who: [...who.roles] }),
		};
	});
}
