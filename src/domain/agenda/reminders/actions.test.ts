import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { addDays, type Day } from '#domain/calendar/day.ts';
import { rescheduleAction, updateAction } from '#domain/improvement/deeds/actions.server.ts';
import { giveUpAction } from '#domain/improvement/deeds/correcting.server.ts';
import { addMilestone, tickMilestone } from '#domain/improvement/milestones/deeds.server.ts';
import { inContext } from '#platform/context.ts';
import { person } from '#platform/principal.ts';
import type { PersonKey } from '#test/cast.ts';
import { forEachEngine } from '#test/database.ts';
import { actingSchool, deputy, type ActingSchool } from '#test/demo/acting-school.ts';
import { remind } from './remind.server.ts';

const making = { origin: 'https://reviews.example', secret: 'a secret' };

forEachEngine((database) => {
	let school: ActingSchool;
	beforeAll(async () => {
		school = await actingSchool(database());
	}, 120_000);

	/** The days on which somebody is written to about an action, every day considered from one to another. */
	async function days(who: PersonKey, title: string, from: Day, until: Day): Promise<Day[]> {
		const id = school.people.get(who)!;
		const told: Day[] = [];
		for (let day = from; day <= until; day = addDays(day, 1)) {
			await database().asOwner((db) => sql`delete from letter`.execute(db));
			await inContext(database(), person(id), new Date(`${day}T09:00:00Z`), (ctx) => remind(ctx, id, making));
			const letters = await database().signIn((db) => db.selectFrom('letter').select('body').execute());
			if (letters.some(({ body }) => body?.includes(`* ${title}`))) told.push(day);
		}
		return told;
	}
	const own = { ownerId: '', owner: 'Morwenna Tealeaf' };
	const tell = (actionId: string, progress: string, day: Day) =>
		school.does(deputy, updateAction, { id: randomUUIDv7(), actionId, progress, words: '' }, day);

	test('NFS-11 through a year its owner is told a week before, when it is overdue, and three times more', async () => {
		await school.plan({ ...own, title: 'Left alone' });
		expect(await days(deputy, 'Left alone', '2026-11-24', '2027-11-24')).toEqual([
			// It is due on Friday 12 February.
			...['2027-02-05', '2027-02-15', '2027-02-22', '2027-03-01', '2027-03-08'],
		]);
	}, 120_000);

	test('NFS-11 a milestone is told by its own day, and no more once it is reached', async () => {
		const actionId = await school.plan({ ...own, title: 'With a milestone' });
		const milestone = { id: randomUUIDv7(), actionId, words: 'Half way', due: '2026-12-11' };
		await school.does('inkwell', addMilestone, milestone);
		const title = 'Half way (milestone of: With a milestone)';
		expect(await days(deputy, title, '2027-11-25', '2027-11-25')).toEqual(['2027-11-25']);
		const ticked = { actionId, milestoneId: milestone.id, reached: 'yes' };
		await school.does(deputy, tickMilestone, ticked, '2027-11-26');
		expect(await days(deputy, title, '2027-11-27', '2028-01-10')).toEqual([]);
	}, 120_000);

	test('NFS-11 nobody is reminded of what is done or given up; telling gives four weeks of peace, moving begins anew', async () => {
		const plan = (title: string) => school.plan({ ...own, title, due: '2028-03-03' }, '2028-01-17');
		const [done, dropped, told, moved] = [
			await plan('Done one'),
			await plan('Dropped one'),
			await plan('Told one'),
			await plan('Moved one'),
		];
		await tell(done, 'done', '2028-01-18');
		await school.does('inkwell', giveUpAction, { actionId: dropped, because: 'Enough.' }, '2028-01-18');
		const year = (title: string) => days(deputy, title, '2028-01-19', '2028-03-06');
		// One letter a day says all that is new, so each title is asked for in a year of its own.
		const count = async (title: string) => {
			await database().asOwner((db) => sql`delete from reminder`.execute(db));
			await database().asOwner((db) => sql`update letter_choice set considered_on = null`.execute(db));
			return year(title);
		};
		expect(await count('Done one')).toEqual([]);
		expect(await count('Dropped one')).toEqual([]);
		expect(await count('Told one')).toEqual(['2028-02-25', '2028-03-06']);
		await tell(told, 'under way', '2028-03-07');
		const move = { id: randomUUIDv7(), actionId: moved, due: '2028-05-12', reason: 'Snow.' };
		await school.does('inkwell', rescheduleAction, move, '2028-03-07');
		const on = await days(deputy, 'Told one', '2028-03-08', '2028-05-04');
		expect(on).toEqual(['2028-04-04', '2028-04-11', '2028-04-18']);
		expect(await days(deputy, 'Moved one', '2028-05-05', '2028-05-16')).toEqual(['2028-05-05', '2028-05-15']);
	}, 120_000);

	test('NFS-11 the head is told in place of an owner who does not sign in or has left, and else not', async () => {
		const due = { due: '2028-09-15' };
		await school.plan({ ...due, title: 'Of a role', owner: 'English leader' }, '2028-06-12');
		await school.plan({ ...due, ...own, title: 'Of the deputy' }, '2028-06-12');
		const head = (title: string) => days('inkwell', title, '2028-09-08', '2028-09-08');
		expect(await head('Of a role')).toEqual(['2028-09-08']);
		await school.leaves(deputy, '2028-09-11');
		const gone = 'Who makes sure of “Of the deputy” now that Morwenna Tealeaf has left?';
		expect(await days('inkwell', 'Of the deputy', '2028-09-09', '2028-09-10')).toEqual([]);
		expect(await days('inkwell', gone, '2028-09-11', '2028-09-18')).toEqual(['2028-09-11', '2028-09-18']);
		expect(await days(deputy, 'Of the deputy', '2028-09-11', '2028-09-18')).toEqual([]);
	}, 120_000);
});
