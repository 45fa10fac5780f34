import { getSchema } from '@tiptap/core';
import { type Node, Slice } from '@tiptap/pm/model';
import { canJoin, canSplit, findWrapping, liftTarget, ReplaceStep, Transform } from '@tiptap/pm/transform';
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { integrate } from '#platform/joint-document/integrate.ts';
import type { LostWords } from '#platform/joint-document/lost-words.ts';
import { shapeOf } from './shape.ts';
import { writing } from './writing.ts';

/** A sample unless told: `TIMES=10000 npx vitest run keeping` runs them all. */
const numRuns = Number(process.env['TIMES'] ?? 500);

const schema = getSchema(writing);
const shape = shapeOf({ report: { headings: [{ key: 'strengths' }] } } as Parameters<typeof shapeOf>[0]);

/** A sentence is one character that occurs once, so that nothing can be cut through, and each is known again. */
const sentencesIn = (text: string) => new Set([...text].filter((one) => one >= '\ue000' && one <= '\uf8ff'));

class Writer {
	readonly doc = new Y.Doc({ gc: false });
	readonly undo: Y.UndoManager;
	unsent: Uint8Array[] = [];
	/** How much of the log it has seen. */
	seen = 0;

	constructor(number: number) {
		this.doc.clientID = number;
		this.undo = new Y.UndoManager(this.part, { trackedOrigins: new Set([this]), captureTimeout: 0 });
		this.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== 'log') this.unsent.push(update);
		});
	}

	get part() {
		return this.doc.getXmlFragment('strengths');
	}
	text(): string {
		return this.read().textContent;
	}
	/** Reads as the editor does, which deletes what its schema has no place for. */
	read(): Node {
		return initProseMirrorDoc(this.part, schema).doc;
	}
	edit(change: (at: Transform) => void) {
		const { doc, meta } = initProseMirrorDoc(this.part, schema);
		const transform = new Transform(doc);
		change(transform);
		if (transform.docChanged)
			this.doc.transact(() => updateYFragment(this.doc, this.part, transform.doc, meta), this);
	}
}

/** The log as the server has it: every update of everybody, in the order in which it was taken. */
class Log {
	readonly doc = new Y.Doc({ gc: false });
	readonly updates: Uint8Array[] = [];
	readonly lost: LostWords[] = [];

	take(update: Uint8Array) {
		const outcome = integrate(this.doc, update, shape, () => true);
		if (outcome.is === 'refused') throw new Error(`refused: ${outcome.because}`);
		this.updates.push(update);
		this.lost.push(...outcome.lost);
	}
	exchange(writer: Writer) {
		for (const update of writer.unsent) this.take(update);
		writer.unsent = [];
		for (const update of this.updates.slice(writer.seen)) Y.applyUpdate(writer.doc, update, 'log');
		writer.seen = this.updates.length;
	}
}

const place = fc.double({ min: 0, max: 1, noNaN: true });
const deed = fc.record({
	who: fc.nat(3),
	what: fc.constantFrom(
		'write',
		'write',
		'write',
		'delete',
		'delete a block',
		'split',
		'join',
		'subheading',
		'paragraph',
		'list',
		'lift',
		'bold',
		'finding',
		'undo',
		'redo',
		'exchange',
	),
	from: place,
	to: place,
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** Positions in text, and where there is none the start of what is empty. */
function positions(doc: Node): number[] {
	const found: number[] = [];
	doc.descendants((node, at) => {
		if (!node.isTextblock) return true;
		for (let offset = 0; offset <= node.content.size; offset += 1) found.push(at + 1 + offset);
		return false;
	});
	return found;
}

function change(transform: Transform, { what, from, to }: Deed, sentence: string): void {
	const { doc } = transform;
	const all = positions(doc);
	if (all.length === 0) {
		if (what === 'write') transform.insert(0, schema.node('paragraph', null, schema.text(sentence)));
		return;
	}
	const pick = (at: number) => all[Math.min(all.length - 1, Math.floor(at * all.length))]!;
	const [start, end] = [pick(from), pick(to)].sort((a, b) => a - b) as [number, number];
	const at = doc.resolve(start);
	const range = at.blockRange(doc.resolve(end));
	switch (what) {
		case 'write':
			return void transform.insert(start, schema.text(sentence));
		case 'delete':
			return void transform.deleteRange(start, end);
		case 'delete a block':
			return void transform.delete(at.before(1), at.after(1));
		case 'split':
			if (canSplit(doc, start)) transform.split(start);
			return;
		case 'join':
			// As `join` does, but an editor leaves what cannot be joined after all: a paragraph onto a list.
			if (at.before(1) > 0 && canJoin(doc, at.before(1)))
				transform.maybeStep(new ReplaceStep(at.before(1) - 1, at.before(1) + 1, Slice.empty, true));
			return;
		case 'subheading':
			return void transform.setBlockType(start, end, schema.nodes['heading']!, { level: 3 });
		case 'paragraph':
			return void transform.setBlockType(start, end, schema.nodes['paragraph']!);
		case 'list': {
			const wrapping = range && findWrapping(range, schema.nodes['bulletList']!);
			if (wrapping) transform.wrap(range, wrapping);
			return;
		}
		case 'lift': {
			const target = range && liftTarget(range);
			if (range && target !== null) transform.lift(range, target!);
			return;
		}
		case 'bold':
			return void transform.addMark(start, end, schema.mark('bold'));
		case 'finding':
			return void transform.insert(
				at.after(1),
				schema.node('finding', { id: '018f0000-0000-7000-8000-000000000001' }),
			);
	}
}

const at = (who: number, what: Deed['what'], from: number, to = from): Deed => ({ who, what, from, to });
/** Somebody goes on where they left off while another makes subheadings of all there is. */
const goesOnWriting = [
	at(1, 'subheading', 0.67, 0),
	at(0, 'write', 0.84),
	...Array<Deed>(4).fill(at(0, 'write', 0)),
];

test(
	'R3 whoever writes at once, without signal for a while: all end with the same valid document, and every sentence is in it, was taken out by someone who saw it, or is offered back',
	{ timeout: 600_000 },
	() => {
		let schedulesThatLose = 0;
		fc.assert(
			fc.property(
				fc.integer({ min: 2, max: 4 }),
				fc.array(deed, { minLength: 5, maxLength: 60 }),
				(count, deeds) => {
					const log = new Log();
					const writers = Array.from({ length: count }, (_, index) => new Writer(index + 1));
					// They begin with a page they all have before them: whoever goes apart changes the same paragraphs.
					writers[0]!.edit((transform) =>
						transform.insert(
							0,
							['\uf8f0', '\uf8f1', '\uf8f2'].map((one) => schema.node('paragraph', null, schema.text(one))),
						),
					);
					for (const writer of writers) log.exchange(writer);
					const written = new Set<string>();
					const takenOut = new Set<string>();
					deeds.forEach((one, index) => {
						const writer = writers[one.who % count]!;
						if (one.what === 'exchange') return log.exchange(writer);
						const before = sentencesIn(writer.text());
						const sentence = String.fromCharCode(0xe000 + index);
						if (one.what === 'undo') writer.undo.undo();
						else if (one.what === 'redo') writer.undo.redo();
						else writer.edit((transform) => change(transform, one, sentence));
						const after = sentencesIn(writer.text());
						for (const there of after) {
							if (before.has(there)) continue;
							written.add(there);
							takenOut.delete(there);
						}
						for (const gone of before) if (!after.has(gone)) takenOut.add(gone);
					});
					for (const _ of [1, 2, 3])
						for (const writer of writers) {
							writer.read();
							log.exchange(writer);
						}

					const text = writers[0]!.read().toString();
					for (const writer of writers) {
						expect(writer.read().toString()).toBe(text);
						writer.read().forEach((block) => block.check());
					}
					if (log.lost.length > 0) schedulesThatLose += 1;
					const kept = sentencesIn(writers[0]!.text());
					const offered = sentencesIn(log.lost.map(({ words }) => words).join(''));
					for (const sentence of written)
						expect(
							kept.has(sentence) || takenOut.has(sentence) || offered.has(sentence),
							`sentence ${sentence.charCodeAt(0) - 0xe000} of ${deeds.length} deeds`,
						).toBe(true);
				},
			),
			{ numRuns, examples: [[2, goesOnWriting]] },
		);
		expect(schedulesThatLose).toBeGreaterThan(numRuns / 20);
	},
);
