import { addDays, type Day } from '#domain/calendar/day.ts';
import { partAt, partsIn } from '#domain/calendar/parts-of-year.ts';
import { schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { deferSchool, openCycle } from '#domain/planning/cycle/deeds.server.ts';
import { londonDay } from '#platform/day.ts';
import type { PersonKey, SchoolKey } from '../cast.ts';
import { did, doing, type Doing } from './doing.ts';

interface Partnership extends Doing {
	partnershipId: string;
	members: ReadonlyMap<SchoolKey, string>;
}

const chair: PersonKey = 'lanternby';
const supposed = schoolCalendar();
const termOf = (day: Day) => partAt(supposed, day, 'terms');

/** The chair opens both cycles, and one school that begins anew is left out of the second. */
export async function openCycles(founded: Partnership, newId: () => string): Promise<void> {
	const { partnershipId } = founded;
	const today = londonDay(founded.now);
	const second = termOf(addDays(today, -10 * 7)).from;
	const first = termOf(addDays(today, -112 * 7)).from;
	const terms = partsIn(supposed, { from: second, to: addDays(second, 500) }, 'terms');
	const secondId = newId();
	const open = (day: Day, id: string, words: object) =>
		doing(founded, chair, day, '09:00', (ctx) =>
			did(openCycle(ctx, { id, partnershipId, share: '100', ...words }), 'open a cycle'),
		);
	await open(first, newId(), {
		name: 'First cycle',
		from: first,
		to: addDays(second, -1),
		objective: 'Every school is reviewed once, by people who have been trained for it.',
	});
	await open(second, secondId, {
		name: 'Second cycle',
		from: second,
		to: terms[2]!.to,
		objective: 'Every school is reviewed again, and every head has been on a team.',
	});
	const deferral = {
		memberId: founded.members.get('marrowfield')!,
		reason: 'It moves into its new building.',
	};
	await doing(founded, chair, addDays(second, 30), '09:00', (ctx) =>
		did(deferSchool(ctx, { id: newId(), partnershipId, cycleId: secondId, ...deferral }), 'put a school off'),
	);
}
