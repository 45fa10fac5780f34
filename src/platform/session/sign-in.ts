import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import { keepPerson } from '../device/device-person.ts';
import { askedTogether } from '../asked-together.ts';
import { type SignInSettings, betterAuthOver } from './auth.ts';
import { acceptInvitations } from './invitations.ts';
import { issueLink } from './links.ts';

/** Who is signed in. */
export interface SignedIn {
	id: string;
	name: string;
	email: string;
}

/** Everything a request may ask about sessions. Answers carry whole Set-Cookie lines, to be sent as they are. */
export interface SignIn {
	/** Who the request's cookie belongs to, by which session. Lines come along when the session was prolonged or is over. */
	whoIs(headers: Headers): Promise<{ person: SignedIn | null; session: string | null; cookies: string[] }>;
	/**
	 * Whether a session still stands and is theirs; asked of many at the same moment, it is one question. Asking does not prolong it: a
	 * page left open keeps nobody signed in.
	 */
	isStill(session: string, personId: string): Promise<boolean>;
	/**
	 * Spends a link's token and opens a session in place of the one the request came with. Null when the token is wrong,
	 * spent or too old. Signing in accepts the person's open invitations: whoever answers the invited address has it.
	 */
	redeem(token: string, headers: Headers): Promise<string[] | null>;
	/** The demo only: a session as any of its people, null if there is no such person. Throws anywhere else. */
	be(personId: string, headers: Headers): Promise<string[] | null>;
	/** The demo only: the people one may be, by name. Throws anywhere else. */
	people(): Promise<SignedIn[]>;
	/** Ends the request's session and clears its cookie. Harmless when there is none. */
	signOut(headers: Headers): Promise<string[]>;
}

export function openSignIn(database: Database, settings: SignInSettings): SignIn {
	const auth = betterAuthOver(database, settings);

	async function whoIs(headers: Headers) {
		const answer = await auth.api.getSession({ headers: cookieOnly(headers), returnHeaders: true });
		const user = answer.response?.user;
		return {
			person: user ? { id: user.id, name: user.name, email: user.email } : null,
			session: answer.response?.session.id ?? null,
			cookies: answer.headers.getSetCookie(),
		};
	}

	const whose = askedTogether(async (sessions: readonly string[]) => {
		const { rows } = await database.signIn((db) =>
			sql<{ id: string; person_id: string }>`
				select id, person_id from session where id = any (${sessions}::uuid[]) and expires_at > ${new Date()}`.execute(
				db,
			),
		);
		const people = new Map(rows.map(({ id, person_id }) => [id, person_id]));
		return sessions.map((session) => people.get(session) ?? null);
	});

	async function redeem(token: string, headers: Headers) {
		const response = await auth.api.magicLinkVerify({
			query: { token, callbackURL: '/', errorCallbackURL: '/' },
			headers: new Headers(),
			asResponse: true,
		});
		const cookies = response.headers.getSetCookie();
		if (cookies.length === 0) return null;
		await auth.api.signOut({ headers: cookieOnly(headers) });
		const { person } = await whoIs(
			new Headers({ cookie: cookies.map((line) => line.split(';')[0]).join('; ') }),
		);
		if (!person) return cookies;
		await acceptInvitations(database, person.id);
		return [...cookies, keepPerson(person.id, settings.origin.startsWith('https:'))];
	}

	function demoOnly() {
		if (!settings.demo) throw new Error('Nobody can be somebody else outside the demo.');
	}

	return {
		whoIs,
		async isStill(session, personId) {
			return (await whose(session)) === personId;
		},
		redeem,
		async be(personId, headers) {
			demoOnly();
			const token = await database.signIn(async (db) => {
				const person = await db
					.selectFrom('person')
					.select('email')
					.where('id', '=', personId)
					.executeTakeFirst();
				return person && issueLink(db, person.email, 1, new Date());
			});
			return token ? redeem(token, headers) : null;
		},
		async people() {
			demoOnly();
			return database.signIn((db) =>
				db.selectFrom('person').select(['id', 'name', 'email']).orderBy('name').limit(200).execute(),
			);
		},
		async signOut(headers) {
			const response = await auth.api.signOut({ headers: cookieOnly(headers), asResponse: true });
			return response.headers.getSetCookie();
		},
	};
}

/** The library would keep the browser's name and address beside the session; nothing here needs them. */
function cookieOnly(headers: Headers): Headers {
	return new Headers({ cookie: headers.get('cookie') ?? '' });
}
