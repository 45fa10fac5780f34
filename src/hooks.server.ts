import { randomUUID } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { type Handle, type HandleServerError, type ServerInit, sequence } from '@sveltejs/kit/hooks';
import { isSchoolYear } from '#domain/calendar/school-year.ts';
import { loadResults } from '#domain/outcome/load.server.ts';
import { loadRegister } from '#domain/register/load.server.ts';
import { warmSearch } from '#domain/register/queries.server.ts';
import { inContext } from '#platform/context.ts';
import { keepPerson, personCookie } from '#platform/device/device-person.ts';
import { addPart } from '#platform/lifecycle.ts';
import { logError } from '#platform/log.ts';
import { nobody, person } from '#platform/principal.ts';
import { report } from '#platform/progress.ts';
import { server } from '#platform/server.ts';
import { isToken } from '#platform/session/token.ts';
import { isId, key } from '#platform/text.ts';
import { startRounds } from './rounds.ts';
import { gate } from './routes/gate.ts';

const percent = (what: string) => (done: number, of: number) =>
	report(`${what}: ${Math.round((100 * done) / of)} %`);

/** How long a server that has started answers its first pages before it does anything beside. */
const secondsAlone = 20;

export const init: ServerInit = async () => {
	const opened = await server();
	const { database, env } = opened;
	await loadRegister(database, percent('Loading the school register'));
	await loadResults(database, percent('Loading published results'));
	if (env.demo) {
		const { loadDemo } = await import('#test/demo/load.ts');
		report('Telling the story of the demo');
		await loadDemo(database, new Date());
	}
	startRounds(opened);
	// The first search reads the register into memory, some seconds of work: done soon, nobody waits for it, nor does the first page.
	const warming = setTimeout(
		() =>
			inContext(database, nobody, new Date(), ({ db }) => warmSearch(db)).catch((error: unknown) =>
				logError(error, { job: 'search' }),
			),
		secondsAlone * 1000,
	).unref();
	addPart({ name: 'search', check: async () => {}, close: async () => clearTimeout(warming) });
};

/** Says who asks, and lets the request work as that person and no other. */
const identify: Handle = async ({ event, resolve }) => {
	const { database, signIn, delivery } = await server();
	const { headers } = event.request;
	const {
		person: asker,
		session,
		cookies,
	} = headers.has('cookie') ? await signIn.whoIs(headers) : { person: null, session: null, cookies: [] };

	const actor = asker ? person(asker.id) : nobody;
	event.locals.requestId = randomUUID();
	event.locals.person = asker;
	event.locals.session = session;
	event.locals.setCookies = cookies;
	event.locals.within = (work) => inContext(database, actor, new Date(), work);

	const response = await resolve(event);
	if (asker && event.cookies.get(personCookie) !== asker.id)
		response.headers.append('set-cookie', keepPerson(asker.id, event.url.protocol === 'https:'));
	for (const line of event.locals.setCookies) response.headers.append('set-cookie', line);
	// On a shared tablet, going back after signing out must not show what the last person read.
	if (asker) response.headers.set('cache-control', 'private, no-store');
	// Whatever was posted may have queued a letter.
	if (event.request.method !== 'GET') delivery.soon();
	return response;
};

/** Lets nobody past the public pages who is not signed in. */
const guard: Handle = async ({ event, resolve }) => {
	const { env } = await server();
	const answer = gate({
		route: event.route.id,
		path: event.url.pathname + event.url.search,
		posts: event.request.method !== 'GET' && event.request.method !== 'HEAD',
		signedIn: event.locals.person !== null,
		demo: env.demo,
		development: import.meta.env.DEV,
	});
	if (answer.is === 'sign in first') redirect(303, answer.at);
	if (answer.is === 'refused') return Response.json({ message: 'Sign in first.' }, { status: 401 });
	if (answer.is === 'not there' || !namesThings(event.params)) error(404, 'There is no such page.');
	return resolve(event);
};

/** Parameters of an address that are no ids. */
const shapes: Readonly<Record<string, (value: string) => boolean>> = {
	token: isToken,
	year: isSchoolYear,
	part: (value) => /^[a-zA-Z]{1,30}$/.test(value),
	stage: (value) => key.safeParse(value).success,
	number: (value) => /^\d{1,6}$/.test(value),
};

/** Every parameter in an address has its shape, an id's unless said; anything else leads nowhere, and never as far as the database. */
const namesThings = (params: Partial<Record<string, string>>) =>
	Object.entries(params).every(([name, value]) => value && (shapes[name] ?? isId)(value));

export const handle = sequence(identify, guard);

export const handleError: HandleServerError = ({ kind, error: thrown, event }) => {
	if (kind === 'app') return thrown;
	if (kind === 'framework' && thrown.status < 500) return { message: plain[thrown.status] ?? thrown.message };
	const id = event.locals.requestId;
	logError(thrown, { request: id, route: event.route.id, method: event.request.method });
	return {
		message: 'Something went wrong on our side. What you typed is still on this page if you go back.',
		id,
	};
};

const plain: Record<number, string> = {
	404: 'There is no such page.',
	405: 'That cannot be done here.',
	413: 'That is more than can be sent at once.',
};
