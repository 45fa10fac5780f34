import { expect, test } from 'vitest';
import { stageFor } from '../of-kind.ts';
import { keysOf, presetNamed, said } from './presets.fixture.ts';

const small = presetNamed('small');

test('HEP-3 peer review is written into the memorandum of understanding', () => {
	expect(said(small, 'preamble').join(' ')).toMatch(/part of our memorandum of understanding/);
});

test('HEP-12 one review each half-term in the whole partnership, so that six schools are reviewed once a year', () => {
	expect(small.cadence.reviews).toEqual({
		kind: 'slots',
		reviews: 1,
		per: 'half-term',
		of: 'partnership',
	});
	expect(said(small, 'cadence')[0]).toBe('There is one review each half-term.');
});

test('HEP-4 every review is followed by a meeting on how robust it was and what it has changed', () => {
	expect(small.quality.postReviewMeeting).toBe('must');
	const meeting = small.stages.find(({ form }) => form === 'quality-meeting')!;
	expect(meeting).toMatchObject({ required: 'must', when: { anchor: 'last day' } });
	expect(keysOf(small.forms[meeting.form!]!.questions)).toEqual(
		expect.arrayContaining(['robust', 'robust-why', 'impact', 'impact-why']),
	);
});

test('HEP-5 strengths and areas for development under the focus', () => {
	expect(keysOf(small.report.headings)).toEqual(['strengths', 'development']);
});

test('HEP-6 pupils are measured after the review, so that progress can be told', () => {
	expect(said(small, 'stages')).toContainEqual(
		expect.stringContaining(
			'Measure where pupils are now, so that progress can be told from it (if wanted): host headteacher, within four school weeks of the last day of the review.',
		),
	);
});

test('HEP-7 a champion from another school leads a coaching session with a matrix, and further sessions follow', () => {
	expect(small.team.champion).toBe('must');
	expect(small.workshop).toMatchObject({ runBy: 'champion', method: 'matrix' });
	expect(stageFor(small, 'workshop held')).toMatchObject({
		title: 'Lead the coaching session for all staff',
		who: ['champion'],
		required: 'must',
		checklist: expect.arrayContaining(['The champion comes from another school']),
	});
	expect(small.stages.find(({ key }) => key === 'further-sessions')!.when.anchor).toBe('workshop held');
});

test('HEP-10 what several schools need is counted by all heads, without reading each other’s reports', () => {
	expect(small.audience.things.findings.countedBy).toEqual(['heads']);
	expect(small.audience.things.report.floor).not.toContain('heads');
});
