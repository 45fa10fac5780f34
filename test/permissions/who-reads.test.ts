import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '#platform/project-root.ts';

// Whoever writes something in a review sees who will read it, before they write it.

const folder = join(projectRoot, 'src/routes');
/** The pages of one review, those that ask the server and those that open without it. */
const ofReview = ['(online)/reviews/[review]/', '(device)/day/[review]/'];

/** Where people write in their own words. */
const writing = /<(TextArea|TextField|Questions|AskedQuestion)\b/;

/** Pages on which what is written is read by nobody in the review, with why. */
const exempt: Record<string, string> = {
	'(online)/reviews/[review]/day/pace/+page.svelte': 'A number of minutes is said there, and no words.',
	'(online)/reviews/[review]/sharing/+page.svelte':
		'It says of everything who reads it; here one names a reader.',
};

/** A page's own text and that of the components beside it that it is made of. */
function textOf(file: string, seen = new Set<string>()): string {
	if (seen.has(file) || !existsSync(file)) return '';
	seen.add(file);
	const text = readFileSync(file, 'utf8');
	const parts = [...text.matchAll(/from '(\.[^']+\.svelte)'/g)].map(([, path]) =>
		textOf(join(dirname(file), path!), seen),
	);
	return [text, ...parts].join('\n');
}

interface Page {
	page: string;
	text: string;
}

const pages: Page[] = globSync('**/+page.svelte', { cwd: folder })
	.filter((page) => ofReview.some((place) => page.startsWith(place)))
	.map((page) => ({ page, text: textOf(join(folder, page)) }));

const written = (all: Page[]) => all.filter(({ text }) => writing.test(text));
const silent = (all: Page[]) =>
	written(all)
		.filter(({ page, text }) => !(page in exempt) && !/<WhoReads readers=\{/.test(text))
		.map(({ page }) => page);

describe('NFS-12 who can see this stands above everything that is written in a review', () => {
	test(`on ${written(pages).length} pages`, () => {
		expect(written(pages).length).toBeGreaterThan(8);
		expect(silent(pages)).toEqual([]);
	});

	test('a page that does not say it is found', () => {
		const said = '<WhoReads readers={data.readers} />';
		const planted = ['<TextArea name="words" />', `${said}<TextField name="words" />`, '<p>Read.</p>'];
		expect(silent(planted.map((text, index) => ({ page: `${index}`, text })))).toEqual(['0']);
	});

	test('nothing is let off that is not there', () => {
		const there = written(pages).map(({ page }) => page);
		expect(Object.keys(exempt).filter((page) => !there.includes(page))).toEqual([]);
	});
});
