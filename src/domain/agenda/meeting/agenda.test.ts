import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { reportProgress } from '#domain/improvement/deeds/actions.server.ts';
import { releaseReport, takeBackReport } from '#domain/improvement/release/deeds.server.ts';
import { callMeeting, withdrawMeeting } from '#domain/meeting/deeds/calling.server.ts';
import { saveMinutes } from '#domain/meeting/deeds/minutes.server.ts';
import { foundPartnership } from '#domain/partnership/deeds/membership.server.ts';
import { groups } from '#domain/partnership/queries.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import { stateNeed } from '#domain/support/deeds.server.ts';
import { releaseNeed, takeBackNeed } from '#domain/support/release/deeds.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { cast, schools, type PersonKey, type SchoolKey } from '#test/cast.ts';
import { forEachEngine } from '#test/database.ts';
import { doing } from '#test/demo/doing.ts';
import type { Founded } from '#test/demo/founding.ts';
import { fernmarshReview, monday } from '#test/demo/published-review.ts';
import { newPerson } from '#domain/partnership/founded.fixture.ts';
import { inContext } from '#platform/context.ts';
import { person } from '#platform/principal.ts';
import { meetingScreen } from './screen.server.ts';

const everybody = Object.keys(cast) as PersonKey[];
const is = (who: PersonKey, ...roles: string[]) => roles.includes(cast[who].role);
const heads = everybody.filter((who) => is(who, 'headteacher', 'executive head', 'head of school'));
/** The trio of the host, and who organises. */
const ofTrio: PersonKey[] = ['inkwell', 'thimbleton', 'hedgepath', 'lanternby', 'ledgerly'];
const dayOfMeeting = '2026-12-10';
const done = { is: 'done' };

forEachEngine((database) => {
	let founded: Founded;
	let reviewId: string;
	const meetings: Record<string, string> = {};
	const reports = { told: randomUUIDv7(), kept: randomUUIDv7() };
	const words = {
		told: 'Nobody waits for paper now.',
		kept: 'Two teachers still struggle.',
		need: 'We need help with boys.',
	};

	const as = <T>(who: PersonKey, work: (ctx: Context) => Promise<T>, day = monday) =>
		doing({ ...founded, now: new Date(`${day}T23:00:00Z`) }, who, day, '09:00', work);
	type Deed = (ctx: Context, input: unknown) => Promise<Outcome<unknown>>;
	const does = (who: PersonKey, deed: Deed, input: object, day = monday) =>
		as(who, (ctx) => deed(ctx, { partnershipId: founded.partnershipId, ...input }), day);
	const screen = (who: PersonKey, of: string, day = monday) =>
		as(who, (ctx) => meetingScreen(ctx, founded.partnershipId, meetings[of]!), day);
	/** All that somebody's page of a meeting knows, but for what a head is offered of their own school. */
	const shown = async (who: PersonKey, of: string) => {
		const page = await screen(who, of);
		return page === null ? null : JSON.stringify({ ...page, own: null });
	};
	const readersOf = async (of: string, text: string) => {
		const readers: PersonKey[] = [];
		for (const who of everybody) if ((await shown(who, of))?.includes(text)) readers.push(who);
		return readers;
	};

	beforeAll(async () => {
		({ founded, reviewId } = await fernmarshReview(database(), 'published'));
		const trio = await as('lanternby', async (ctx) =>
			(await groups(ctx, founded.partnershipId)).find(({ name }) => name === 'Brook trio')!,
		);
		for (const [of, who] of Object.entries({
			heads: 'heads',
			later: 'heads',
			steering: 'steering',
			deputies: 'deputies',
			governors: 'governors',
			trio: trio.id,
		})) {
			meetings[of] = randomUUIDv7();
			const day = of === 'later' ? '2027-01-14' : dayOfMeeting;
			expect(await does('lanternby', callMeeting, { id: meetings[of], who, day })).toMatchObject(done);
		}
		for (const [at, key] of [
			['2026-11-20', 'kept'],
			[monday, 'told'],
		] as const)
			expect(
				await does('inkwell', reportProgress, { reviewId, id: reports[key], words: words[key] }, at),
			).toMatchObject(done);
		const themes = await as('inkwell', (ctx) => themesOf(ctx, founded.partnershipId));
		const need = {
			memberId: founded.members.get('fernmarsh'),
			number: '0',
			status: '2',
			first: themes[0]!.id,
			words: words.need,
		};
		expect(await does('inkwell', stateNeed, need)).toMatchObject(done);
	}, 120_000);

	test('NFS-28 a meeting’s page is there for those who come and those who organise, and for nobody else', async () => {
		const open: Record<string, PersonKey[]> = {};
		for (const of of ['heads', 'steering', 'deputies', 'governors', 'trio'])
			open[of] = (
				await Promise.all(everybody.map(async (who) => ((await screen(who, of)) ? [who] : [])))
			).flat();
		const organise: PersonKey[] = ['lanternby', 'ledgerly'];
		const sorted = (list: PersonKey[]) => [...new Set([...list, ...organise])].toSorted();
		expect(open['heads']!.toSorted()).toEqual(sorted(heads));
		expect(open['steering']!.toSorted()).toEqual(sorted([]));
		expect(open['deputies']!.toSorted()).toEqual(sorted(everybody.filter((who) => is(who, 'deputy'))));
		expect(open['governors']!.toSorted()).toEqual(sorted(everybody.filter((who) => is(who, 'governor'))));
		expect(open['trio']!.toSorted()).toEqual(ofTrio.toSorted());
		const stranger = await newPerson(database());
		const theirs = await inContext(database(), person(stranger), new Date(`${monday}T09:00:00Z`), (ctx) =>
			meetingScreen(ctx, founded.partnershipId, meetings['heads']!),
		);
		expect(theirs).toBeNull();
	});

	/** Past all policies: somebody heads a school from a day on, confirmed. */
	const asHeadOf = async (school: SchoolKey, person_id: string, from_day: string) => {
		const { partnershipId, members, people } = founded;
		const post = {
			partnership_id: partnershipId,
			id: randomUUIDv7(),
			member_id: members.get(school)!,
			person_id,
		};
		const by = people.get('lanternby')!;
		await database().asOwner(async (db) => {
			await db
				.insertInto('appointment')
				.values({ ...post, role: 'headteacher', from_day, added_by: by })
				.execute();
			await db
				.insertInto('appointment_confirmation')
				.values({ partnership_id: partnershipId, appointment_id: post.id, confirmed_by: by })
				.execute();
		});
	};

	describe('R4 NFS-15 nothing a head has not released appears at a meeting', () => {
		const at = (of: string, key: keyof typeof reports) => ({
			meetingId: meetings[of],
			reportId: reports[key],
		});
		/** Everybody to whom the database itself gives a report's words. */
		const reading = async (key: keyof typeof reports) => {
			const readers: PersonKey[] = [];
			for (const who of everybody) {
				const found = await as(who, (ctx) =>
					sql`select from progress_report where id = ${reports[key]}`.execute(ctx.db),
				);
				if (found.rows.length > 0) readers.push(who);
			}
			return readers;
		};
		let before: PersonKey[];

		test('to anybody, before they release it', async () => {
			before = await reading('told');
			expect(before).not.toContain('applecart');
			for (const of of Object.keys(meetings))
				for (const text of Object.values(words)) expect(await readersOf(of, text)).toEqual([]);
		});

		test('nor may anybody else release it, nor they to a meeting that is not theirs, nor an older one', async () => {
			for (const who of ['lanternby', 'ledgerly', 'thimbleton'] as const)
				expect(await does(who, releaseReport, at('heads', 'told'))).toEqual({ is: 'missing' });
			for (const who of ['tealeaf', 'ropewalk', 'copperkettle'] as const)
				expect(await does(who, releaseReport, at('heads', 'told'))).toEqual({ is: 'missing' });
			for (const of of ['steering', 'deputies', 'governors'])
				expect(await does('inkwell', releaseReport, at(of, 'told'))).toEqual({ is: 'missing' });
			expect(await does('inkwell', releaseReport, at('heads', 'kept'))).toEqual({ is: 'missing' });
			expect(await does('inkwell', releaseReport, at('heads', 'told'), '2026-12-11')).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringMatching(/over/) },
			});
			expect(await reading('told')).toEqual(before);
		});

		test('what they release to one stands there for those who come, by school, and at no other', async () => {
			for (const _ of [1, 2])
				expect(await does('inkwell', releaseReport, at('heads', 'told'))).toMatchObject(done);
			const organise: PersonKey[] = ['ledgerly'];
			expect((await readersOf('heads', words.told)).toSorted()).toEqual([...heads, ...organise].toSorted());
			for (const of of ['later', 'steering', 'deputies', 'governors', 'trio'])
				expect(await readersOf(of, words.told)).toEqual([]);
			for (const of of Object.keys(meetings)) expect(await readersOf(of, words.kept)).toEqual([]);
			expect((await screen('applecart', 'heads'))!.agenda.reports).toMatchObject([
				{ memberName: schools.fernmarsh.name, words: words.told, reportedBy: cast.inkwell.name },
			]);
			expect((await reading('told')).toSorted()).toEqual(
				[...new Set([...before, ...heads, ...organise])].toSorted(),
			);
			expect(await reading('kept')).toEqual(before);
		});

		test('nothing of it is copied into the minutes, and taken back it is read by nobody more than before', async () => {
			const minutes = {
				meetingId: meetings['heads'],
				version: '0',
				'note-since-review': 'We spoke of Fernmarsh.',
			};
			expect(await does('ledgerly', saveMinutes, minutes, dayOfMeeting)).toMatchObject(done);
			const kept = await database().asOwner((db) =>
				sql<{ text: string }>`select notes::text || decisions::text || others as text from minutes`.execute(
					db,
				),
			);
			expect(kept.rows.map(({ text }) => text).join()).not.toContain(words.told);
			for (const who of ['lanternby', 'thimbleton', 'tealeaf'] as const)
				expect(await does(who, takeBackReport, at('heads', 'told'))).toEqual({ is: 'missing' });
			for (const _ of [1, 2])
				expect(await does('inkwell', takeBackReport, at('heads', 'told'), '2026-12-11')).toMatchObject(done);
			expect(await readersOf('heads', words.told)).toEqual([]);
			expect(await reading('told')).toEqual(before);
		});

		test('whoever founds a partnership of their own gets no meeting of another by its id', async () => {
			const partnershipId = randomUUIDv7();
			const own = { partnershipId, id: meetings['heads'], who: 'heads', day: dayOfMeeting };
			expect(await does('inkwell', releaseReport, at('heads', 'told'))).toMatchObject(done);
			const founding = { id: partnershipId, name: 'Elsewhere', groupWord: 'trio' };
			expect(await as('ropewalk', (ctx) => foundPartnership(ctx, founding))).toMatchObject(done);
			expect(await as('ropewalk', (ctx) => callMeeting(ctx, own))).toEqual({ is: 'missing' });
			expect(await screen('ropewalk', 'heads')).toBeNull();
			expect(await reading('told')).not.toContain('ropewalk');
			expect(await does('inkwell', takeBackReport, at('heads', 'told'))).toMatchObject(done);
		});

		test('of a meeting that was withdrawn nobody reads it more, and its head can still take it back', async () => {
			const called = { id: randomUUIDv7(), who: 'heads', day: '2026-12-17' };
			meetings['short'] = called.id;
			expect(await does('lanternby', callMeeting, called)).toMatchObject(done);
			expect(await does('inkwell', releaseReport, at('short', 'told'))).toMatchObject(done);
			expect(await reading('told')).toContain('applecart');
			expect(await does('lanternby', withdrawMeeting, { meetingId: called.id })).toMatchObject(done);
			expect(await reading('told')).toEqual(before);
			expect(await does('applecart', takeBackReport, at('short', 'told'))).toEqual({ is: 'missing' });
			for (const _ of [1, 2])
				expect(await does('inkwell', takeBackReport, at('short', 'told'))).toMatchObject(done);
		});

		test('whoever holds a role only after the day of the meeting reads what was minuted, and no release', async () => {
			expect(await does('inkwell', releaseReport, at('heads', 'told'))).toMatchObject(done);
			const later = '2026-12-14';
			const newcomer = await newPerson(database());
			await asHeadOf('owlbeck', newcomer, '2026-12-11');
			const sees = (day: string) =>
				inContext(database(), person(newcomer), new Date(`${day}T09:00:00Z`), async (ctx) => [
					(await meetingScreen(ctx, founded.partnershipId, meetings['heads']!))?.agenda.reports.length,
					(await sql`select from progress_report where id = ${reports.told}`.execute(ctx.db)).rows.length,
				]);
			expect(await sees(later)).toEqual([0, 0]);
			expect(await does('inkwell', takeBackReport, at('heads', 'told'))).toMatchObject(done);
		});

		test('the same of what a school needs (CEN-13)', async () => {
			const need = (of: string) => ({
				meetingId: meetings[of],
				memberId: founded.members.get('fernmarsh'),
				number: '1',
			});
			for (const who of ['lanternby', 'thimbleton'] as const)
				expect(await does(who, releaseNeed, need('trio'))).toEqual({ is: 'missing' });
			for (const _ of [1, 2]) expect(await does('inkwell', releaseNeed, need('trio'))).toMatchObject(done);
			expect((await readersOf('trio', words.need)).toSorted()).toEqual(ofTrio.toSorted());
			expect(await readersOf('heads', words.need)).toEqual([]);
			expect(
				await does('inkwell', releaseNeed, { ...need('trio'), meetingId: meetings['governors'] }),
			).not.toMatchObject(done);
			expect(await does('inkwell', takeBackNeed, need('trio'))).toMatchObject(done);
			expect(await readersOf('trio', words.need)).toEqual([]);
		});
	});

	test('KSA-3 who has not agreed to what holds stands on the agenda, of a group’s meeting its own schools', async () => {
		const missing = async (of: string) =>
			(await screen('lanternby', of))!.agenda.now?.agreements.map(({ memberName }) => memberName) ?? null;
		const all = (await missing('heads'))!;
		const trio = (await missing('trio'))!;
		const names: readonly string[] = ['fernmarsh', 'tumblebrook', 'marrowfield'].map(
			(key) => schools[key as 'fernmarsh'].name,
		);
		expect(trio).toEqual(all.filter((name) => names.includes(name)));
		expect(await missing('deputies')).toBeNull();
	});

	test('NFS-28 a closed day and another meeting at the same hour are warned of, for whoever may move it', async () => {
		const call = async (more: object) => {
			const id = randomUUIDv7();
			const meeting = { id, who: 'heads', day: '2026-12-25', fromTime: '10:00', toTime: '11:00', ...more };
			expect(await does('lanternby', callMeeting, meeting)).toMatchObject(done);
			meetings[id] = id;
			return id;
		};
		const first = await call({});
		await call({ who: 'steering', fromTime: '10:30', toTime: '' });
		await call({ who: 'governors', fromTime: '11:00', toTime: '12:00' });
		expect((await screen('lanternby', first))!.warnings).toEqual([
			'This day is a bank holiday.',
			'At the same hour: Steering group.',
		]);
		expect((await screen('inkwell', first))!.warnings).toEqual([]);
	});

	test('NFS-15 where the protocol keeps what came of reviews off agendas, nothing of it stands there or is asked for', async () => {
		const things = async () => (await screen('inkwell', 'later'))!.agenda.things.map(({ key }) => key);
		expect(await things()).toContain('since-review');
		await database().asOwner((db) =>
			sql`update protocol_version set document = jsonb_set(document, '{followUp,standingItem}', '"never"')
				where partnership_id = ${founded.partnershipId}`.execute(db),
		);
		expect(await things()).not.toContain('since-review');
		const page = (await screen('inkwell', 'later'))!;
		expect([page.agenda.reports, page.own.reports]).toEqual([[], []]);
	});
});
