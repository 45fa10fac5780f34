import { describe, expect, test } from 'vitest';
import { protocolSchema } from '../schema.ts';
import { keysOf, presetNamed, said } from './presets.fixture.ts';
import { presets } from './presets.ts';

describe('every preset', () => {
	test.each(presets)('$title is a valid protocol, as stored and read again', ({ protocol }) => {
		expect(protocolSchema.parse(JSON.parse(JSON.stringify(protocol)))).toEqual(protocol);
	});

	test('they stand in order of size, the blank one last, each under a title of its own', () => {
		expect(keysOf(presets)).toEqual(['small', 'trios', 'network', 'consortium', 'family', 'blank']);
		expect(new Set(presets.map(({ title }) => title)).size).toBe(presets.length);
	});

	test.each(presets)('CSC-5 $title says who is told of a concern', ({ protocol }) => {
		expect(protocol.concerns.tell[0]).toBe('headteacher');
		expect(protocol.concerns.tellAboutHead[0]).toBe('chair of governors');
	});

	test.each(presets)('CEN-9 $title asks every school the same look-back questions', ({ protocol }) => {
		const form = protocol.forms[protocol.followUp.lookBack.form]!;
		expect(keysOf(form.questions)).toEqual([
			'applied',
			'further',
			'reach',
			'difference',
			'review-more',
			'worked',
			'did-not',
		]);
		expect(protocol.followUp.lookBack.sides).toEqual(['host', 'team']);
	});

	test.each(presets)(
		'NFS-6 KSA-8 $title lets the host choose the focus, its kind and source',
		({ protocol }) => {
			expect(protocol.focus.decidedBy).toEqual(['host']);
			expect(keysOf(protocol.focus.kinds)).toEqual(['current-priority', 'embedded', 'confirm']);
			expect(keysOf(protocol.focus.sources)).toEqual(
				expect.arrayContaining(['self-evaluation', 'improvement-plan', 'inspection']),
			);
		},
	);

	test.each(presets)('KSA-5 $title offers the kinds of activity', ({ protocol }) => {
		expect(keysOf(protocol.day.activityKinds)).toEqual(
			expect.arrayContaining([
				'senior-leaders',
				'subject-leaders',
				'staff',
				'pupils',
				'reading',
				'observation',
				'books',
				'data',
			]),
		);
	});

	test.each(presets)('CSC-11 $title records what was seen, and so what', ({ protocol }) => {
		expect(Object.keys(protocol.evidence.columns)).toEqual(['seen', 'soWhat']);
		expect(keysOf(protocol.evidence.kinds)).toEqual(
			expect.arrayContaining(['strength', 'question', 'development', 'note']),
		);
		expect(keysOf(protocol.report.headings.filter(({ kinds }) => kinds.includes('strength')))).toEqual([
			'strengths',
		]);
	});
});

describe('the blank one', () => {
	const blank = presetNamed('blank');

	test('decides nothing that can be left open', () => {
		expect(blank.stages.map(({ done }) => done)).not.toContain('ticked');
		expect([blank.team.facilitator, blank.team.champion, blank.team.expert]).toEqual(['may', 'may', 'may']);
		expect([blank.preamble.values, blank.team.rules, blank.day.blocks, blank.adaptation.parts]).toEqual([
			[],
			[],
			[],
			[],
		]);
		expect(blank.kinds).toHaveLength(1);
	});

	test('NFS-12 opens nothing beyond team, host and the school reviewed, but for which schools are reviewed when', () => {
		const { cycle, ...rest } = blank.audience.things;
		const readers = new Set(Object.values(rest).flatMap(({ ceiling }) => ceiling));
		expect(readers).toEqual(new Set(['team', 'host', 'staff', 'governors']));
		expect(cycle.ceiling).toEqual(['team', 'host', 'heads']);
		expect(said(blank, 'audience')).toContain('Evidence: the review team, and nobody else.');
	});
});
