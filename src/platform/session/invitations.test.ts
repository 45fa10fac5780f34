import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { person } from '#platform/principal.ts';
import { forEachEngine } from '#test/database.ts';
import { openSignIn } from './sign-in.ts';
import { newToken } from './token.ts';

const today = '2026-11-23';
const fortnight = 14 * 24 * 60 * 60 * 1000;

forEachEngine((database) => {
	/** An invitation of Bea by Ada, with the two of them. */
	async function invited() {
		const [ada, bea, partnership, invitation] = [
			randomUUIDv7(),
			randomUUIDv7(),
			randomUUIDv7(),
			randomUUIDv7(),
		];
		const email = `${bea}@school.example`;
		await database().asOwner(async (db) => {
			await db
				.insertInto('person')
				.values({ id: ada, name: 'Ada', email: `${ada}@school.example` })
				.execute();
			await db.insertInto('person').values({ id: bea, name: 'Bea', email }).execute();
			await db
				.insertInto('partnership')
				.values({ id: partnership, name: 'Fernmarsh Partnership', founded_by: ada })
				.execute();
			const expires_at = new Date(Date.now() + fortnight);
			await db
				.insertInto('invitation')
				.values({
					partnership_id: partnership,
					id: invitation,
					person_id: bea,
					email,
					invited_by: ada,
					expires_at,
				})
				.execute();
		});
		return { ada, bea, invitation };
	}
	const open = (as: string, invitation: string, hash: string) =>
		database().as(person(as), today, (db) =>
			sql`select open_invitation_link(${randomUUIDv7()}, ${invitation}, ${hash}, ${new Date(Date.now() + fortnight)})`.execute(
				db,
			),
		);
	const signIn = () =>
		openSignIn(database(), { origin: 'http://localhost:4000', secret: 'x'.repeat(40), demo: false });
	const acceptedAt = (invitation: string) =>
		database().asOwner((db) =>
			db.selectFrom('invitation').select('accepted_at').where('id', '=', invitation).executeTakeFirst(),
		);

	test('the link in an invitation signs the invited person in, once, and accepts it', async () => {
		const { ada, bea, invitation } = await invited();
		const { token, hash } = newToken();
		await open(ada, invitation, hash);
		expect(await acceptedAt(invitation)).toEqual({ accepted_at: null });
		const cookies = await signIn().redeem(token, new Headers());
		const cookie = cookies?.[0]?.split(';')[0] ?? '';
		expect((await signIn().whoIs(new Headers({ cookie }))).person?.id).toBe(bea);
		expect(await acceptedAt(invitation)).toEqual({ accepted_at: expect.any(Date) });
		expect(await signIn().redeem(token, new Headers())).toBeNull();
	});

	test('only whoever wrote an invitation can have its link made', async () => {
		const { bea, invitation } = await invited();
		const { token, hash } = newToken();
		await open(bea, invitation, hash);
		expect(await signIn().redeem(token, new Headers())).toBeNull();
	});
});
