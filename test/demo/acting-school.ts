import { randomUUIDv7 } from 'node:crypto';
import { endRole } from '#domain/partnership/deeds/roles.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { inContext, type Context } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import type { Outcome } from '#platform/outcome.ts';
import { person } from '#platform/principal.ts';
import { founder, type PersonKey } from '../cast.ts';
import { did } from './doing.ts';
import { fernmarshReview, monday } from './published-review.ts';
import { actionsOf, answerableFindings, type ActionRow } from '#domain/improvement/queries.server.ts';
import { planAction } from '#domain/improvement/deeds/actions.server.ts';

/** A deputy of the school and its champion, who own actions in tests. */
export const deputy = 'tealeaf' satisfies PersonKey;

/** A published review whose school acts, and its people on any day. */
export async function actingSchool(database: Database) {
	const { founded, reviewId } = await fernmarshReview(database, 'published');
	const { partnershipId, people } = founded;
	const as = <T>(who: PersonKey, work: (ctx: Context) => Promise<T>, day = monday) =>
		inContext(database, person(people.get(who)!), new Date(`${day}T09:00:00Z`), work);
	const findings = await as('inkwell', async (ctx) =>
		answerableFindings(ctx, (await openReview(ctx, reviewId))!),
	);
	const does = (
		who: PersonKey,
		deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>,
		input: object,
		day = monday,
	) => as(who, (ctx) => deed(ctx, { reviewId, ...input }), day);
	const plan = async (changes: object = {}, day = monday): Promise<string> => {
		const action = {
			...{ id: randomUUIDv7(), findingId: findings[0]!.id, title: 'Replace the end of the checklist' },
			...{ owner: 'English leader', due: '2027-02-12', measureOfSuccess: 'Nobody waits.', ...changes },
		};
		await did(
			as('inkwell', (ctx) => planAction(ctx, { reviewId, ...action }), day),
			'plan an action',
		);
		return action.id;
	};
	const action = (who: PersonKey, id: string, day = monday): Promise<ActionRow | undefined> =>
		as(
			who,
			async (ctx) => {
				const review = await openReview(ctx, reviewId);
				return review ? (await actionsOf(ctx, review, { id }))[0] : undefined;
			},
			day,
		);
	/** Somebody's posts at the school end. */
	const leaves = (who: PersonKey, untilDay: string) =>
		as(
			founder,
			async (ctx) => {
				const posts = await ctx.db
					.selectFrom('appointment')
					.select('id')
					.where('person_id', '=', people.get(who)!)
					.where('until_day', 'is', null)
					.execute();
				for (const { id } of posts)
					await did(endRole(ctx, { partnershipId, roleId: id, of: 'appointment', untilDay }), 'end a role');
			},
			untilDay,
		);
	return { founded, partnershipId, people, reviewId, findings, as, does, plan, action, leaves };
}
export type ActingSchool = Awaited<ReturnType<typeof actingSchool>>;
