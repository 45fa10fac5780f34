import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/calendar/day.ts';
import { isSchoolDay } from '#domain/calendar/school-calendar.ts';
import { roles } from '#domain/protocol/parts/roles.ts';
import { protocolSchema } from '#domain/protocol/schema.ts';
import type { Facts } from './facts.ts';
import { calendars, protocolDrafts, protocols, someDay, someFacts } from './generated.fixture.ts';
import { readMilestone } from './milestones.ts';
import { moved } from './moved.ts';
import { nextFor, timeline } from './timeline.ts';

/** A sample unless told: `TIMES=10000 npx vitest run timeline` runs them all. */
const numRuns = Number(process.env['TIMES'] ?? 500);
const worlds = [protocols, someFacts, calendars, someDay] as const;
const schoolTime = new Set(['school days', 'weeks', 'half-terms', 'terms']);

describe('the timeline of any protocol, any facts and any calendar', { timeout: 600_000 }, () => {
	test('most of what is generated is a protocol', () => {
		const drafts = fc.sample(protocolDrafts, { numRuns, seed: 14 });
		const taken = drafts.filter((draft) => protocolSchema.safeParse(draft).success);
		expect(taken.length).toBeGreaterThan(numRuns / 2);
	});

	test('is total: each stage once and in order, or none where the review stands still, and what is done once it is closed', () => {
		fc.assert(
			fc.property(...worlds, (protocol, facts, calendar, today) => {
				const items = timeline(protocol, facts, calendar, today);
				const keys = items.map(({ key }) => key);
				const still = facts.standstill !== null && facts.publication === null;
				const all = still ? [] : protocol.stages.map(({ key }) => key);
				expect(keys).toEqual(all.filter((key) => keys.includes(key)));
				if (facts.closedOn === null) expect(keys).toEqual(all);
				else expect(items.every(({ state }) => state === 'done')).toBe(true);
				for (const { because, rule } of items) expect(because + rule).not.toMatch(/undefined|NaN/);
			}),
			{ numRuns },
		);
	});

	test('has no day on which the school is closed, where it is counted in school time', () => {
		fc.assert(
			fc.property(...worlds, (protocol, facts, calendar, today) => {
				for (const { key, due } of timeline(protocol, facts, calendar, today)) {
					const { unit } = protocol.stages.find((stage) => stage.key === key)!.when.offset;
					if (due && schoolTime.has(unit)) expect(isSchoolDay(calendar, due), `${key} ${due}`).toBe(true);
				}
			}),
			{ numRuns },
		);
	});

	test('is monotone: proposed or held later, nothing is due earlier', () => {
		const delay = fc.nat(120);
		fc.assert(
			fc.property(...worlds, delay, delay, (protocol, facts, calendar, today, proposed, held) => {
				const dues = (of: Facts) =>
					new Map(timeline(protocol, of, calendar, today).map(({ key, due }) => [key, due]));
				const after = dues(delayed(facts, proposed, held));
				for (const [key, due] of dues(facts)) {
					const late = after.get(key);
					if (due && late) expect(late >= due, `${key}: ${due}, delayed ${late}`).toBe(true);
				}
			}),
			{ numRuns },
		);
	});

	test('calls nothing overdue that is done, left open or not yet due, and done what its facts say', () => {
		fc.assert(
			fc.property(...worlds, (protocol, facts, calendar, today) => {
				for (const { key, state, due, required } of timeline(protocol, facts, calendar, today)) {
					const stage = protocol.stages.find((one) => one.key === key)!;
					expect(state === 'done').toBe(readMilestone(stage, facts, protocol, today).reached);
					if (state === 'overdue') expect([required, due! < today]).toEqual(['must', true]);
					if (state === 'passed')
						expect([stage.done, required, due! < today]).toEqual(['ticked', 'may', true]);
				}
			}),
			{ numRuns },
		);
	});

	test('holds every next thing of anybody, and none that is done, waits or has passed', () => {
		const person = fc.constantFrom('ann', 'ben', 'stranger');
		fc.assert(
			fc.property(...worlds, person, fc.subarray([...roles]), (protocol, facts, calendar, today, who, as) => {
				const items = timeline(protocol, facts, calendar, today);
				for (const next of nextFor(who, as, items)) {
					expect(items).toContain(next);
					expect(['overdue', 'due', 'later']).toContain(next.state);
					expect(next.who.people.includes(who) || next.who.people.length === 0).toBe(true);
				}
			}),
			{ numRuns },
		);
	});

	test('says of a change of days all that moves and nothing else', () => {
		fc.assert(
			fc.property(...worlds, fc.nat(120), (protocol, facts, calendar, today, delay) => {
				const before = timeline(protocol, facts, calendar, today);
				const after = timeline(protocol, delayed(facts, 0, delay), calendar, today);
				expect(moved(before, before)).toEqual([]);
				const told = new Map(moved(before, after).map(({ key, from, to }) => [key, { from, to }]));
				for (const { key, due, state } of after) {
					const was = before.find((item) => item.key === key)?.due ?? null;
					const change = state !== 'done' && was !== due ? { from: was, to: due } : undefined;
					expect(told.get(key)).toEqual(change);
				}
			}),
			{ numRuns },
		);
	});
});

/** The same review proposed and held so many days later. */
const delayed = (facts: Facts, proposed: number, held: number): Facts => ({
	...facts,
	proposedOn: addDays(facts.proposedOn, proposed),
	firstDay: facts.firstDay && addDays(facts.firstDay, held),
	lastDay: facts.lastDay && addDays(facts.lastDay, held),
});
