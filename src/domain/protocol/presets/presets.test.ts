import { needOf } from '../of-kind.ts';
import { describe, expect, test } from 'vitest';
import { headingsFor, headteachersNeeded, stageFor } from '../model.ts';
import type { Protocol } from '../protocol.ts';
import { protocolSchema } from '../schema.ts';
import { presets } from './presets.ts';

const preset = (key: string): Protocol => presets.find((one) => one.key === key)!.protocol;
const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);

describe('every preset', () => {
	test.each(presets)('$title is a valid protocol, as stored and read again', ({ protocol }) => {
		expect(protocolSchema.parse(JSON.parse(JSON.stringify(protocol)))).toEqual(protocol);
	});

	test.each(presets)('CSC-5 $title says who is told of a concern', ({ protocol }) => {
		expect(protocol.concerns.tell[0]).toBe('headteacher');
		expect(protocol.concerns.tellAboutHead[0]).toBe('chair of governors');
	});

	test.each(presets)('CEN-9 $title asks every school the same look-back questions', ({ protocol }) => {
		const form = protocol.forms[protocol.followUp.lookBack.form]!;
		expect(keys(form.questions)).toEqual([
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
			expect(keys(protocol.focus.kinds)).toEqual(['current-priority', 'embedded', 'confirm']);
			expect(keys(protocol.focus.sources)).toEqual(
				expect.arrayContaining(['self-evaluation', 'improvement-plan', 'inspection']),
			);
		},
	);

	test.each(presets)('KSA-5 $title offers the kinds of activity', ({ protocol }) => {
		expect(keys(protocol.day.activityKinds)).toEqual(
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
		expect(keys(protocol.evidence.kinds)).toEqual(['strength', 'question', 'development', 'note']);
		expect(headingsFor(protocol, 'strength').map(({ key }) => key)).toEqual(['strengths']);
	});
});

describe('family with independent chair', () => {
	const family = preset('family');

	test('NFS-2 planned once a year; NFS-28 heads meet each half-term', () => {
		expect(family.cadence.reviews).toEqual({ kind: 'each school', every: 1, unit: 'years' });
		expect(family.cadence.headsMeet).toEqual({ every: 1, unit: 'half-terms' });
	});

	test('NFS-3 an independent chair facilitates every review', () => {
		expect(family.team.facilitator).toBe('must');
		expect(family.roles.facilitator.one).toBe('independent chair');
	});

	test('NFS-4 NFS-8 team building rules, pairing with host staff, an expert beside', () => {
		expect(family.team.rules.map(({ rule }) => rule)).toEqual([
			'contrast with the host',
			'not competing for pupils',
			'expertise in the focus',
			'new with experienced',
		]);
		expect(family.team.pairingWithHostStaff).toBe('where possible');
		expect(family.team.expert).toBe('may');
		expect(family.team.setAside).toHaveLength(2);
	});

	test('NFS-5 the planning meeting has its agenda', () => {
		const form = family.forms[stageFor(family, 'pre-review meeting held')!.form!]!;
		expect(keys(form.questions)).toEqual(
			expect.arrayContaining([
				'organisation',
				'information',
				'confidentiality',
				'dates',
				'host-time',
				'report',
			]),
		);
		const dates = form.questions.find(({ key }) => key === 'dates');
		expect(dates?.kind === 'table' && keys(dates.rows!)).toEqual([
			'review',
			'staff-feedback',
			'action-planning',
		]);
	});

	test('NFS-9 spoken feedback, then all staff with the champions; none to single teachers', () => {
		expect(stageFor(family, 'review held')!.checklist.join(' ')).toMatch(
			/host headteacher.*all staff.*champions.*No feedback to single teachers/,
		);
	});

	test('NFS-10 report by the visitors, comment on the process, further comments and response', () => {
		expect(family.report.writtenBy).toBe('team');
		expect(keys(family.report.headings)).toEqual(['strengths', 'development', 'questions', 'process']);
		expect(keys(family.report.remarks)).toEqual(['team-comments', 'response']);
		expect(family.evidence.suggestions).toBe('practical suggestions welcome');
	});

	test('NFS-11 NFS-15 the host plans the actions and reports progress at the next heads’ meeting', () => {
		expect(stageFor(family, 'actions planned')!.who).toEqual(['host']);
		expect(stageFor(family, 'progress reported')).toMatchObject({
			who: ['host'],
			when: { anchor: 'next heads’ meeting' },
		});
	});

	test('NFS-12 the report stays with team and host, who may share it inside; the cycle is shared with partnership and governors', () => {
		const { report, cycle } = family.audience.things;
		expect(report.floor).toEqual(['team', 'host']);
		for (const outside of ['group', 'heads', 'partnership', 'partner'] as const)
			expect(report.ceiling).not.toContain(outside);
		expect(report.ceiling).toContain('staff');
		expect(cycle.floor).toEqual(expect.arrayContaining(['partnership', 'governors']));
	});

	test('NFS-14 workshop within two weeks, run by a champion, the team is not expected', () => {
		expect(stageFor(family, 'workshop held')).toMatchObject({
			who: ['champion'],
			when: { anchor: 'last day', offset: { amount: 2, unit: 'weeks' } },
			required: 'must',
		});
		expect(needOf(family, 'workshop held')).toBe('must');
		expect(family.workshop).toMatchObject({ runBy: 'champion', team: 'not expected' });
		expect(family.workshop.produces).toHaveLength(3);
	});

	test('NFS-16 the last review is commented on, not reviewed again', () => {
		expect(family.focus.lastReview).toBe('commented on, not reviewed again');
	});

	test('NFS-18 NFS-19 quality asked of both sides, a sample from outside; sources to triangulate', () => {
		expect(family.quality).toMatchObject({
			internal: { need: 'must' },
			external: { need: 'must', by: 'partner' },
		});
		expect(keys(family.evidence.sources)).toEqual(
			expect.arrayContaining([
				'inspection',
				'church-inspection',
				'national-data',
				'authority-review',
				'moderation',
				'observation',
				'work-scrutiny',
				'pupil-survey',
				'parent-survey',
				'learning-walk',
			]),
		);
	});

	test('NFS-24 values and vision head the protocol', () => {
		expect(Object.keys(family).indexOf('preamble')).toBeLessThan(Object.keys(family).indexOf('cadence'));
		expect(family.preamble.values.map(({ name }) => name)).toEqual([
			'Trust',
			'Ownership',
			'Aspiration',
			'Openness',
			'Perseverance',
		]);
	});

	test('NFS-25 the report is due so many school days after the review', () => {
		expect(stageFor(family, 'report agreed')!.when).toEqual({
			anchor: 'last day',
			offset: { amount: 5, unit: 'school days' },
		});
	});
});

describe('network with clusters', () => {
	const network = preset('network');

	test('CEN-1 every school is reviewed each year', () => {
		expect(network.cadence.reviews).toEqual({ kind: 'each school', every: 1, unit: 'years' });
	});

	test('CEN-2 three headteachers including the host, so two beside it', () => {
		expect(network.team.headteachers).toEqual({ least: 3, counted: 'with the host' });
		expect(headteachersNeeded(network)).toBe(2);
	});

	test('CEN-2 an external facilitator for quality, a champion, a written report, outcomes pooled', () => {
		expect(network.roles.facilitator.one).toBe('external facilitator');
		expect([network.team.facilitator, network.team.champion, needOf(network, 'report agreed')]).toEqual([
			'must',
			'must',
			'must',
		]);
		expect(network.quality.external.by).toBe('facilitator');
		expect(network.audience.things.findings.countedBy).toEqual(['heads']);
	});

	test('CEN-3 from one question to a full mock inspection', () => {
		expect(keys(network.kinds)).toEqual(['question', 'area', 'full']);
	});

	test('CEN-4 heads meet each term', () => {
		expect(network.cadence.headsMeet).toEqual({ every: 1, unit: 'terms' });
	});

	test('CEN-5 strengths and areas for development, pupils’ words quoted', () => {
		expect(keys(network.report.headings)).toEqual(['strengths', 'development']);
		expect(network.report.headings[0]!.guidance).toContain('Quote pupils');
		expect(keys(network.evidence.sources)).toContain('pupils');
	});

	test('CEN-8 the same team can be asked back', () => {
		expect(network.team.rules.map(({ rule }) => rule)).toContain('same team again');
	});

	test('CEN-9 a look-back at a set time, gathered by all heads', () => {
		expect(stageFor(network, 'looked back')!.when).toEqual({
			anchor: 'last day',
			offset: { amount: 2, unit: 'terms' },
		});
		expect(network.audience.things['look-back'].floor).toContain('heads');
	});
});
