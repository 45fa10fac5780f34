import axe from 'axe-core';
import { expect, type Page } from '@playwright/test';

const everyRule: axe.RunOptions = {
	runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
	resultTypes: ['violations'],
};

/** The rules of which the dark may break what stands in the light. */
const ofColours: axe.RunOptions = {
	runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
	resultTypes: ['violations'],
};

/**
 * Fails with every fault axe finds on the page as it stands, and where; given rules, with those against them alone. axe runs
 * in the page itself and is put there once per document: its package for Playwright does so at every run and puts the result
 * together in a page of its own, at twice the cost, for the sake of frames, which our pages have none of.
 */
export async function expectNoAxeViolations(page: Page, rules = everyRule): Promise<void> {
	if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source);
	const told = await page.evaluate(async (how) => {
		const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(how);
		return violations.map(({ id, help, nodes }) => ({
			rule: id,
			help,
			where: nodes.map((node) => node.target.join(' ')),
		}));
	}, rules);
	expect(told, `axe on ${page.url()}`).toEqual([]);
}

/** The two widths every page must look right at. */
export const widths = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } } as const;

/** Fails when the page must be scrolled sideways at phone width; leaves the page at desk width. */
async function expectFitsPhone(page: Page): Promise<void> {
	await page.setViewportSize(widths.phone);
	const { content, window } = await page.evaluate(() => ({
		content: document.documentElement.scrollWidth,
		window: document.documentElement.clientWidth,
	}));
	expect(content, `width of ${page.url()} in a window of ${window}`).toBeLessThanOrEqual(window);
	await page.setViewportSize(widths.desk);
}

/** Everything a page must hold to wherever a journey stops: no axe fault at desk width, in the dark or on a phone. */
export async function expectGoodPage(page: Page): Promise<void> {
	// Nothing is judged half way through a change of colour.
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await expectNoAxeViolations(page);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expectNoAxeViolations(page, ofColours);
	await page.emulateMedia({ colorScheme: null, reducedMotion: null });
	await expectFitsPhone(page);
}
