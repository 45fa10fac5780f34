/** What the gate does with a request. */
export type GateAnswer =
	{ is: 'open' } | { is: 'sign in first'; at: string } | { is: 'refused' } | { is: 'not there' };

interface Request {
	/** The route's id, null where none matches. */
	route: string | null;
	/** Path and query asked for. */
	path: string;
	posts: boolean;
	signedIn: boolean;
	demo: boolean;
	development: boolean;
}

/** Routes open to anyone; every other needs somebody signed in. A new screen is therefore closed until it is listed. */
const open = new Set([
	'/',
	'/sign-in',
	'/sign-in/link',
	'/sign-out',
	'/signed-out',
	'/set-up',
	'/healthz',
	'/readyz',
	'/protocol.schema.json',
	// Pages without data: what they show is on the device, and the API asks who is there.
	'/day',
	'/day/[review]',
	// Their secret says whose they are.
	'/letters/stop',
	'/letters/bell',
	'/letters/action',
	'/calendar/[token].ics',
	// A workshop's code lets phones in, and the secret it gives them says whose they are.
	'/join',
	'/taking-part',
	'/taking-part/news',
]);

/**
 * Decides before any screen runs. Someone signed out is sent to sign in and back to the page they were on; what they typed
 * stays on their device. The API answers 401 instead. Being somebody else exists in the demo alone, where it
 * takes the place of signing in; the page of components in development alone.
 */
export function gate({ route, path, posts, signedIn, demo, development }: Request): GateAnswer {
	if (route === null) return { is: 'open' };
	const place = route.replace(/\/\([^)]+\)/g, '') || '/';
	if (within(place, '/be')) return demo ? { is: 'open' } : { is: 'not there' };
	// Pages that open without the server know of one way in alone.
	if (place === '/sign-in' && demo && !posts)
		return { is: 'sign in first', at: path.replace(/^\/sign-in/, '/be') };
	if (within(place, '/set-up') && demo) return { is: 'not there' };
	if (within(place, '/design')) return development ? { is: 'open' } : { is: 'not there' };
	if (signedIn || open.has(place) || within(place, '/link')) return { is: 'open' };
	if (within(place, '/api')) return { is: 'refused' };
	const page = posts ? path.replace(/\?\/.*$/, '') : path;
	return { is: 'sign in first', at: `${demo ? '/be' : '/sign-in'}?next=${encodeURIComponent(page)}` };
}

const within = (place: string, folder: string) => place === folder || place.startsWith(`${folder}/`);
