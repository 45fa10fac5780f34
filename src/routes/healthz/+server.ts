/** The process answers. Says nothing of the database: a balancer must not restart a server because its database is away. */
export function GET(): Response {
	return new Response('ok\n', { headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } });
}
