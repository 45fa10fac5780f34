/** `npm test`: every check and test, in order of cost; stops after the first kind that fails. `npm run check`: the quick ones. */
import { parseArgs } from 'node:util';
import { checksKind } from './steps/checks.ts';
import { add, type Kind, type Tally } from './steps/kind.ts';
import { buildKind, faultsKind, journeysKind, rulesKind } from './steps/tests.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
// The build comes before the rules: some of them ask the built server.
const quick: Kind[] = [checksKind, buildKind, rulesKind];
const kinds = values.quick ? quick : [...quick, journeysKind, faultsKind];

const summary: string[] = [];
const tallies: Tally[] = [];
for (const [index, kind] of kinds.entries()) {
	console.log(`\n── ${kind.name} ──`);
	const began = performance.now();
	const tally = await kind.run();
	tallies.push(tally);
	const minutes = ((performance.now() - began) / 60_000).toFixed(1);
	summary.push(`${kind.name.padEnd(18)} ${tally.passed} passed, ${tally.failed} failed, ${minutes} min`);
	if (tally.failed === 0) continue;
	const left = kinds.slice(index + 1).map((later) => later.name);
	summary.push(`Stopped at: ${kind.name}.${left.length > 0 ? ` Not run: ${left.join(', ')}.` : ''}`);
	break;
}

const total = add(tallies);
console.log(`\n${summary.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
