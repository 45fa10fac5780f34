import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { brokered, type Brokered } from './brokered.fixture.ts';

// What the database itself refuses, with no check of the application in the way.

forEachEngine((database) => {
	let all: Brokered;
	let unnamed: { requestId: string; helperId: string };
	beforeAll(async () => {
		all = await brokered(database());
		unnamed = await all.proposed();
	});

	const attempt = (who: string, statement: ReturnType<typeof sql>) =>
		all.home.as(who, async ({ db }) => Number((await statement.execute(db)).numAffectedRows ?? 0n));
	const refused = /row-level security|permission denied/;
	const own = () => sql`${all.home.partnershipId}`;

	describe('R6 NFS-23 past all rules', () => {
		test('nobody asks for another’s school, nor in another’s name', async () => {
			const ask = (memberId: string, by: string) => sql`
				insert into support_request (partnership_id, id, member_id, theme_id, words, by_day, may_name, at_meetings, asked_by, asked_at, changed_by)
				values (${own()}, ${randomUUIDv7()}, ${memberId}, ${all.reading}, 'x', '2026-11-01', true, true, ${by}, now(), ${by})`;
			for (const who of [all.home.chair, all.other])
				await expect(attempt(who, ask(all.home.members[0], who))).rejects.toThrow(refused);
			await expect(attempt(all.head, ask(all.home.members[0], all.helper))).rejects.toThrow(refused);
		});

		test('whoever leads names nobody without consent, and consents for nobody', async () => {
			const name = sql`
				insert into support_helper (partnership_id, id, request_id, asker_id, member_id, named, proposed_by, proposed_at)
				values (${own()}, ${randomUUIDv7()}, ${unnamed.requestId}, ${all.home.members[0]}, ${all.third}, true, ${all.home.chair}, now())`;
			await expect(attempt(all.home.chair, name)).rejects.toThrow(refused);
			const consent = (
				by: string,
			) => sql`insert into helper_consent (partnership_id, helper_id, yes, because, said_by, said_at)
				values (${own()}, ${unnamed.helperId}, true, '', ${by}, now())`;
			for (const who of [all.home.chair, all.helper, all.other])
				await expect(attempt(who, consent(who))).rejects.toThrow(refused);
			const loosen = sql`update support_request set may_name = true, changed_by = ${all.home.chair} where id = ${unnamed.requestId}`;
			expect(await attempt(all.home.chair, loosen)).toBe(0);
			await expect(
				attempt(all.home.chair, sql`update support_helper set named = true where id = ${unnamed.helperId}`),
			).rejects.toThrow(refused);
		});

		test('a helper that was not asked reads nothing, answers nothing and agrees nothing', async () => {
			const rows = await all.home.as(all.helper, async ({ db }) => [
				...(await db.selectFrom('support_request').select('id').execute()),
				...(await db.selectFrom('support_helper').select('id').execute()),
			]);
			expect(rows).toEqual([]);
			const answer = sql`insert into helper_answer (partnership_id, helper_id, yes, words, answered_by, answered_at)
				values (${own()}, ${unnamed.helperId}, true, '', ${all.helper}, now())`;
			await expect(attempt(all.helper, answer)).rejects.toThrow(refused);
			const agree = sql`
				insert into deployment (partnership_id, id, helper_id, request_id, asker_id, member_id, days, from_day, to_day, who, payer, agreed_by, agreed_at)
				values (${own()}, ${randomUUIDv7()}, ${unnamed.helperId}, ${unnamed.requestId}, ${all.home.members[0]}, ${all.home.members[1]},
					1, '2026-09-07', '2026-09-08', 'x', '', ${all.helper}, now())`;
			await expect(attempt(all.helper, agree)).rejects.toThrow(refused);
		});

		test('of a deployment only the asker’s head tells and thanks, and nobody else’s day is noted in their name', async () => {
			all = await brokered(database());
			const { deploymentId, requestId } = await all.agreed({ days: '1' });
			const tell = (
				by: string,
			) => sql`insert into deployment_outcome (partnership_id, deployment_id, number, words, told_by, told_at)
				values (${own()}, ${deploymentId}, 1, 'x', ${by}, now())`;
			const thank = (
				by: string,
			) => sql`insert into deployment_thanks (partnership_id, deployment_id, words, open, thanked_by, thanked_at)
				values (${own()}, ${deploymentId}, 'x', true, ${by}, now())`;
			const note = (
				by: string,
			) => sql`insert into deployment_day (partnership_id, id, deployment_id, day, words, noted_by, noted_at)
				values (${own()}, ${randomUUIDv7()}, ${deploymentId}, '2026-09-07', 'x', ${by}, now())`;
			for (const who of [all.helper, all.home.chair, all.other])
				for (const deed of [tell, thank]) await expect(attempt(who, deed(who))).rejects.toThrow(refused);
			for (const who of [all.home.chair, all.other])
				await expect(attempt(who, note(who))).rejects.toThrow(refused);
			await expect(attempt(all.head, note(all.helper))).rejects.toThrow(refused);
			const give = sql`insert into support_resource (partnership_id, request_id, number, days, words, decided_by, decided_at)
				values (${own()}, ${requestId}, 1, 1, 'x', ${all.head}, now())`;
			await expect(attempt(all.head, give)).rejects.toThrow(refused);
		});
	});
});
