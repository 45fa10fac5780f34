import { expect, test } from 'vitest';
import { needOf, ofKind, stageFor } from '../of-kind.ts';
import { keysOf, presetNamed, said } from './presets.fixture.ts';

const trios = presetNamed('trios');

test('KSA-2 one review a term in each trio, so two a term', () => {
	expect(said(trios, 'cadence')[0]).toBe('There is one review each term in each group.');
});

test('KSA-3 the report is written jointly and finished on the day', () => {
	expect(stageFor(trios, 'report agreed')).toMatchObject({
		who: ['reviewer', 'expert', 'host'],
		when: { anchor: 'last day', offset: { amount: 0, unit: 'days' } },
		required: 'must',
	});
	expect(trios.report.signedBy).toEqual(['reviewer', 'expert', 'host']);
});

test('KSA-3 staff are met at the start, and senior leaders hear feedback at the end', () => {
	expect(trios.day.blocks[0]).toMatchObject({ title: 'Meeting the staff', for: 'all staff' });
	expect(trios.day.blocks.at(-1)!.title).toBe('Feedback to senior leaders');
	expect(stageFor(trios, 'review held')!.checklist.join(' ')).toMatch(
		/^Meet all staff at the start.*Feedback to senior leaders at the end/,
	);
});

test('KSA-3 a champion from another school runs a staff meeting a few weeks later', () => {
	expect(said(trios, 'stages')).toContainEqual(
		expect.stringContaining(
			'Run the staff meeting at the host school: school champion, within three school weeks of the last day of the review.',
		),
	);
	expect(stageFor(trios, 'workshop held')!.checklist).toContain('The champion comes from another school');
	expect(said(trios, 'workshop')[0]).toBe(
		'A workshop is run by the school champion as a staff meeting; the review team is not expected.',
	);
});

test('KSA-3 everything stays between those who took part, until the host opens it', () => {
	expect(trios.audience.things.report.floor).toEqual(['team', 'host', 'champion']);
	expect(trios.audience.things.findings.countedBy).toEqual([]);
});

test('KSA-4 the initial meeting is essential: lines brought by the host, activities and timetable chosen', () => {
	expect(needOf(trios, 'pre-review meeting held')).toBe('must');
	expect(stageFor(trios, 'pre-review meeting held')!.checklist.join(' ')).toMatch(
		/data, monitoring and self-review.*line of enquiry.*activities.*timetable/,
	);
});

test('KSA-6 whether the host joins the observations is decided each time; the advice is not to', () => {
	expect(trios.day.hostInObservations.need).toBe('may');
	expect(trios.day.hostInObservations.advice).toMatch(/We recommend that they stay out/);
	expect(stageFor(trios, 'pre-review meeting held')!.checklist).toContain(
		'Say whether the host headteacher joins the learning observations',
	);
});

test('KSA-7 both trios talk over subject and process; champions hear the feedback', () => {
	expect(trios.quality.postReviewMeeting).toBe('must');
	const meeting = trios.stages.find(({ form }) => form === 'post-review')!;
	expect(meeting).toMatchObject({ required: 'must', who: ['host', 'reviewer', 'champion'] });
	expect(keysOf(trios.forms['post-review']!.questions)).toEqual([
		'subject-well',
		'subject-improve',
		'process-well',
		'process-improve',
		'change',
	]);
	expect(trios.audience.things.findings.floor).toContain('champion');
});

test('KSA-8 a focus is a current priority, earlier work or work to confirm; a new line may emerge and have its heading', () => {
	expect(keysOf(trios.focus.kinds)).toEqual(['current-priority', 'embedded', 'confirm']);
	expect(trios.evidence.outsideFocus).toBe('kept apart');
	expect(trios.report.headings.map(({ label }) => label)).toContain('New lines of enquiry');
});

test('KSA-9 seeing all staff at the end of the day is a step, if wanted', () => {
	expect(said(trios, 'stages')).toContainEqual(
		expect.stringContaining(
			'See all staff at the end of the day and celebrate with them (if wanted): reviewer and host headteacher, by the last day of the review.',
		),
	);
});

test('KSA-11 governors review governors, senior teams senior teams, each with its own course', () => {
	const governors = ofKind(trios, 'governors');
	expect(governors.team).toMatchObject({ reviewers: ['governors'], headteachers: { least: 0 } });
	expect(needOf(governors, 'workshop held')).toBe('never');
	const seniorTeam = ofKind(trios, 'senior-team');
	expect(seniorTeam.team).toMatchObject({ reviewers: ['senior leaders'], headteachers: { least: 0 } });
	expect(needOf(seniorTeam, 'workshop held')).toBe('must');
	expect(keysOf(seniorTeam.stages)).not.toContain('all-staff');
});

test('KSA-12 senior staff and champions may join the headteachers', () => {
	expect(said(trios, 'team')).toContain(
		'Reviewers are headteachers, senior leaders and champions of this partnership.',
	);
});

test('KSA-13 both trios review by one process', () => {
	expect(said(trios, 'adaptation')).toEqual([
		'Every group reviews alike. A change would be for whoever leads the partnership to approve.',
	]);
});

test('KSA-14 a finding can start a review of its own', () => {
	expect(trios.kinds.find(({ key }) => key === 'new-trail')!.begins).toBe('from an earlier review');
});

test('KSA-15 positives come first, and areas for development are few', () => {
	expect(trios.report.headings[0]!.kinds).toEqual(['strength']);
	expect(said(trios, 'report')).toContain(
		'What could be better is said in findings of the kind ‘Area for development’, three at most in one report.',
	);
	expect(said(trios, 'report')).toContain(
		'What is good is said in findings of the kind ‘Strength’, before what could be better; where something could be better, there is at least one of them.',
	);
});
