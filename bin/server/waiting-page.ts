import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const style = `
:root { color-scheme: light dark; }
body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 20vh auto 0; padding: 0 1.25rem; }
h1 { font: 600 2rem/1.2 Georgia, serif; }
`;
const policy = [
	"default-src 'none'",
	`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
	"frame-ancestors 'none'",
].join('; ');

/** Answers a request that came before the product was ready: what is being done, asking again by itself. */
export function answerNotReady(request: IncomingMessage, response: ServerResponse, step: string): void {
	const sent = request.method !== 'GET' && request.method !== 'HEAD';
	response.writeHead(503, {
		'content-type': 'text/html; charset=utf-8',
		'content-security-policy': policy,
		'retry-after': '2',
		'cache-control': 'no-store',
	});
	response.end(page(step, sent));
}

function page(step: string, sent: boolean): string {
	const refresh = sent ? '' : '<meta http-equiv="refresh" content="2">';
	const advice = sent
		? 'What you just sent has not been saved. Go back in your browser in a moment and send it again.'
		: 'This page moves on by itself. The first start takes longest.';
	return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${refresh}
<title>Fresh Eyes is starting</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Fresh Eyes is starting</h1>
<p role="status">${escape(step)} …</p>
<p>${advice}</p>
</main>
</body>
</html>
`;
}

function escape(text: string): string {
	return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
