import { expect, test } from 'vitest';
import { needOf, ofKind, stageFor } from '../of-kind.ts';
import { keysOf, presetNamed, said } from './presets.fixture.ts';

const family = presetNamed('family');

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
	expect(keysOf(form.questions)).toEqual(
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
	expect(dates?.kind === 'table' && keysOf(dates.rows!)).toEqual([
		'review',
		'staff-feedback',
		'action-planning',
	]);
});

test('NFS-5 NFS-7 planned three weeks ahead, the plan for the day sent round a week before, staff and pupils briefed', () => {
	expect(stageFor(family, 'pre-review meeting held')!.when).toEqual({
		anchor: 'first day',
		offset: { amount: -3, unit: 'weeks' },
	});
	expect(said(family, 'stages')).toContainEqual(
		expect.stringContaining(
			'Send round the plan for the day; brief staff and pupils (if wanted): host headteacher, by one school week before the first day of the review.',
		),
	);
});

test('NFS-6 the theme comes from self-evaluation, improvement plan or inspection', () => {
	expect(family.focus.decidedBy).toEqual(['host']);
	expect(keysOf(family.focus.sources)).toEqual(
		expect.arrayContaining(['self-evaluation', 'improvement-plan', 'inspection']),
	);
});

test('NFS-13 thanks are sent, and the outcome is talked over with governors', () => {
	expect(said(family, 'stages')).toEqual(
		expect.arrayContaining([
			expect.stringMatching(/^Thank everyone who took part \(if wanted\): .* within five school days/),
			expect.stringMatching(/^Talk over the outcome with governors \(if wanted\): host headteacher/),
		]),
	);
	expect(family.audience.things.report.ceiling).toContain('governors');
});

test('NFS-15 the team meets again in each of the next two terms; impact is on every agenda', () => {
	const meetings = family.stages.filter(({ key }) => key.endsWith('follow-up'));
	expect(meetings.map(({ when }) => when.offset)).toEqual([
		{ amount: 1, unit: 'terms' },
		{ amount: 2, unit: 'terms' },
	]);
	expect(family.followUp.standingItem).toBe('must');
});

test('NFS-22 from partnership to partnership the reviewers are another’s, and do not come back each term', () => {
	const between = ofKind(family, 'partnership');
	expect(between.team.from).toBe('another partnership');
	expect(keysOf(between.stages)).not.toContain('first-follow-up');
	expect(ofKind(family, 'themed').team.from).toBe('this partnership');
});

test('NFS-9 spoken feedback, then all staff with the champions; none to single teachers', () => {
	expect(stageFor(family, 'review held')!.checklist.join(' ')).toMatch(
		/host headteacher.*all staff.*champions.*No feedback to single teachers/,
	);
});

test('NFS-10 report by the visitors, comment on the process, further comments and response', () => {
	expect(family.report.writtenBy).toBe('team');
	expect(keysOf(family.report.headings)).toEqual(['strengths', 'development', 'questions', 'process']);
	expect(keysOf(family.report.remarks)).toEqual(['team-comments', 'response']);
	expect(family.evidence.suggestions).toBe('practical suggestions welcome');
	expect(said(family, 'report')).toEqual(
		expect.arrayContaining([
			'What is good is said in findings of the kind ‘Strength’; there are at least as many of them as say what could be better.',
			'It avoids ‘must’ and ‘ought to’: The school decides what it does. Say what you saw, or what it could try.',
			'It has 1500 words at most.',
			'No number is given of fewer than ten people, so that nobody is known by it.',
		]),
	);
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
	expect(family.workshop.produces.join()).toMatch(/next steps.*think of the review.*support/);
	expect(stageFor(family, 'review held')!.checklist).toContain('Fix the focus and the date of the workshop');
});

test('NFS-16 the last review is commented on, not reviewed again', () => {
	expect(family.focus.lastReview).toBe('commented on, not reviewed again');
	expect(stageFor(family, 'pre-review meeting held')!.checklist[0]).toBe(
		'Comment on progress since the last review',
	);
	expect(family.followUp.followUpReview).toBe('never');
});

test('NFS-18 NFS-19 quality asked of both sides, a sample from outside; sources to triangulate', () => {
	expect(family.quality).toMatchObject({
		internal: { need: 'must' },
		external: { need: 'must', by: 'partner' },
	});
	expect(keysOf(family.evidence.sources)).toEqual(
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
