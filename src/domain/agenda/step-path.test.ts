import { expect, test } from 'vitest';
import type { ReviewRole } from '#domain/review/roles.ts';
import { stepPath } from './step-path.ts';

const as = (role: ReviewRole, bound: boolean) => ({ roles: new Set([role]), bound });

test('the day is done on the day’s screen by the team, and on the review itself by its host', () => {
	expect(stepPath('review held', as('reviewer', true))).toBe('/day');
	expect(stepPath('review held', as('host head', true))).toBe('');
	expect(stepPath('response given', as('host head', true))).toBe('/report');
});

test('whoever of the team has not agreed to confidentiality is led to where they do, save to what prepares the review', () => {
	for (const milestone of ['review held', 'report agreed', 'workshop held', 'looked back'] as const)
		expect(stepPath(milestone, as('facilitator', false))).toBe('');
	expect(stepPath('pre-review meeting held', as('facilitator', false))).toBe('/prepare');
	expect(stepPath('plan agreed', as('facilitator', false))).toBe('/timetable');
});

test('those beside the team do their own part where it is done', () => {
	expect(stepPath('workshop held', as('champion', false))).toBe('/workshop');
	expect(stepPath('closed', as('chair', false))).toBe('/look-back');
	expect(stepPath('ticked', as('champion', false))).toBe('');
});
