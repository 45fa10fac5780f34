const anywhere = 'http://own.invalid';

/**
 * Where to go after signing in: the path asked for if it lies within the product, else '/'. Refuses other hosts in any
 * spelling ('//host', '/\host', '/.//host') and the sign-in pages themselves.
 */
export function ownPath(wanted: string | null | undefined): string {
	if (!wanted?.startsWith('/') || !URL.canParse(wanted, anywhere)) return '/';
	const url = new URL(wanted, anywhere);
	const path = url.pathname + url.search + url.hash;
	if (url.origin !== anywhere || path.startsWith('//')) return '/';
	return /^\/(sign-in|sign-out|set-up|be)(\/|$)/.test(url.pathname) ? '/' : path;
}

/** The sign-in page that leads on to one of our own paths. */
export function signInPath(next: string): string {
	return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}
