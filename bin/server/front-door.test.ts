import { createServer, request as send, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { FrontDoor } from './front-door.ts';
import { addressHeader, hostHeader, protocolHeader } from './own-address.ts';

let door: FrontDoor;
afterEach(() => door.close(0));

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

async function opened(origin?: string, proxies?: number): Promise<{ port: number }> {
	const port = await freePort();
	door = new FrontDoor(origin ?? `http://localhost:${port}`, () => 'Loading <the> register', proxies);
	await door.listen(port, '127.0.0.1');
	return { port };
}

function ask(port: number, path: string, headers: Record<string, string> = {}, method = 'GET') {
	const { promise, resolve, reject } = Promise.withResolvers<{
		status: number;
		headers: IncomingHttpHeaders;
		body: string;
	}>();
	const request = send({ host: '127.0.0.1', port, path, headers, method }, async (response) => {
		let body = '';
		for await (const chunk of response) body += String(chunk);
		resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
	});
	request.on('error', reject).end();
	return promise;
}

test('answers at once with a page that asks again by itself', async () => {
	const { port } = await opened();
	const answer = await ask(port, '/', { host: `localhost:${port}` });
	expect(answer.status).toBe(503);
	expect(answer.headers['retry-after']).toBe('2');
	expect(answer.body).toContain('http-equiv="refresh"');
	expect(answer.body).toContain('Loading &#60;the&#62; register …');
});

test('what is sent too early is refused openly, and not asked for again', async () => {
	const { port } = await opened();
	const answer = await ask(port, '/evidence', { host: `localhost:${port}` }, 'POST');
	expect(answer.status).toBe(503);
	expect(answer.body).toContain('has not been saved');
	expect(answer.body).not.toContain('http-equiv="refresh"');
});

test('is alive before it is ready', async () => {
	const { port } = await opened();
	expect((await ask(port, '/healthz')).status).toBe(200);
	expect((await ask(port, '/readyz')).status).toBe(503);
});

test('a forged Host or forwarded header never reaches the application', async () => {
	const { port } = await opened('https://reviews.example.org');
	let seen: IncomingHttpHeaders = {};
	door.handOver((request, response) => {
		seen = request.headers;
		response.end();
	});
	await ask(port, '/', {
		host: 'evil.example',
		'x-forwarded-host': 'evil.example',
		'x-forwarded-proto': 'http',
		'x-forwarded-for': '10.0.0.1',
		forwarded: 'host=evil.example',
		[hostHeader]: 'evil.example',
		[protocolHeader]: 'gopher',
	});
	expect(JSON.stringify(seen)).not.toContain('evil');
	expect(seen.host).toBe('reviews.example.org');
	expect(seen[hostHeader]).toBe('reviews.example.org');
	expect(seen[protocolHeader]).toBe('https');
	expect(seen['x-forwarded-for']).toBeUndefined();
});

test.each([
	[0, '203.0.113.9', '127.0.0.1'],
	[1, '203.0.113.9', '203.0.113.9'],
	[1, '198.51.100.1, 203.0.113.9', '203.0.113.9'],
	[2, '198.51.100.1, 203.0.113.9', '198.51.100.1'],
	[1, 'not an address', '127.0.0.1'],
	[1, undefined, '127.0.0.1'],
	[2, '203.0.113.9', '127.0.0.1'],
])('behind %i proxies that were asked for %s, %s asks', async (proxies, forwarded, asker) => {
	const { port } = await opened('https://reviews.example.org', proxies);
	let seen: IncomingHttpHeaders = {};
	door.handOver((request, response) => {
		seen = request.headers;
		response.end();
	});
	await ask(port, '/', { [addressHeader]: '192.0.2.7', ...(forwarded && { 'x-forwarded-for': forwarded }) });
	expect(seen[addressHeader]).toBe(asker);
});

test('every answer forbids framing and sniffing, and https is kept to', async () => {
	const { port } = await opened('https://reviews.example.org');
	const { headers } = await ask(port, '/healthz');
	expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
	expect(headers['x-content-type-options']).toBe('nosniff');
	expect(headers['referrer-policy']).toBe('same-origin');
	expect(headers['cross-origin-opener-policy']).toBe('same-origin');
	expect(headers['strict-transport-security']).toBe('max-age=31536000');
});

test('a browser that came by 127.0.0.1 is sent to the address its forms will work at', async () => {
	const { port } = await opened();
	const answer = await ask(port, '/set-up?step=1', { host: `127.0.0.1:${port}` });
	expect(answer.status).toBe(307);
	expect(answer.headers.location).toBe(`http://localhost:${port}/set-up?step=1`);
});

test('a taken port is refused in plain words', async () => {
	const { port } = await opened();
	const second = new FrontDoor('http://localhost', () => '');
	await expect(second.listen(port, '127.0.0.1')).rejects.toThrow(`Port ${port} is taken`);
});
