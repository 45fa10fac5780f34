import type { Browser, Page } from '@playwright/test';

/**
 * Keeps Chromium from loading two pages of its own, for suggestions under an address nobody types, with each window it opens:
 * that was a second of computing for every person of a journey. Chromium hears the last --disable-features alone, so
 * what Playwright turns off in the one before stands here again.
 */
export const turnedOff = [
	'WebUIOmniboxPopup',
	'WebUIOmniboxAimPopup',
	'AvoidUnnecessaryBeforeUnloadCheckSync',
	'DestroyProfileOnBrowserClose',
	'HttpsUpgrades',
	'HttpsFirstBalancedModeAutoEnable',
	'LensOverlay',
	'MediaRouter',
	'PaintHolding',
	'ThirdPartyStoragePartitioning',
	'AvoidCorsURLLoaderRestartOnRedirect',
	'TcpPortRandomizationWin',
	'OptimizationHints',
	'NetworkTimeServiceQuerying',
	'AimEnabled',
	'PreconnectToSearch',
	'msForceBrowserSignIn',
	'msEdgeUpdateLaunchServicesPreferredVersion',
];

/** For the start of a browser. */
export const plainWindows = [`--disable-features=${turnedOff.join(',')}`];

/**
 * Has every window of a browser fill the screen, and so go without tabs and buttons: Chromium paints those anew some twenty
 * times a page, though nobody sees them, an eighth of its computing. Pages do not notice: they are as large as they were told
 * to be. Minimised windows would save a little more, but give pages one frame a second.
 */
export function fillScreen(browser: Browser): void {
	browser.on('context', (context) => context.on('page', (page) => void fill(page).catch(() => {})));
}

async function fill(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	const { windowId } = await session.send('Browser.getWindowForTarget');
	await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'fullscreen' } });
	await session.detach();
}
