import type { ServerResponse } from 'node:http';

const always: Record<string, string> = {
	// Pages replace this policy with their own stricter one, which says the same of frames.
	'content-security-policy': "frame-ancestors 'none'",
	'x-frame-options': 'DENY',
	'x-content-type-options': 'nosniff',
	// Not `no-referrer`: under it browsers post forms with an Origin of "null", which the server must refuse.
	'referrer-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
};

/** Sets what every answer carries, files and errors included. Over https, browsers are told to stay there for a year. */
export function addSafetyHeaders(response: ServerResponse, origin: URL): void {
	for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
	if (origin.protocol === 'https:') response.setHeader('strict-transport-security', 'max-age=31536000');
}
