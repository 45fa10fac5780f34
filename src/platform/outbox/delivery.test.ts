import { expect, test } from 'vitest';
import { Delivery } from './delivery.ts';
import type { Answer, NewRow, Reply, Row } from './row.ts';
import { noLocks, SimulatedShelf } from './simulated.fixture.ts';

const row = (id: string, about = id, bytes = 0): NewRow => ({
	id,
	person: 'Priya',
	place: 'review',
	deed: 'record',
	about,
	body: { id },
	...(bytes > 0 && { file: { size: bytes } as Blob }),
	doneAt: 0,
});

/** A delivery whose requests are answered when the test says so. */
async function delivery(rows: NewRow[], lost = false) {
	const shelf = new SimulatedShelf();
	await shelf.add(rows);
	const signal = { lost };
	const underWay: { ids: string[]; answer: (reply?: Reply) => Promise<void> }[] = [];
	const parts = {
		person: 'Priya',
		shelf,
		alone: noLocks,
		now: () => 0,
		changed: () => {},
		mostRows: 2,
		post: (_: string, sent: readonly Row[]) =>
			new Promise<Reply>((resolve) => {
				const all = new Map(sent.map(({ id }) => [id, { is: 'done' } as Answer]));
				underWay.push({
					ids: sent.map(({ id }) => id),
					async answer(reply = { is: 'answered', answers: all }) {
						resolve(reply);
						await idle();
					},
				});
			}),
	};
	const ended = new Delivery(parts, signal).run();
	await idle();
	return { underWay, ended, signal };
}

/** Until nothing happens any more by itself. */
const idle = () => new Promise((resolve) => setTimeout(resolve));

test('once a request has come back, two are under way, and never about the same thing', async () => {
	const { underWay, ended } = await delivery(
		['a', 'b', 'c', 'd'].map((id) => row(id)).concat(row('e', 'c'), row('f'), row('g')),
	);
	expect(underWay.map(({ ids }) => ids)).toEqual([['a', 'b']]);
	await underWay[0]!.answer();
	expect(underWay.map(({ ids }) => ids).slice(1)).toEqual([
		['c', 'd'],
		['f', 'g'],
	]);
	await underWay[2]!.answer();
	expect(underWay, 'what is about a thing under way waits').toHaveLength(3);
	await underWay[1]!.answer();
	expect(underWay[3]!.ids).toEqual(['e']);
	await underWay[3]!.answer();
	expect(await ended).toBeNull();
});

test('after a request that found no signal the next carries one file and has none beside it', async () => {
	const { underWay, ended, signal } = await delivery(
		[row('a', 'a', 9), row('b', 'b', 9), row('c', 'c', 9)],
		true,
	);
	expect(underWay.map(({ ids }) => ids)).toEqual([['a']]);
	await underWay[0]!.answer();
	expect(underWay[1]!.ids).toEqual(['b', 'c']);
	await underWay[1]!.answer({ is: 'paused', because: 'no signal' });
	expect([await ended, signal.lost]).toEqual(['no signal', true]);
});

test('after a request that found no signal words go before photos, and a refused photo holds up no words', async () => {
	const { underWay, ended } = await delivery([row('photo', 'p', 9), row('edit', 'p'), row('b')], true);
	expect(underWay[0]!.ids).toEqual(['edit', 'b']);
	await underWay[0]!.answer();
	const refused = new Map([['photo', { is: 'invalid', fields: {} } as Answer]]);
	await underWay[1]!.answer({ is: 'answered', answers: refused });
	expect(await ended).toBeNull();

	const other = await delivery([row('photo', 'p', 9), row('withdrawal', 'p')]);
	const both = new Map<string, Answer>([...refused, ['withdrawal', { is: 'trouble' }]]);
	await other.underWay[0]!.answer({ is: 'answered', answers: both });
	expect(await other.ended).toBe('trouble');
});

test('when one request is told to stop, the other is awaited and nothing more is sent', async () => {
	const { underWay, ended } = await delivery(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => row(id)));
	await underWay[0]!.answer();
	let over = false;
	void ended.then(() => (over = true));
	await underWay[1]!.answer({ is: 'paused', because: 'signed out' });
	expect(over, 'another tab would send what is still under way').toBe(false);
	await underWay[2]!.answer();
	expect(await ended).toBe('signed out');
	expect(underWay).toHaveLength(3);
});
