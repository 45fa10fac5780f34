import { expect, test } from 'vitest';
import { gate } from './gate.ts';

const asked = {
	route: '/reviews/[review]',
	path: '/reviews/7?tab=lines',
	posts: false,
	signedIn: false,
	demo: false,
	development: false,
};

test('someone signed out is sent to sign in, and back to the page they were on', () => {
	expect(gate(asked)).toEqual({ is: 'sign in first', at: '/sign-in?next=%2Freviews%2F7%3Ftab%3Dlines' });
	expect(gate({ ...asked, route: '/(app)/reviews/[review]' })).toMatchObject({ is: 'sign in first' });
});

test('a form posted after signing out leads to the page of the form, not to its action', () => {
	expect(gate({ ...asked, path: '/reviews/7?/publish', posts: true })).toEqual({
		is: 'sign in first',
		at: '/sign-in?next=%2Freviews%2F7',
	});
});

test('the API says 401 instead', () => {
	expect(gate({ ...asked, route: '/api/evidence', path: '/api/evidence', posts: true })).toEqual({
		is: 'refused',
	});
});

test('whoever is signed in goes through; what they may see is decided further in', () => {
	expect(gate({ ...asked, signedIn: true })).toEqual({ is: 'open' });
});

test.each([
	'/',
	'/(welcome)',
	'/sign-in',
	'/sign-in/link',
	'/sign-out',
	'/signed-out',
	'/set-up',
	'/healthz',
	'/readyz',
	'/letters/stop',
	'/calendar/[token].ics',
])('%s is open to anyone', (route) => {
	expect(gate({ ...asked, route })).toEqual({ is: 'open' });
});

test.each([true, false])(
	'being somebody else does not exist outside the demo (signed in: %s)',
	(signedIn) => {
		expect(gate({ ...asked, route: '/be', signedIn })).toEqual({ is: 'not there' });
		expect(gate({ ...asked, route: '/be', signedIn, posts: true })).toEqual({ is: 'not there' });
		expect(gate({ ...asked, route: '/(anything)/be/more', signedIn })).toEqual({ is: 'not there' });
	},
);

test('in the demo one chooses whom to be instead of signing in', () => {
	const signIn = { ...asked, route: '/sign-in', path: '/sign-in?next=%2Fday%2F7', demo: true };
	expect(gate(signIn)).toEqual({ is: 'sign in first', at: '/be?next=%2Fday%2F7' });
	expect(gate({ ...asked, route: '/be', demo: true })).toEqual({ is: 'open' });
	expect(gate({ ...asked, route: '/set-up', demo: true })).toEqual({ is: 'not there' });
	expect(gate({ ...asked, demo: true })).toEqual({
		is: 'sign in first',
		at: '/be?next=%2Freviews%2F7%3Ftab%3Dlines',
	});
});

test('the page of components is for development', () => {
	expect(gate({ ...asked, route: '/design', signedIn: true })).toEqual({ is: 'not there' });
	expect(gate({ ...asked, route: '/design', development: true })).toEqual({ is: 'open' });
});
