import { print } from '#domain/report/print.server.ts';
import { median } from './figure.ts';
import { largeReport } from './large-report.ts';

// Run by p10: prints the report for the first time in a process of its own, then again and again; tells milliseconds.

let time = 0;
const timed = async (as: 'pdf' | 'docx') => {
	const report = largeReport((time += 1));
	const began = performance.now();
	const { bytes } = await print(report, as);
	return { ms: performance.now() - began, bytes: bytes.byteLength };
};

const told = [];
for (const as of ['pdf', 'docx'] as const) {
	const cold = await timed(as);
	const warm: number[] = [];
	for (let nth = 0; nth < 21; nth += 1) warm.push((await timed(as)).ms);
	told.push({ as, cold: cold.ms, warm: median(warm), bytes: cold.bytes });
}
process.stdout.write(JSON.stringify(told));
