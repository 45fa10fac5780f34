import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { percentile } from '../figure.ts';

/** The origin of what pages write here. */
export const mine = 'written here';

/** One open page of a joint document, over whichever server. */
export interface Page {
	doc: Y.Doc;
	/** Calls back with how many changes made here the server has acknowledged by now. */
	onAcknowledged(call: (changes: number) => void): void;
	close(): void | Promise<void>;
}

export interface Written {
	/** Milliseconds from an edit until its writer was told that the server has it. */
	acknowledged: { p50: number; p95: number };
	/** Milliseconds from an edit until another page showed it; over all that listened. */
	visible: { p50: number; p95: number };
	/** Of one processor, in percent. */
	cpu: number;
	/** Kilobytes that went through the servers' sockets for each edit. */
	kilobytes: number;
	/** Edits that some page never showed. */
	missing: number;
}

const perSecond = 5;
const seconds = 15;
const settleMs = 20_000;
/** So many pages look when an edit arrives; the others bring it in as well. */
const looking = 24;

/** Has all pages write for a while, each in a paragraph of its own, and measures what comes of it. */
export async function writeTogether(pages: readonly Page[], servers: readonly number[]): Promise<Written> {
	const wroteAt: number[] = [];
	const seenBy = pages.slice(0, looking).map(() => new Set<number>());
	const acknowledged: number[] = [];
	const visible: number[] = [];
	const texts = pages.map((page, index) => {
		const changedAt: number[] = [];
		let known = 0;
		page.onAcknowledged((changes) => {
			const now = performance.now();
			for (; known < changes; known += 1) acknowledged.push(now - changedAt[known]!);
		});
		const change = (make: () => void) => {
			changedAt.push(performance.now());
			page.doc.transact(make, mine);
		};
		const seen = seenBy[index];
		if (seen)
			page.doc.on('update', (update: Uint8Array) => {
				for (const edit of editsIn(update)) {
					if (seen.has(edit)) continue;
					seen.add(edit);
					if (edit % pages.length !== index) visible.push(performance.now() - wroteAt[edit]!);
				}
			});
		const paragraph = new Y.XmlElement('paragraph');
		const text = new Y.XmlText();
		paragraph.insert(0, [text]);
		change(() => page.doc.getXmlFragment('strengths').insert(0, [paragraph]));
		return { text, change };
	});
	await pause(2_000);
	const [cpuBefore, bytesBefore] = [cpuOf(servers), bytesOf()];
	acknowledged.length = 0;
	const began = performance.now();
	const edits = perSecond * seconds * pages.length;
	for (let edit = 0; edit < edits; edit += 1) {
		const due = began + (edit * 1000) / (perSecond * pages.length);
		if (due > performance.now() + 1) await pause(due - performance.now());
		const { text, change } = texts[edit % pages.length]!;
		wroteAt.push(performance.now());
		change(() => text.insert(text.length, ` ~${edit}~`));
	}
	const cpu = (cpuOf(servers) - cpuBefore) / ((performance.now() - began) / 1000);
	const until = performance.now() + settleMs;
	while (performance.now() < until && seenBy.some((seen) => seen.size < edits)) await pause(50);
	return {
		acknowledged: { p50: percentile(acknowledged, 0.5), p95: percentile(acknowledged, 0.95) },
		visible: { p50: percentile(visible, 0.5), p95: percentile(visible, 0.95) },
		cpu: Math.round(cpu * 100),
		kilobytes: (bytesOf() - bytesBefore) / 1024 / edits,
		missing: edits - Math.min(...seenBy.map(({ size }) => size)),
	};
}

function editsIn(update: Uint8Array): number[] {
	return Y.decodeUpdate(update).structs.flatMap((struct) =>
		struct instanceof Y.Item && struct.content instanceof Y.ContentString
			? [...struct.content.str.matchAll(/~(\d+)~/g)].map(([, edit]) => Number(edit))
			: [],
	);
}

/** Seconds of processor time that processes have used; Linux counts in hundredths. */
const cpuOf = (processes: readonly number[]): number =>
	processes.reduce((sum, pid) => {
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
		return sum + (Number(fields[11]) + Number(fields[12])) / 100;
	}, 0);

/** Bytes that came in over the loopback device: all that servers and pages said to each other. */
function bytesOf(): number {
	const line = readFileSync('/proc/net/dev', 'utf8')
		.split('\n')
		.find((one) => one.trim().startsWith('lo:'));
	return Number(line!.split(':')[1]!.trim().split(/\s+/)[0]);
}
