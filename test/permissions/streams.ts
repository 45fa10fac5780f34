import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { cast } from '../cast.ts';
import type { Asking } from './asking.ts';

const within = (ms: number) => ({ timeout: ms, interval: 20 });
const newsOf = ({ world }: Asking) => `/api/reviews/${world.reviews.today}/news`;

/** Streams over the server's own address; what they tell is tested on both engines where they are made. */
export function streamTests(asked: () => Asking): void {
	const news = () => newsOf(asked());
	const people = () => asked().world.people.today;

	test('R4 nobody opens a stream who may see neither the day nor its findings', async () => {
		for (const role of ['unbound reviewer', 'champion', 'chair', 'other head', 'ex-member'] as const)
			expect((await asked().listen(people()[role], news())).status, role).toBe(404);
		expect((await asked().listen(null, news())).status).toBe(401);
		expect((await asked().listen(people().reviewer, `/api/reviews/${randomUUIDv7()}/news`)).status).toBe(404);
	});

	test('R4 a stream tells of what another saves within a second, and ends when its person signs out', async () => {
		const { reviewer, facilitator } = people();
		const leaver = await asked().listen(facilitator, news());
		const stays = await asked().listen(reviewer, news());
		expect([leaver.status, stays.status]).toEqual([200, 200]);
		for (const one of [leaver, stays])
			await expect.poll(() => one.heard(), within(2_000)).toMatch(/event: news/);
		const save = async (seen: string) => {
			const form = { id: randomUUIDv7(), source: 'pupils', kind: 'strength', seen };
			const path = `/reviews/${asked().world.reviews.today}/day`;
			expect((await asked().ask(reviewer, path, form)).status).toBe(303);
		};
		const many = (stream: typeof stays) => stream.heard().match(/event: news/g)!.length;
		const before = many(leaver);
		await save('Reading aloud.');
		const saved = Date.now();
		await expect.poll(() => many(leaver), within(2_000)).toBe(before + 1);
		expect(Date.now() - saved).toBeLessThan(1_000);

		await asked().signOut(facilitator);
		await save('Reading to a friend.');
		await expect.poll(() => leaver.over(), within(2_000)).toBe(true);
		expect([many(leaver), stays.over()]).toEqual([before + 1, false]);
	});

	test('R4 a report tells whoever writes it of where others are within a second, and nobody who has signed out', async () => {
		const { reviewer, facilitator } = people();
		const path = `/api/reviews/${asked().world.reviews.today}/report`;
		for (const role of ['unbound reviewer', 'champion', 'chair', 'other head', 'ex-member'] as const)
			expect((await asked().listen(people()[role], path)).status, role).toBe(404);
		const [leaver, stays] = [await asked().listen(reviewer, path), await asked().listen(facilitator, path)];
		expect([leaver.status, stays.status]).toEqual([200, 200]);
		const moves = async () =>
			(await asked().ask(facilitator, path, { json: { writer: 5, caret: null } })).status;
		const told = (stream: typeof stays) => stream.heard().includes('"writer":5');
		expect(await moves()).toBe(200);
		await expect.poll(() => told(leaver) && told(stays), within(1_000)).toBe(true);

		await asked().signOut(reviewer);
		// What was allowed a moment ago holds for half a second.
		await expect.poll(async () => (await moves()) && leaver.over(), within(2_000)).toBe(true);
		expect(stays.over()).toBe(false);
	});

	test('R4 a report tells nothing more to whoever has left the team', async () => {
		const { chair, facilitator } = people();
		const { spare, reviews } = asked().world;
		const review = `/reviews/${reviews.today}`;
		const did = async (who: string, deed: string, form: Record<string, string>) =>
			expect((await asked().ask(who, `${review}?/${deed}`, form)).status, deed).toBe(303);
		await did(chair, 'join', { personId: spare, role: 'reviewer' });
		await did(spare, 'confidentiality', { typedName: cast.plumbline.name });
		const path = `/api${review}/report`;
		const leaver = await asked().listen(spare, path);
		const moves = async (writer: number) =>
			(await asked().ask(facilitator, path, { json: { writer, caret: null } })).status;
		expect([leaver.status, await moves(6)]).toEqual([200, 200]);
		await expect.poll(() => leaver.heard(), within(2_000)).toContain('"writer":6');

		await did(chair, 'leave', { personId: spare });
		// What was allowed a moment ago holds for half a second.
		await new Promise((resolve) => setTimeout(resolve, 600));
		expect(await moves(7)).toBe(200);
		await expect.poll(() => leaver.over(), within(2_000)).toBe(true);
		expect(leaver.heard()).not.toContain('"writer":7');
		expect((await asked().listen(spare, path)).status).toBe(404);
	});
}

/** The last of all that asks. */
export function stopTest(asked: () => Asking): void {
	test('a server that is stopped does not wait for its streams', async () => {
		const stream = await asked().listen(asked().world.people.today.reviewer, newsOf(asked()));
		const began = Date.now();
		const ending = asked().end();
		await expect.poll(() => stream.over(), within(5_000)).toBe(true);
		await ending;
		// What is under way would be given ten seconds.
		expect(Date.now() - began).toBeLessThan(9_000);
	});
}
