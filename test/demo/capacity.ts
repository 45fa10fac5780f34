import { addDays, addMonths } from '#domain/calendar/day.ts';
import { addUnsuitable } from '#domain/capacity/days/deeds.server.ts';
import { setLimit } from '#domain/capacity/limit/deeds.server.ts';
import { setCost } from '#domain/capacity/time/deeds.server.ts';
import { recordTraining } from '#domain/capacity/training/deeds.server.ts';
import { londonDay } from '#platform/day.ts';
import { founder, type PersonKey } from '../cast.ts';
import { daysOf, weekdayFrom } from './days.ts';
import { did, doing } from './doing.ts';
import type { Founded } from './founding.ts';

interface Training {
	weeks: number;
	what: string;
	role: 'reviewer' | 'facilitator' | 'champion';
	people: readonly PersonKey[];
	by: PersonKey | string;
}

/** What they were trained for, by weeks from the day the demo is loaded. One head and one champion have not been yet. */
const trainings: readonly Training[] = [
	{
		weeks: -126,
		what: 'Two days on reviewing: questions, evidence, feedback',
		role: 'reviewer',
		people: [
			...(['inkwell', 'applecart', 'lanternby', 'thimbleton', 'quillington'] as const),
			...(['buttercrane', 'hedgepath', 'saltmarrow', 'foxglove'] as const),
		],
		by: 'Trainers from outside (invented)',
	},
	{
		weeks: -124,
		what: 'Leading an improvement workshop',
		role: 'champion',
		people: ['copperkettle', 'plumbline'],
		by: 'Trainers from outside (invented)',
	},
	{
		weeks: -50,
		what: 'What we learnt about workshops, passed on',
		role: 'champion',
		people: ['marblewood'],
		by: 'plumbline',
	},
];

/** Training, limits and days that don't suit, so that whoever makes teams has something to go by. */
export async function tellOfCapacity(founded: Founded, newId: () => string): Promise<void> {
	const { partnershipId, people, now } = founded;
	const today = londonDay(now);
	for (const { weeks, by, people: trained, ...training } of trainings) {
		const day = weekdayFrom(today, weeks * 7);
		const giver = people.get(by as PersonKey);
		const given = giver ? { givenBy: giver, giver: '' } : { givenBy: '', giver: by };
		const personIds = trained.map((key) => people.get(key)!);
		await doing(founded, 'ledgerly', addDays(day, 1), '10:00', (ctx) =>
			did(
				recordTraining(ctx, { id: newId(), partnershipId, ...training, ...given, day, personIds }),
				`record ‘${training.what}’`,
			),
		);
	}
	await doing(founded, founder, today, '00:10', (ctx) =>
		did(setCost(ctx, { partnershipId, version: '0', pounds: '210' }), 'say what a day costs'),
	);
	for (const [key, limit] of [
		['hedgepath', { daysATerm: '1', daysAYear: '2' }],
		['marblewood', { daysATerm: '', daysAYear: '2' }],
	] as const)
		await doing(founded, key, today, '00:20', (ctx) =>
			did(
				setLimit(ctx, { partnershipId, personId: people.get(key), version: '0', ...limit }),
				`limit the days of ${key}`,
			),
		);
	const { day: ahead } = daysOf(today, 4);
	for (const [key, days] of [
		['wickstraw', { kind: 'cannot', fromDay: ahead, words: 'Governors’ panel' }],
		['applecart', { kind: 'cannot', fromDay: ahead, words: 'Interviews' }],
		[
			'thimbleton',
			{
				kind: 'if need be',
				fromDay: today,
				toDay: addMonths(today, 7),
				weekday: '1',
				words: 'I teach Year 6',
			},
		],
	] as const)
		await doing(founded, key, today, '00:30', (ctx) =>
			did(addUnsuitable(ctx, { id: newId(), ...days }), `say which days do not suit ${key}`),
		);
}
