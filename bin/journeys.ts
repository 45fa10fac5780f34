/** `npm run journeys -- -g "NFS-14"`: people in browsers; everything after -- goes to Playwright. */
import { ensureChromium } from './chromium.ts';
import { command } from './steps/command.ts';

try {
	ensureChromium(console.log);
} catch (error) {
	console.error((error as Error).message);
	process.exit(1);
}
const { code } = await command(['playwright', 'test', ...process.argv.slice(2)], { quiet: false });
process.exitCode = code;
