/** `npm run journeys -- -g "NFS-14"`: people in browsers; everything after -- goes to Playwright. */
import { ensureChromium } from './chromium.ts';
import { command } from './steps/command.ts';

ensureChromium(console.log);
const { code } = await command(['playwright', 'test', ...process.argv.slice(2)], { quiet: false });
process.exitCode = code;
