import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { englishYear } from '#domain/calendar/english-year.ts';
import { isSchoolDay, yearNamed } from '#domain/calendar/school-calendar.ts';
import type { SchoolYear } from '#domain/calendar/school-year.ts';
import { anyAge } from '#domain/calendar/test-ages.ts';
import { yearFields } from '#domain/calendar/year-fields.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { enteredYear, enteredYears, agesByMember } from './calendar-queries.server.ts';
import { calendarFor, calendarsFor } from './calendar.server.ts';
import { enterYear, readDates, removeYear } from './deeds/calendar.server.ts';
import { addMember } from './deeds/membership.server.ts';
import { foundedPartnership, foundingDay, newPerson, type Founded } from './founded.fixture.ts';

const name = '2026-27';
const year: SchoolYear = { ...englishYear(2026), inset: ['2026-11-02'] };
const other: SchoolYear = { ...year, inset: ['2026-11-06'] };

forEachEngine((database) => {
	let home: Founded;
	let head: string;
	let administrator: string;
	beforeAll(async () => {
		home = await foundedPartnership(database());
		head = await home.invited('headteacher', home.members[0]);
		administrator = await home.invited('administrator');
	});

	const entering = (by: string, dates: SchoolYear, version: number, memberId = '') =>
		home.as(by, (ctx) =>
			enterYear(ctx, {
				partnershipId: home.partnershipId,
				memberId,
				name,
				version: String(version),
				form: yearFields(dates),
			}),
		);
	const removing = (by: string, version: number, memberId = '') =>
		home.as(by, (ctx) =>
			removeYear(ctx, { partnershipId: home.partnershipId, memberId, name, version: String(version) }),
		);
	const standing = (memberId: string | null = null) =>
		home.as(home.chair, (ctx) => enteredYear(ctx, { partnershipId: home.partnershipId, memberId, name }));
	const calendar = (memberId?: string) =>
		home.as(home.chair, (ctx) => calendarFor(ctx, home.partnershipId, memberId));

	describe('a school year', () => {
		test('is supposed until somebody enters it, and from then on counted with', async () => {
			expect(yearNamed(await calendar(), name).provisional).toBe(true);
			expect(await entering(administrator, year, 0)).toMatchObject({ is: 'done' });
			expect(yearNamed(await calendar(), name)).toEqual({ ...year, provisional: false });
			expect(await standing()).toMatchObject({ version: 1, enteredBy: 'Demo administrator' });
		});

		test('posted twice is entered once', async () => {
			expect(await entering(administrator, year, 0)).toMatchObject({ is: 'done' });
			expect(await standing()).toMatchObject({ version: 1 });
		});

		test('two people who change it meet: the second is shown what the first wrote', async () => {
			expect(await entering(home.chair, other, 1)).toMatchObject({ is: 'done' });
			expect(await entering(administrator, { ...year, inset: [] }, 1)).toMatchObject({
				is: 'conflict',
				current: { year: other, version: 2, enteredBy: 'Chair Example' },
			});
			expect(await entering(administrator, year, 0)).toMatchObject({ is: 'conflict' });
			expect(await removing(administrator, 1)).toMatchObject({ is: 'conflict' });
			expect((await standing())?.year).toEqual(other);
		});

		test('taken back and entered anew, it is not overwritten by a form from before', async () => {
			expect(await removing(home.chair, 2)).toMatchObject({ is: 'done' });
			expect(await removing(home.chair, 2)).toMatchObject({ is: 'done' });
			expect(await standing()).toBeNull();
			expect(yearNamed(await calendar(), name).provisional).toBe(true);
			expect(await entering(administrator, year, 2)).toMatchObject({ is: 'conflict', current: null });
			expect(await entering(administrator, year, 0)).toMatchObject({ is: 'done' });
			expect(await standing()).toMatchObject({ version: 4 });
			expect(await entering(administrator, other, 2)).toMatchObject({ is: 'conflict' });
		});

		test('that contradicts itself is refused by the field', async () => {
			expect(await entering(home.chair, { ...year, inset: ['2026-08-20'] }, 4)).toMatchObject({
				is: 'invalid',
				fields: { 'inset.0': 'This INSET day lies in no term.' },
			});
			const elsewhere = { partnershipId: home.partnershipId, name: '2026-29', form: {} };
			expect(await home.as(home.chair, (ctx) => enterYear(ctx, elsewhere))).toMatchObject({
				is: 'invalid',
				fields: { name: expect.stringMatching(/2026-27/) },
			});
		});
	});

	describe('where a school differs', () => {
		test('its own dates stand in the place of the partnership’s, for it alone', async () => {
			expect(await entering(head, other, 0, home.members[0])).toMatchObject({ is: 'done' });
			expect(isSchoolDay(await calendar(home.members[0]), '2026-11-06')).toBe(false);
			expect(isSchoolDay(await calendar(home.members[0]), '2026-11-02')).toBe(true);
			for (const one of [undefined, home.members[1]])
				expect(isSchoolDay(await calendar(one), '2026-11-02')).toBe(false);
			const list = await home.as(home.chair, (ctx) => enteredYears(ctx, home.partnershipId, name));
			expect(list.map(({ memberName }) => memberName)).toEqual([null, 'Demo school 0']);
		});

		test('any number of calendars take two queries, and those that are the same are one', async () => {
			const { partnershipId, members } = home;
			const owners = [...members, null].map((memberId) => ({ partnershipId, memberId }));
			const [own, another, shared] = await home.as(home.chair, async (ctx) => {
				const of = await calendarsFor(ctx, owners);
				return owners.map(of);
			});
			expect(another).toBe(shared);
			expect(own).not.toBe(shared);
		});

		test('taken back, the partnership’s dates hold for it again', async () => {
			expect(await removing(administrator, 1, home.members[0])).toMatchObject({ is: 'done' });
			expect(isSchoolDay(await calendar(home.members[0]), '2026-11-02')).toBe(false);
		});
	});

	test('who may: the chair’s side all dates, a head those of their school, nobody of another partnership any', async () => {
		const governor = await home.invited('governor', home.members[0]);
		const outsider = await newPerson(database());
		const elsewhere = await foundedPartnership(database());
		const reading = (by: string, memberId = '') =>
			home.as(by, (ctx) =>
				readDates(ctx, { partnershipId: home.partnershipId, memberId, name, text: 'Autumn term' }),
			);
		for (const act of [
			(by: string, memberId?: string) => entering(by, year, 0, memberId),
			(by: string, memberId?: string) => removing(by, 1, memberId),
			reading,
		]) {
			expect(await act(head)).toEqual({ is: 'denied' });
			expect(await act(head, home.members[1])).toEqual({ is: 'denied' });
			expect(await act(governor, home.members[0])).toEqual({ is: 'denied' });
			for (const stranger of [outsider, elsewhere.chair])
				expect(await act(stranger)).toEqual({ is: 'missing' });
			expect(await act(home.chair, elsewhere.members[0])).toEqual({ is: 'missing' });
		}
		expect(await elsewhere.as(elsewhere.chair, (ctx) => enteredYears(ctx, home.partnershipId, name))).toEqual(
			[],
		);
	});

	test('what is pasted is read and nothing is kept; what holds no term is refused with a reason', async () => {
		const { partnershipId } = home;
		const read = (text: string, file = '') =>
			home.as(home.chair, (ctx) => readDates(ctx, { partnershipId, name: '2027-28', text, file }));
		const line = 'Autumn term: 1 September 2027 to 17 December 2027';
		const found = { is: 'done', value: { years: [{ name: '2027-28', inset: [] }] } };
		expect(await read(line)).toMatchObject(found);
		expect(await read('', line)).toMatchObject(found);
		expect(await read('')).toMatchObject({ is: 'invalid', fields: { text: expect.stringMatching(/Paste/) } });
		expect(await read('See our website')).toMatchObject({
			is: 'invalid',
			fields: { text: expect.stringMatching(/No term was found.*Line 1: There is no date/) },
		});
		expect(await home.as(home.chair, (ctx) => enteredYears(ctx, partnershipId, '2027-28'))).toEqual([]);
	});

	test('which tests a member’s pupils sit follows from the register; unregistered schools may sit any', async () => {
		const id = randomUUIDv7();
		await home.as(home.chair, (ctx) =>
			addMember(ctx, {
				id,
				partnershipId: home.partnershipId,
				fromDay: foundingDay,
				name: 'Another',
				place: 'Nowhere',
			}),
		);
		const ages = await home.as(home.chair, (ctx) => agesByMember(ctx, home.partnershipId));
		expect(ages.get(id)).toEqual([anyAge]);
	});
});
