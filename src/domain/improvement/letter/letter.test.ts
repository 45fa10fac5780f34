import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { inContext } from '#platform/context.ts';
import { nobody } from '#platform/principal.ts';
import { newToken } from '#platform/session/token.ts';
import { forEachEngine } from '#test/database.ts';
import { actingSchool, deputy, type ActingSchool } from '#test/demo/acting-school.ts';
import { monday } from '#test/demo/published-review.ts';
import { giveUpAction, handOverAction } from '../deeds/correcting.server.ts';
import { updateAction } from '../deeds/actions.server.ts';
import { giveTokens } from './deeds.server.ts';
import { actionOfLetter } from './queries.server.ts';

forEachEngine((database) => {
	let school: ActingSchool;
	beforeAll(async () => {
		school = await actingSchool(database());
	}, 120_000);

	const token = (actionId: string, who: typeof deputy | 'inkwell' | 'hedgepath' = deputy) =>
		school.as(who, async (ctx) =>
			(await giveTokens(ctx, school.people.get(who)!, [actionId])).get(actionId)!,
		);
	const opens = (held: string, day = monday) =>
		inContext(database(), nobody, new Date(`${day}T12:00:00Z`), (ctx) => actionOfLetter(ctx, held));
	const planned = () => school.plan({ owner: 'Morwenna Tealeaf' });

	describe('NFS-11 the secret in a letter', () => {
		test('stands for one action and one person, says its title alone, and opens for thirty days', async () => {
			const actionId = await planned();
			const held = await token(actionId);
			const opened = {
				...{ actionId, reviewId: school.reviewId, personId: school.people.get(deputy) },
				title: 'Replace the end of the checklist',
			};
			expect(await opens(held)).toEqual(opened);
			expect(await opens(held, '2026-12-23')).toEqual(opened);
			expect(await opens(held, '2026-12-24')).toBeNull();
			for (const wrong of ['', 'half', `${held}x`, newToken().token]) expect(await opens(wrong)).toBeNull();
			const kept = await database().asOwner((db) =>
				db.selectFrom('action_letter').select('token_hash').execute(),
			);
			expect(kept.map(({ token_hash }) => token_hash)).not.toContain(held);
		});

		test('is nobody else’s to read from the database, nor to be made about what they do not read', async () => {
			const actionId = await planned();
			await token(actionId);
			const rows = await school.as('inkwell', ({ db }) =>
				db.selectFrom('action_letter').select('id').where('action_id', '=', actionId).execute(),
			);
			expect(rows).toEqual([]);
			const none = await school.as('lanternby', (ctx) =>
				giveTokens(ctx, school.people.get('lanternby')!, [actionId]),
			);
			expect(await opens(none.get(actionId)!)).toBeNull();
		});

		test('opens nothing for somebody who reads the action and does not tell of it', async () => {
			expect(await opens(await token(await planned(), 'hedgepath'))).toBeNull();
			expect(await opens(await token(await planned(), 'inkwell'))).not.toBeNull();
		});

		test('ends when the action is handed to somebody else or given up', async () => {
			const [one, other] = [await planned(), await planned()];
			const [first, second] = [await token(one), await token(other)];
			await school.does('inkwell', handOverAction, { actionId: one, version: '1', owner: 'English leader' });
			await school.does('inkwell', giveUpAction, { actionId: other, because: 'Enough.' });
			expect([await opens(first), await opens(second)]).toEqual([null, null]);
		});

		test('a form sent twice is one update, and what is said by it after going back is another', async () => {
			const actionId = await planned();
			const update = { id: randomUUIDv7(), actionId, words: '' };
			for (const progress of ['under way', 'under way', 'done', 'done'])
				await school.does(deputy, updateAction, { ...update, progress });
			expect((await school.action('inkwell', actionId))!.updates.map(({ progress }) => progress)).toEqual([
				'done',
				'under way',
			]);
		});

		// Last: from here on she is gone.
		test('ends with the appointment', async () => {
			const held = await token(await planned());
			expect(await opens(held, '2026-12-01')).not.toBeNull();
			await school.leaves(deputy, '2026-12-01');
			expect([await opens(held, '2026-11-30'), await opens(held, '2026-12-01')]).toEqual([
				expect.anything(),
				null,
			]);
		});
	});
});
