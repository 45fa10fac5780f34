import { parseArgs } from 'node:util';
import { killRepeatedly } from './kill/kill.ts';
import { embeddedVictim, postgresqlVictim } from './kill/victims.ts';
import { cutRepeatedly } from './power-cut/power-cut.ts';

// npm run faults -- R1 --times 1000 [--engine embedded|postgresql]
// Prints lines `R1 | value | bar | ok or short | how`, and exits 1 when one falls short.

const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: { times: { type: 'string', default: '25' }, engine: { type: 'string', default: 'both' } },
});
const times = Number(values.times);
const chosen = (engine: string) => values.engine === 'both' || values.engine === engine;
if (!Number.isInteger(times) || times < 1 || positionals.some((row) => row !== 'R1')) {
	console.error('Usage: npm run faults -- R1 --times 1000 [--engine embedded|postgresql]');
	process.exit(2);
}

const bar = '0 lost, 0 torn, always opens';

if (chosen('embedded')) {
	const killed = await killRepeatedly(embeddedVictim(), times);
	report(killed.words, bar, killed.good, `embedded: ${times} kills of the process`);
	const cuts = Math.max(5, Math.round(times / 10));
	const cut = await cutRepeatedly('durable', cuts);
	report(
		cut.words,
		bar,
		cut.good,
		`embedded: ${cuts} simulated power cuts that keep flushed bytes, every other one some of the rest`,
	);
	const plain = await cutRepeatedly('plain', 3);
	report(
		plain.words,
		'loses some: the harness can tell',
		!plain.good,
		'PGlite as it comes: 3 simulated power cuts',
	);
}
if (chosen('postgresql')) {
	const killed = await killRepeatedly(await postgresqlVictim(), times);
	report(
		killed.words,
		bar,
		killed.good,
		`postgresql: ${times} kills of the process, one time in ten of the postmaster too`,
	);
}

function report(value: string, asked: string, good: boolean, how: string): void {
	console.log(`R1 | ${value} | ${asked} | ${good ? 'ok' : 'short'} | ${how}`);
	if (!good) process.exitCode = 1;
}
