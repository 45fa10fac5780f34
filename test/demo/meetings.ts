import { addDays } from '#domain/calendar/day.ts';
import { nearestSchoolDay, schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { ownReports } from '#domain/improvement/release/queries.server.ts';
import { releaseReport } from '#domain/improvement/release/deeds.server.ts';
import { callMeeting } from '#domain/meeting/deeds/calling.server.ts';
import { addItem } from '#domain/meeting/deeds/items.server.ts';
import { saveMinutes } from '#domain/meeting/deeds/minutes.server.ts';
import { notePromise, tellPromise } from '#domain/meeting/deeds/promises.server.ts';
import { invitedTo, meetings } from '#domain/meeting/queries.server.ts';
import { releaseNeed } from '#domain/support/release/deeds.server.ts';
import { londonDay } from '#platform/day.ts';
import type { PersonKey, SchoolKey } from '../cast.ts';
import { did, doing, type Doing } from './doing.ts';
import { headOf } from './heads.ts';

interface Partnership extends Doing {
	partnershipId: string;
	members: ReadonlyMap<SchoolKey, string>;
}

const administrator: PersonKey = 'ledgerly';
const heads = { kind: 'heads', groupId: null } as const;

/** Whose progress the heads read of at their next meeting; other heads have not released theirs. */
const released: readonly SchoolKey[] = ['tumblebrook', 'bramblesea'];

/** The heads have met, minuted it and promised one another something; they meet again, and the deputies do. */
export async function meet(founded: Partnership, newId: () => string): Promise<void> {
	const { partnershipId, members, people } = founded;
	const today = londonDay(founded.now);
	const calendar = schoolCalendar();
	const around = await doing(founded, administrator, today, '00:00', async (ctx) =>
		(await meetings(ctx, partnershipId, addDays(today, -150), addDays(today, 200))).filter(
			({ kind }) => kind === 'heads',
		),
	);
	const call = (day: string, who: 'heads' | 'deputies') => {
		const id = newId();
		const hours = { fromTime: '13:30', toTime: '15:30', place: 'Fernmarsh Primary School' };
		return doing(founded, administrator, addDays(today, -30), '09:00', async (ctx) => {
			await did(callMeeting(ctx, { id, partnershipId, who, day, ...hours }), 'call a meeting');
			return { id, day };
		});
	};
	// In September and July one of them is in another school year, whose meetings nobody has called.
	const held =
		around.findLast(({ day }) => day < today) ??
		(await call(nearestSchoolDay(calendar, addDays(today, -14), -1), 'heads'));
	const next =
		around.find(({ day }) => day > today) ??
		(await call(nearestSchoolDay(calendar, addDays(today, 14), 1), 'heads'));
	await call(nearestSchoolDay(calendar, addDays(today, 21), 1), 'deputies');

	const at = { partnershipId, meetingId: held.id };
	await doing(founded, administrator, held.day, '16:00', async (ctx) => {
		const invited = await invitedTo(ctx, partnershipId, { ...heads, day: held.day });
		const away = people.get('hedgepath');
		const there = invited.map(({ personId }) => [
			`there-${personId}`,
			personId === away ? 'apology' : 'present',
		]);
		const said = {
			'note-since-review':
				'Each head told how far the work has come. We want to see books next time, not plans.',
			'note-needed': 'Two schools look for help with writing. Rosalind has offered to open her classrooms.',
			decisions:
				'We moderate Year 5 writing together in the spring.\nOur next meeting begins with books from three schools.',
		};
		await did(
			saveMinutes(ctx, { ...at, version: '0', ...Object.fromEntries(there), ...said }),
			'minute the meeting',
		);
		const promise = (who: PersonKey, id: string, words: string, due: string) =>
			did(notePromise(ctx, { ...at, id, personId: people.get(who), words, due }), 'note a promise');
		await promise('applecart', newId(), 'Send round two dates for moderating writing', addDays(today, 4));
		await promise(
			'thimbleton',
			newId(),
			'Ask the governors for a supply day in the spring',
			addDays(today, 12),
		);
		const done = newId();
		await promise('inkwell', done, 'Share our plan for editing in pairs', held.day);
		await did(tellPromise(ctx, { partnershipId, promiseId: done, done: 'yes' }), 'tell a promise done');
	});

	const ahead = { partnershipId, meetingId: next.id };
	await doing(founded, administrator, today, '00:00', async (ctx) => {
		for (const [title, ledBy, lastsMinutes] of [
			['Moderating Year 5 writing: where and when', 'Desmond Applecart', '20'],
			['Who joins a review team next term', 'Priya Lanternby', '15'],
			['Any other business', '', ''],
		])
			await did(addItem(ctx, { ...ahead, id: newId(), title, ledBy, lastsMinutes }), 'put it on the agenda');
	});
	for (const school of released)
		await doing(founded, headOf(school), today, '00:00', async (ctx) => {
			const memberIds = [members.get(school)!];
			const [report] = await ownReports(ctx, partnershipId, { meetingId: next.id, memberIds });
			await did(releaseReport(ctx, { ...ahead, reportId: report!.id }), 'release a report');
		});
	await doing(founded, headOf('tumblebrook'), today, '00:00', (ctx) =>
		did(releaseNeed(ctx, { ...ahead, memberId: members.get('tumblebrook'), number: '1' }), 'ask for support'),
	);
}
