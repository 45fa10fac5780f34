/** `npm start`: listens at once, builds if needed, then opens the data and hands over to the application. */
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readEnv, type Env } from '../src/platform/env.ts';
import { beginClosing, CannotStart, closeParts } from '../src/platform/lifecycle.ts';
import { latest, onReport, report, takeAnnouncements } from '../src/platform/progress.ts';
import { build, buildIsCurrent, builtHandler } from './server/built-pages.ts';
import { FrontDoor } from './server/front-door.ts';
import { addressHeader, hostHeader, protocolHeader } from './server/own-address.ts';

const patienceMs = 10_000;

try {
	await start(settings());
} catch (error) {
	await closeParts().catch(() => {});
	say(`\nFresh Eyes could not start. ${error instanceof Error ? error.message : String(error)}\n`);
	if (!isPlain(error)) say(error);
	process.exit(1);
}

async function start(env: Env): Promise<void> {
	const door = new FrontDoor(env.origin, latest, env.proxies);
	await door.listen(env.port, env.host);
	endOnSignal(door);
	say(`Fresh Eyes is starting at ${env.origin}`);
	onReport((step) => say(`  ${step} …`));

	if (!buildIsCurrent()) {
		report('Building the pages (only after a change; about half a minute)');
		await build();
	}
	report('Opening the application');
	process.env['PROTOCOL_HEADER'] = protocolHeader;
	process.env['HOST_HEADER'] = hostHeader;
	process.env['ADDRESS_HEADER'] = addressHeader;
	// A Word file of 10 MB with the form around it; whatever else is sent has a limit of its own, far below.
	process.env['BODY_SIZE_LIMIT'] = '12M';
	process.env['NODE_ENV'] = 'production';
	const { handler } = await import(pathToFileURL(builtHandler).href);
	door.handOver(handler);
	for (const line of greeting(env)) say(line);
}

function greeting(env: Env): string[] {
	const folder = relative(process.cwd(), env.dataDir) || env.dataDir;
	const storage = env.postgresql
		? ['Data: PostgreSQL, at DATABASE_URL.']
		: [
				`Data: the embedded database in ${folder}. It is for one small server; to move everything to PostgreSQL,`,
				'stop Fresh Eyes and run: npm run move -- --to <url of the database as its owner>',
			];
	const open = !env.loopback && process.env['ORIGIN'] === undefined;
	return [
		'',
		`${env.demo ? 'The demo of Fresh Eyes' : 'Fresh Eyes'} is ready: ${env.origin}`,
		'',
		...storage,
		...takeAnnouncements(),
		...(open
			? [`HOST lets other machines in: set ORIGIN to the address people type, or their forms are refused.`]
			: []),
		'',
		'Stop with Ctrl+C.',
	];
}

function endOnSignal(door: FrontDoor): void {
	let ending = false;
	const end = async () => {
		if (ending) process.exit(130);
		ending = true;
		beginClosing();
		await door.close(patienceMs);
		await closeParts();
		process.exit(0);
	};
	process.on('SIGTERM', () => void end());
	process.on('SIGINT', () => void end());
}

function settings(): Env {
	try {
		return readEnv(process.env);
	} catch (error) {
		throw new CannotStart((error as Error).message);
	}
}

/** The application is bundled with a copy of the class of its own, so the name decides. */
function isPlain(error: unknown): boolean {
	return error instanceof Error && error.name === 'CannotStart';
}

function say(line: unknown): void {
	console.log(line);
}
