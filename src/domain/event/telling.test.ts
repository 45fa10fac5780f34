import { beforeAll, expect, test } from 'vitest';
import type { Context } from '#platform/context.ts';
import { forEachEngine } from '#test/database.ts';
import { bringPeople, come } from './deeds/joining.server.ts';
import { callOffEvent, changeEvent } from './deeds/planning.server.ts';
import { holding, moderation, origin, type Holding } from './held.fixture.ts';
import { comingTo } from './joining-queries.server.ts';
import { eventById } from './queries.server.ts';

const change = (ctx: Context, input: unknown) => changeEvent(ctx, origin, input);
const callOff = (ctx: Context, input: unknown) => callOffEvent(ctx, origin, input);

forEachEngine((database) => {
	let home: Holding;
	beforeAll(async () => {
		home = await holding(database());
	});
	const joins = async (who: string, eventId: string, memberId: string) =>
		expect(await home.does(who, come, { eventId, memberId })).toMatchObject({ is: 'done' });
	const brings = async (who: string, eventId: string, memberId: string, others: string) =>
		expect(
			await home.does(who, bringPeople, { eventId, memberId, others, othersVersion: '0' }),
		).toMatchObject({ is: 'done' });
	const told = async (subject: string) => (await home.letters(subject)).map(({ id }) => id);

	test('HEP-9 leader, planner, those who come and who said that others do are told once each; not who does it, nor who has left', async () => {
		const [first, second, third] = home.heads;
		const led = { title: 'Told', speaker: '', ledBy: home.deputy };
		const eventId = await home.planned(led, second);
		const leaver = await home.invited('senior leader', home.third);
		await joins(home.teacher, eventId, home.members[0]);
		await joins(home.deputy, eventId, home.members[1]);
		await joins(leaver, eventId, home.third);
		await brings(third, eventId, home.third, '3');
		await brings(first, eventId, home.members[0], '0');
		await home.leaves(leaver, home.third, '2026-09-08');
		const moved = { eventId, version: '1', ...moderation, ...led, fromDay: '2026-11-19' };
		expect(await home.does(home.chair, change, moved, '2026-09-09')).toMatchObject({ is: 'done' });
		const all = [home.deputy, second, third, home.teacher].toSorted();
		expect(await told('Changed: Told')).toEqual(all);
		const off = { eventId, because: 'Snow.' };
		expect(await home.does(home.deputy, callOff, off, '2026-09-09')).toMatchObject({ is: 'done' });
		expect(await told('Called off: Told')).toEqual(all.filter((id) => id !== home.deputy));
	});

	test('HEP-9 nobody is told that an event which is over was elsewhere', async () => {
		const eventId = await home.planned({ title: 'Over' });
		await joins(home.teacher, eventId, home.members[0]);
		const put = { eventId, version: '1', ...moderation, title: 'Over', place: 'The library' };
		expect(await home.does(home.chair, change, put, '2026-11-13')).toMatchObject({ is: 'done' });
		expect(await told('Changed: Over')).toEqual([]);
	});

	test('HEP-9 schools for which an event is no more give back their places, and their people are told', async () => {
		const [first, second, third] = home.heads;
		const eventId = await home.planned({ title: 'Fewer', places: '6' });
		const colleague = await home.invited('deputy', home.third);
		await joins(home.teacher, eventId, home.members[0]);
		await joins(colleague, eventId, home.third);
		await brings(second, eventId, home.members[1], '1');
		await brings(third, eventId, home.third, '3');
		const known = (who: string, day?: string) =>
			home.as(who, (ctx) => eventById(ctx, home.partnershipId, eventId), day);
		// The places of those who are not invited any more count no more for how many there are.
		const fewer = { eventId, version: '1', ...moderation, title: 'Fewer', places: '2', forWhom: home.group };
		expect(await home.does(home.chair, change, { ...fewer, places: '1' })).toMatchObject({
			is: 'invalid',
			fields: { places: expect.stringMatching(/^2 places are taken/) },
		});
		expect(await home.does(home.chair, change, fewer)).toMatchObject({ is: 'done' });
		expect(await told('Not for your school any more: Fewer')).toEqual([third, colleague].toSorted());
		const [letter] = await home.letters('Not for your school any more: Fewer');
		expect(letter!.body).toContain(`${origin}/partnerships/${home.partnershipId}/events\n`);
		expect(await told('Changed: Fewer')).toEqual([]);
		expect(await known(first)).toMatchObject({ taken: 2, places: 2 });
		expect(await known(third)).toBeNull();
		const coming = await home.as(home.chair, (ctx) =>
			comingTo(ctx, { partnershipId: home.partnershipId, eventId }),
		);
		expect(coming.filter(({ people, others }) => people.length + others > 0)).toMatchObject([
			{ memberId: home.members[0], others: 0 },
			{ memberId: home.members[1], others: 1 },
		]);
	});

	test('HEP-9 who came to an event that is over stays so, whomever it is for since', async () => {
		const eventId = await home.planned({ title: 'Past' });
		await joins(home.heads[2], eventId, home.third);
		const since = { eventId, version: '1', ...moderation, title: 'Past', forWhom: home.group };
		expect(await home.does(home.chair, change, since, '2026-11-13')).toMatchObject({ is: 'done' });
		expect(await told('Not for your school any more: Past')).toEqual([]);
		const day = '2026-11-13';
		const after = await home.as(home.chair, (ctx) => eventById(ctx, home.partnershipId, eventId), day);
		expect(after).toMatchObject({ taken: 1 });
	});
});
