import { writeFileSync } from 'node:fs';
import { examplePage, pageFile } from './page.ts';

// Prints docs/planning-example.md anew: npm run example

writeFileSync(pageFile, await examplePage());
