import { expect, test } from 'vitest';
import { readRoute, routeIdOf } from './route-ids.ts';

test('reads the folder names of routes', () => {
	expect(readRoute('').pattern.test('/')).toBe(true);
	const findings = readRoute('/(member)/reviews/[review=uuid]/findings');
	expect(findings.id).toBe('/reviews/[review=uuid]/findings');
	expect(findings.pattern.test('/reviews/42/findings')).toBe(true);
	expect(findings.pattern.test('/reviews/42/7/findings')).toBe(false);
	expect(readRoute('/schools/[[year]]').pattern.test('/schools')).toBe(true);
	expect(readRoute('/files/[...path]').pattern.test('/files/a/b')).toBe(true);
	expect(readRoute('/reports/[id].pdf').pattern.test('/reports/7.pdf')).toBe(true);
	expect(readRoute('/reports/[id].pdf').pattern.test('/reports/7xpdf')).toBe(false);
});

test('knows the first page and no page that is not there', () => {
	expect(routeIdOf('/')).toBe('/');
	expect(routeIdOf('/there-is-no-such-page')).toBeNull();
});
