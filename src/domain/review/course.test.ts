import { describe, expect, test } from 'vitest';
import { englishYear } from '#domain/calendar/english-year.ts';
import { schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { ofKind } from '#domain/protocol/of-kind.ts';
import type { Role } from '#domain/protocol/parts/roles.ts';
import { presets } from '#domain/protocol/presets/presets.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import * as review from './facts.example.ts';
import type { Facts } from './facts.ts';
import { signatories, stageOf } from './stage.ts';
import { timeline } from './timeline.ts';

const calendar = schoolCalendar([2025, 2026, 2027].map(englishYear));
const officers: readonly Role[] = ['chair', 'administrator', 'partner'];

const courses = presets.flatMap(({ title, protocol }) =>
	protocol.kinds.map((kind) => ({ title, label: kind.label, protocol: ofKind(protocol, kind.key) })),
);

/** A review's facts with those people only whom this kind of it can have. */
const staffed = (facts: Facts, { team }: Protocol): Facts => ({
	...facts,
	team: facts.team.filter(({ role }) => role === 'reviewer' || team[role] !== 'never'),
});

/** Everything the protocol can ask for has been done. */
function finished(protocol: Protocol): Facts {
	const facts = staffed(review.closed, protocol);
	return {
		...facts,
		signOffs: signatories(facts, protocol).map(({ personId }) => ({
			edition: 1,
			personId,
			on: '2026-11-20',
			cannotSign: false,
		})),
	};
}

describe.each(courses)('CEN-3 KSA-11 CSC-10 $title, $label', ({ protocol }) => {
	const items = timeline(protocol, staffed(review.proposed, protocol), calendar, '2026-09-15');

	test('has a course whose every stage has its day', () => {
		expect(items.map(({ key }) => key)).toEqual(protocol.stages.map(({ key }) => key));
		expect(items.filter(({ due }) => due === null)).toEqual([]);
		expect(items.filter(({ state }) => state === 'due').map(({ key }) => key)).toEqual(['accept']);
	});

	test('asks nobody for what only a role that nobody holds could do', () => {
		for (const { who } of items)
			expect(who.people.length > 0 || who.roles.some((role) => officers.includes(role))).toBe(true);
	});

	test('comes to its end when all it asks for is done', () => {
		expect(stageOf(finished(protocol), protocol, '2027-06-21')).toBe('closed');
	});
});
