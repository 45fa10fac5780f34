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
