import { describe, expect, test } from 'vitest';
import { presets } from '#domain/protocol/presets/presets.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { forEachEngine } from '#test/database.ts';
import { addLine, recordDecision, scheduleActivity } from './deeds/plan.server.ts';
import { agreedReview } from './deeds/in-the-making.fixture.ts';
import { proposed } from './facts.example.ts';
import type { Facts } from './facts.ts';
import { layOutPlan, printPlan, type DayPlan } from './printed-plan.server.ts';

const sentence =
	'Pupils in both key stages talk about what their teachers write in their books, and what they do with it.';

/** A day as full as they come: five lines, a team of five, so many activities, an agenda answered at length. */
function fullDay(protocol: Protocol, activities: number): DayPlan {
	const names = [
		'Rosalind Inkwell',
		'Desmond Applecart',
		'Marguerite Foxglove',
		'Edie Papermoon',
		'Ivor Plumbline',
	];
	const people = names.map((name, index) => ({ id: String(index), name }));
	const facts = {
		...proposed,
		team: people.map(({ id, name }, index) => ({
			personId: id,
			name,
			role: (['reviewer', 'reviewer', 'facilitator', 'expert', 'champion'] as const)[index]!,
			headteacher: index < 2,
			acceptedOn: null,
			confidentialityOn: null,
		})),
	} satisfies Facts;
	const kinds = protocol.day.activityKinds;
	return {
		review: { hostName: 'All Larks Church of England Primary School', focus: sentence, protocol, facts },
		lines: [...'ABCDE'].map((letter) => ({ letter, question: sentence })),
		entries: Array.from({ length: activities }, (_, index) => ({
			id: String(index),
			kind: kinds[index % kinds.length]!.key,
			title: `Year ${(index % 6) + 1} books and a talk with their teacher`,
			place: 'The library, ground floor',
			day: '2026-11-19',
			starts: `${String(8 + Math.floor(index / 3)).padStart(2, '0')}:${['00', '20', '40'][index % 3]}`,
			ends: `${String(8 + Math.floor((index + 1) / 3)).padStart(2, '0')}:${['00', '20', '40'][(index + 1) % 3]}`,
			people: [people[index % 4]!, people[(index + 1) % 4]!],
			lines: [{ id: 'a', letter: 'ABCDE'[index % 5]! }],
		})),
		schools: new Map(people.map(({ id }) => [id, ['Tumblebrook Village School']])),
		companions: new Map(people.map(({ id }) => [id, 'Jocelyn Bellweather, leader of mathematics'])),
		agreed: Array.from({ length: 9 }, () => ({ label: 'Who else takes part?', lines: [sentence] })),
		decisions: [sentence, sentence, sentence],
	};
}

describe('NFS-7 the plan of the day', () => {
	test.each(presets.map(({ key, protocol }) => [key, protocol] as const))(
		'of 20 activities goes on two sides of one sheet, in type of 9 points or more: %s',
		(_, protocol) => {
			const { pdf, sides, size } = layOutPlan(fullDay(protocol, 20));
			expect(sides).toBeLessThanOrEqual(2);
			expect(Number(size)).toBeGreaterThanOrEqual(9);
			const text = Buffer.from(pdf).toString('latin1');
			expect(text).toContain('/StructTreeRoot');
			expect(text).toContain('pdfuaid:part');
		},
	);

	test('runs on to more sides where it is longer, and then grows no smaller', () => {
		const { sides, size } = layOutPlan(fullDay(presets[0]!.protocol, 120));
		expect(sides).toBeGreaterThan(2);
		expect(size).toBe('9');
	});

	test('with nothing planned yet still prints', () => {
		const { review } = fullDay(presets[0]!.protocol, 0);
		const bare = {
			lines: [],
			entries: [],
			schools: new Map(),
			companions: new Map(),
			agreed: [],
			decisions: [],
		};
		expect(layOutPlan({ review, ...bare }).sides).toBe(1);
	});
});

forEachEngine((database) => {
	test('NFS-7 whoever reads the plan prints it, and nobody else', async () => {
		const it = await agreedReview(database());
		await it.on(it.host, addLine, { id: crypto.randomUUID(), question: 'Who reads?' });
		await it.on(it.host, scheduleActivity, it.activity());
		await it.on(it.host, recordDecision, { id: crypto.randomUUID(), words: 'We knock.' });
		const outsider = await it.home.invited('administrator');
		for (const person of [it.host, it.reviewer, it.facilitator]) {
			const printed = await it.home.as(person, (ctx) => printPlan(ctx, it.reviewId));
			expect(printed?.fileName).toMatch(/^plan-[a-z0-9-]+-2026-11-19\.pdf$/);
		}
		expect(await it.home.as(outsider, (ctx) => printPlan(ctx, it.reviewId))).toBeNull();
		expect(await it.home.as(it.host, (ctx) => printPlan(ctx, it.home.partnershipId))).toBeNull();
	});
});
