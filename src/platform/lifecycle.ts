/** Something that must be working for the product to be ready, and is closed when the process ends. */
export interface Part {
	readonly name: string;
	/** Resolves when the part works; rejects, or takes too long, when it does not. */
	check(): Promise<unknown>;
	/** Ends what it keeps open for others, so that nobody waits for that to finish. */
	letGo?(): void;
	close(): Promise<void>;
}

/** A reason for not starting that whoever starts the product can do something about: shown without a stack. */
export class CannotStart extends Error {
	override name = 'CannotStart';
}

const key = Symbol.for('fresh-eyes.lifecycle');
const shared = globalThis as { [key]?: { parts: Part[]; closing: boolean } };
const life = (shared[key] ??= { parts: [], closing: false });

/** Adds a part. Parts close in the opposite order, so that each can still use those added before it. */
export function addPart(part: Part): void {
	life.parts.push(part);
}

/** Names of the parts that do not work now; a process that is closing names itself. An empty list means ready. */
export async function partsNotReady(withinMs = 2_000): Promise<string[]> {
	if (life.closing) return ['closing'];
	const answers = await Promise.allSettled(life.parts.map((part) => within(withinMs, part.check())));
	return life.parts.filter((_, index) => answers[index]?.status === 'rejected').map((part) => part.name);
}

/** From now on the process is closing: what would never finish by itself is ended, what is under way may finish. */
export function beginClosing(): void {
	life.closing = true;
	for (const part of life.parts) part.letGo?.();
}

/** Closes every part, the last added first. A part that fails to close does not keep the others open. */
export async function closeParts(): Promise<void> {
	life.closing = true;
	const failures: unknown[] = [];
	for (const part of life.parts.splice(0).reverse()) {
		await part.close().catch((error: unknown) => failures.push(error));
	}
	if (failures.length > 0) throw new AggregateError(failures, 'Some parts did not close');
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const tooLong = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
	});
	return Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}
