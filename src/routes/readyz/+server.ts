import { partsNotReady } from '#platform/lifecycle.ts';

/** 200 when every part of the product works (the database answers); otherwise 503 and the parts that do not. */
export async function GET(): Promise<Response> {
	const missing = await partsNotReady();
	const body = missing.length === 0 ? 'ready\n' : `not ready: ${missing.join(', ')}\n`;
	return new Response(body, {
		status: missing.length === 0 ? 200 : 503,
		headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' },
	});
}
