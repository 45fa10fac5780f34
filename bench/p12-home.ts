import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { home } from '#domain/agenda/home.server.ts';
import { manyReviews, today, type ManyReviews } from '#domain/agenda/many-reviews.fixture.ts';
import { addDays } from '#domain/calendar/day.ts';
import { englishYear } from '#domain/calendar/english-year.ts';
import { schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import * as stories from '#domain/review/facts.example.ts';
import { timeline } from '#domain/review/timeline.ts';
import { openDatabase } from '#platform/db/open.ts';
import { median, type Figure } from './figure.ts';

const barMilliseconds = 10;
const barRatio = 20;
const reviews = 200;
const rounds = 101;

/**
 * P12: Home, with the timelines it reads, on the embedded engine, its transaction included; and the timelines alone. Measured is
 * the time that this process, database and all, had a processor: what else the machine does counts for little.
 */
export async function measure(): Promise<Figure[]> {
	const dataDir = mkdtempSync(join(tmpdir(), 'fresh-eyes-p12-'));
	const database = await openDatabase({ dataDir });
	try {
		const overYears = await homeOf(await manyReviews(database, { own: reviews, others: 2000, apart: 36 }));
		const one = await homeOf(await manyReviews(database, { own: 1 }));
		const atOnce = await homeOf(await manyReviews(database, { own: reviews }));
		const ratio = atOnce / one;
		return [
			{
				...under(overYears),
				how: `Home of a person with ${reviews} reviews, ten a year and none of them closed, among 2,000 of others`,
			},
			{ ...under(timelines()), how: `${reviews} timelines, processor time without the database` },
			{
				value: `${ratio.toFixed(1)} × (${atOnce.toFixed(1)} ms to ${one.toFixed(1)} ms)`,
				bar: `≤ ${barRatio} ×`,
				ok: ratio <= barRatio,
				how: `Home with ${reviews} open reviews in one year, to Home with one`,
			},
		];
	} finally {
		await database.close();
		rmSync(dataDir, { recursive: true });
	}
}

const under = (value: number) => ({
	value: `${value.toFixed(1)} ms`,
	bar: `< ${barMilliseconds} ms`,
	ok: value < barMilliseconds,
});

/** Milliseconds for one Home of that person, the middle of many after the first few. */
async function homeOf({ home: world, me }: ManyReviews): Promise<number> {
	const times: number[] = [];
	for (let round = -20; round < rounds; round += 1) {
		const began = process.cpuUsage();
		await world.as(me, home, today);
		if (round >= 0) times.push(since(began));
	}
	return median(times);
}

function since(began: NodeJS.CpuUsage): number {
	const { user, system } = process.cpuUsage(began);
	return (user + system) / 1000;
}

/** Milliseconds for the timelines of many reviews at every stage, each time by a calendar just read. */
function timelines(): number {
	const protocol = presetNamed('family');
	const told = Object.values(stories);
	const times = Array.from({ length: rounds }, () => {
		const calendar = schoolCalendar([2024, 2025, 2026, 2027].map(englishYear));
		const began = process.cpuUsage();
		for (let count = 0; count < reviews; count += 1) {
			const day = addDays(today, 60 - 3 * count);
			const facts = { ...told[count % told.length]!, firstDay: day, lastDay: day };
			timeline(protocol, facts, calendar, today);
		}
		return since(began);
	});
	return median(times);
}
