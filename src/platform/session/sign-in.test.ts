import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { issueLink } from './links.ts';
import { type SignIn, openSignIn } from './sign-in.ts';

const day = 24 * 60 * 60 * 1000;

/** The Cookie header a browser would send after these Set-Cookie lines. */
const holding = (lines: string[] | null) =>
	new Headers({ cookie: (lines ?? []).map((line) => line.split(';')[0]).join('; ') });
const nothing = new Headers();

forEachEngine((database) => {
	let signIn: SignIn;
	let demo: SignIn;
	let ada: { id: string; name: string; email: string };
	let bea: typeof ada;

	beforeAll(() => {
		const settings = {
			origin: 'http://localhost:4000',
			secret: 'a secret of more than thirty-two characters',
		};
		signIn = openSignIn(database(), { ...settings, demo: false });
		demo = openSignIn(database(), { ...settings, demo: true });
	});
	beforeEach(async () => {
		ada = { id: randomUUIDv7(), name: 'Ada', email: `${randomUUIDv7()}@school.example` };
		bea = { id: randomUUIDv7(), name: 'Bea', email: `${randomUUIDv7()}@school.example` };
		await database().signIn((db) => db.insertInto('person').values([ada, bea]).execute());
	});

	const link = (email: string, minutes = 30) =>
		database().signIn((db) => issueLink(db, email, minutes, new Date()));
	const sessionsOf = (personId: string) =>
		database().signIn((db) =>
			db.selectFrom('session').selectAll().where('person_id', '=', personId).execute(),
		);
	const comeIn = async (email: string) => holding(await signIn.redeem(await link(email), nothing));

	test('a link signs in the person with that address, however it is written', async () => {
		const cookies = await signIn.redeem(await link(ada.email.toUpperCase()), nothing);
		expect(cookies?.[0]).toMatch(/^fresh-eyes\.session_token=.+HttpOnly; SameSite=Lax$/);
		expect((await signIn.whoIs(holding(cookies))).person).toEqual(ada);
	});

	test('over https the cookie is secure', async () => {
		const secure = openSignIn(database(), {
			origin: 'https://reviews.example',
			secret: 'x'.repeat(40),
			demo: false,
		});
		expect((await secure.redeem(await link(ada.email), nothing))?.[0]).toMatch(
			/^__Secure-fresh-eyes.+; Secure;/,
		);
	});

	test('a link works once', async () => {
		const token = await link(ada.email);
		expect(await signIn.redeem(token, nothing)).not.toBeNull();
		expect(await signIn.redeem(token, nothing)).toBeNull();
	});

	test('of two who press at the same time, one comes in', async () => {
		const token = await link(ada.email);
		const answers = await Promise.all([signIn.redeem(token, nothing), signIn.redeem(token, nothing)]);
		expect(answers.filter((cookies) => cookies !== null)).toHaveLength(1);
	});

	test('a link that is too old, made up or for nobody signs nobody in, and makes nobody', async () => {
		expect(await signIn.redeem(await link(ada.email, -1), nothing)).toBeNull();
		expect(await signIn.redeem('made-up', nothing)).toBeNull();
		expect(await signIn.redeem('', nothing)).toBeNull();
		const stranger = `${randomUUIDv7()}@elsewhere.example`;
		expect(await signIn.redeem(await link(stranger), nothing)).toBeNull();
		expect(
			await database().signIn((db) =>
				db.selectFrom('person').select('id').where('email', '=', stranger).execute(),
			),
		).toEqual([]);
	});

	test('the token itself is not in the database', async () => {
		const token = await link(ada.email);
		const rows = await database().signIn((db) => db.selectFrom('verification').selectAll().execute());
		expect(JSON.stringify(rows)).not.toContain(token);
	});

	test('signing out ends the session at once, for a copy of the cookie too', async () => {
		const headers = await comeIn(ada.email);
		const cleared = await signIn.signOut(headers);
		expect(cleared[0]).toContain('fresh-eyes.session_token=; Max-Age=0');
		expect((await signIn.whoIs(headers)).person).toBeNull();
		expect(await signIn.signOut(headers)).toEqual(cleared);
	});

	test('a session that has run out is nobody’s, and its cookie is cleared', async () => {
		const headers = await comeIn(ada.email);
		const past = new Date(Date.now() - 1000);
		await database().signIn((db) =>
			db.updateTable('session').set({ expires_at: past }).where('person_id', '=', ada.id).execute(),
		);
		const { person, cookies } = await signIn.whoIs(headers);
		expect(person).toBeNull();
		expect(cookies[0]).toContain('Max-Age=0');
	});

	test('asking whether somebody still is signed in prolongs nothing, and ends with the session', async () => {
		const cookie = await comeIn(ada.email);
		const session = (await signIn.whoIs(cookie)).session!;
		const soon = new Date(Date.now() + day);
		await database().signIn((db) =>
			db.updateTable('session').set({ expires_at: soon }).where('person_id', '=', ada.id).execute(),
		);
		const still = () => Promise.all([ada, bea].map(({ id }) => signIn.isStill(session, id)));
		expect(await still()).toEqual([true, false]);
		expect((await sessionsOf(ada.id))[0]?.expires_at).toEqual(soon);
		await signIn.signOut(cookie);
		expect(await still()).toEqual([false, false]);
	});

	test('a session in use is prolonged, in the browser too', async () => {
		const headers = await comeIn(ada.email);
		const soon = new Date(Date.now() + 5 * day);
		await database().signIn((db) =>
			db.updateTable('session').set({ expires_at: soon }).where('person_id', '=', ada.id).execute(),
		);
		expect((await signIn.whoIs(headers)).cookies[0]).toContain('Max-Age=2592000');
		expect((await sessionsOf(ada.id))[0]?.expires_at.getTime()).toBeGreaterThan(soon.getTime());
		expect((await signIn.whoIs(headers)).cookies).toEqual([]);
	});

	test('a changed cookie is nobody’s', async () => {
		const headers = await comeIn(ada.email);
		const cookie = headers.get('cookie') ?? '';
		expect(
			(await signIn.whoIs(new Headers({ cookie: cookie.replace(/.{6}(?=; |$)/g, 'AAAAA=') }))).person,
		).toBeNull();
		const [session] = await sessionsOf(ada.id);
		expect(
			(await signIn.whoIs(new Headers({ cookie: `fresh-eyes.session_token=${session?.token}` }))).person,
		).toBeNull();
	});

	test('on a shared tablet, whoever signs in next ends the session before', async () => {
		const adas = await comeIn(ada.email);
		const beas = holding(await signIn.redeem(await link(bea.email), adas));
		expect((await signIn.whoIs(adas)).person).toBeNull();
		expect((await signIn.whoIs(beas)).person).toEqual(bea);
	});

	test('a session keeps neither the browser’s name nor its address', async () => {
		await signIn.redeem(
			await link(ada.email),
			new Headers({ 'user-agent': 'Tablet', 'x-forwarded-for': '10.1.2.3' }),
		);
		expect((await sessionsOf(ada.id))[0]).toMatchObject({ ip_address: '', user_agent: '' });
	});

	test('in the demo one may be anybody who is there, under a cookie of its own', async () => {
		expect((await demo.people()).map(({ id }) => id)).toContain(ada.id);
		const cookies = await demo.be(ada.id, nothing);
		expect(cookies?.[0]).toMatch(/^fresh-eyes-demo\.session_token=/);
		expect((await demo.whoIs(holding(cookies))).person).toEqual(ada);
		expect((await signIn.whoIs(holding(cookies))).person).toBeNull();
		expect(await demo.be(randomUUIDv7(), nothing)).toBeNull();
	});

	test('outside the demo nobody can be somebody else', async () => {
		await expect(signIn.be(ada.id, nothing)).rejects.toThrow('outside the demo');
		await expect(signIn.people()).rejects.toThrow('outside the demo');
		expect(await sessionsOf(ada.id)).toEqual([]);
	});
});
