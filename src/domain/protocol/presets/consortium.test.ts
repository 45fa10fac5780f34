import { expect, test } from 'vitest';
import { needOf, ofKind, stageFor } from '../of-kind.ts';
import { keysOf, presetNamed, said } from './presets.fixture.ts';

const consortium = presetNamed('consortium');

test('CSC-5 reviewers read what they are there to do and not to do, and tell the head at once', () => {
	expect(consortium.preamble.reviewersDo.join()).toMatch(/Tell the headteacher at once/);
	expect(consortium.preamble.reviewersDoNot).toContain('Give advice nobody asked for');
	expect(keysOf(consortium.concerns.kinds)).toEqual(['safeguarding', 'unsafe', 'practice', 'other']);
});

test('CSC-6 groups fit the protocol to how they work, and the steering group approves', () => {
	expect(consortium.adaptation.parts).toEqual(expect.arrayContaining(['stages', 'day', 'report']));
	expect(said(consortium, 'adaptation')[0]).toMatch(/It is for the steering group to approve\.$/);
});

test('CSC-10 methods of looking, and a desktop review of data without a visit', () => {
	expect(consortium.day.activityKinds.map(({ label }) => label)).toEqual(
		expect.arrayContaining([
			'Data analysis',
			'Book scrutiny, this year’s beside last year’s',
			'Climate walk',
			'Pupil perception',
			'Staff perception',
			'Learning observation',
			'Desktop data analysis',
		]),
	);
	expect(consortium.kinds.find(({ key }) => key === 'desktop')!.days).toBe(0);
	const desktop = keysOf(ofKind(consortium, 'desktop').stages);
	for (const ofAVisit of ['brief-staff', 'workshop', 'lesson-studies'])
		expect(desktop).not.toContain(ofAVisit);
});

test('CSC-11 what was seen stands beside what it did', () => {
	expect(consortium.evidence.columns).toEqual({
		seen: 'What was seen',
		soWhat: 'So what: its effect, a strength, a question',
	});
});

test('CSC-12 the same reviewers come back in summer and begin from the first questions', () => {
	const followUp = consortium.kinds.find(({ key }) => key === 'follow-up')!;
	expect(followUp.begins).toBe('from an earlier review');
	expect(consortium.focus.lastReview).toBe('starting point');
	expect(consortium.followUp.followUpReview).toBe('must');
	expect(consortium.team.rules.map(({ rule }) => rule)).toContain('same team again');
	expect(said(consortium, 'stages')).toContainEqual(
		expect.stringContaining(
			'Come back in the summer term for the follow-up review: host headteacher and reviewer, by the end of the second term after the last day of the review.',
		),
	);
	expect(keysOf(ofKind(consortium, 'follow-up').stages)).not.toContain('follow-up');
});

test('CSC-13 where evidence and the school’s own view differ, both are told', () => {
	expect(keysOf(consortium.report.headings)).toContain('own-view');
});

test('CSC-14 CSC-25 groups keep the headings that make reports alike, whole-school safeguarding among them', () => {
	const kept = consortium.report.headings.filter(({ inGroups }) => inGroups === 'kept');
	expect(keysOf(kept)).toEqual(['data', 'strengths', 'questions', 'own-view', 'safeguarding']);
	expect(keysOf(consortium.report.headings)).toEqual(expect.arrayContaining(['context', 'suggestions']));
});

test('CSC-15 suggestions only where the host asks, under their own heading', () => {
	expect(said(consortium, 'evidence')).toContain('Suggestions are made only where the host asks for them.');
	expect(consortium.report.headings.find(({ key }) => key === 'suggestions')!.kinds).toEqual(['suggestion']);
	expect(said(consortium, 'evidence')).toContain(
		'A suggestion is evidence of the kind ‘Suggestion the host asked for’.',
	);
});

test('CSC-16 all heads read every review, what follows from it and the plan of the year', () => {
	const { things } = consortium.audience;
	for (const thing of ['plan', 'findings', 'report', 'workshop', 'actions', 'look-back', 'cycle'] as const)
		expect(things[thing].floor).toContain('heads');
	for (const thing of ['evidence', 'draft'] as const) expect(things[thing].ceiling).not.toContain('heads');
});

test('CSC-20 an outside partner verifies', () => {
	expect(consortium.quality.external).toMatchObject({ need: 'must', by: 'partner' });
});

test('CSC-23 without champions, senior leaders of the group lead the follow-up at a staff meeting', () => {
	expect(consortium.team.champion).toBe('never');
	expect(said(consortium, 'workshop')[0]).toBe(
		'A workshop is run by the senior leader of the group as a staff meeting; the review team is welcome.',
	);
	expect(said(consortium, 'stages')).toContainEqual(
		expect.stringContaining(
			'Lead the follow-up at a staff meeting: senior leader of the group and host headteacher, within four school weeks of the last day of the review.',
		),
	);
	expect(stageFor(consortium, 'actions planned')!.title).toMatch(/group’s action plan/);
	expect(consortium.stages.flatMap(({ who }) => who)).not.toContain('champion');
});

test('CSC-25 a concern about a person or a child never goes under whole-school safeguarding', () => {
	const heading = consortium.report.headings.find(({ key }) => key === 'safeguarding')!;
	expect(heading.guidance).toMatch(/strengths, and matters for attention\. Never a concern about a person/);
	expect(heading.kinds).toEqual(['safeguarding']);
});

test('CSC-26 evidence outside the focus may be recorded and is kept apart', () => {
	expect(consortium.evidence.outsideFocus).toBe('kept apart');
	expect(presetNamed('family').evidence.outsideFocus).toBe('not recorded');
});

test('CSC-28 a desktop review is a joint session: each dip, its explanation, the action', () => {
	const desktop = ofKind(consortium, 'desktop');
	const session = desktop.stages.find(({ form }) => form === 'data-session')!;
	expect(session).toMatchObject({ who: ['host', 'reviewer'], required: 'must' });
	const [dips] = desktop.forms['data-session']!.questions;
	expect(dips?.kind === 'table' && keysOf(dips.columns)).toEqual([
		'subject',
		'pupils',
		'figures',
		'explanation',
		'action',
	]);
	expect(needOf(desktop, 'actions planned')).toBe('must');
	expect(keysOf(ofKind(consortium, 'themed').stages)).not.toContain('data-session');
});

test('CSC-30 all staff of the host are told why and how before the review', () => {
	expect(consortium.stages.find(({ key }) => key === 'brief-staff')).toMatchObject({
		required: 'must',
		when: { anchor: 'first day', offset: { amount: -1, unit: 'weeks' } },
	});
});
