/** `npm run dev`: the product from its sources, reloading as they change. Same settings as `npm start`. */
import { createServer } from 'vite';
import { readEnv } from '../src/platform/env.ts';
import { closeParts } from '../src/platform/lifecycle.ts';
import { onReport, takeAnnouncements } from '../src/platform/progress.ts';
import { projectRoot } from '../src/platform/project-root.ts';

const env = readEnv(process.env);
onReport((step) => console.log(`  ${step} …`));
process.chdir(projectRoot);
const server = await createServer({ server: { port: env.port, host: env.host, strictPort: true } });
await server.listen();
console.log(`Fresh Eyes, from its sources: ${env.origin}`);

// The application opens its data at the first request, so what it has to say comes later.
await fetch(`http://${env.loopback ? 'localhost' : env.host}:${env.port}/healthz`).catch(() => {});
for (const line of takeAnnouncements()) console.log(line);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, async () => {
		await server.close();
		await closeParts();
		process.exit(0);
	});
}
