import { describe, expect, test } from 'vitest';
import type { ReviewRole } from '#domain/review/roles.ts';
import { mayAnswerLookBack, mayClose, mayPlanActions, mayReportProgress, mayUpdateAction } from './access.ts';

const everyone: ReviewRole[] = [
	'host head',
	'host staff',
	'governor',
	'reviewer',
	'facilitator',
	'expert',
	'champion',
	'chair',
	'administrator',
	'head of partnership',
	'outside partner',
];
const allowed = (may: (roles: ReadonlySet<ReviewRole>) => boolean) =>
	everyone.filter((role) => may(new Set([role])));

describe('who may', () => {
	test('NFS-11 plan actions: the host head alone', () =>
		expect(allowed(mayPlanActions)).toEqual(['host head']));
	test('NFS-15 report progress: the host head alone', () =>
		expect(allowed(mayReportProgress)).toEqual(['host head']));
	test('update an action: the host head, or host staff who own it', () => {
		expect(allowed((roles) => mayUpdateAction(roles, 'a', 'b'))).toEqual(['host head']);
		expect(allowed((roles) => mayUpdateAction(roles, 'a', 'a'))).toEqual(['host head', 'host staff']);
		expect(allowed((roles) => mayUpdateAction(roles, 'a', null))).toEqual(['host head']);
	});
	test('CEN-9 answer the look-back: the host head and those who reviewed', () =>
		expect(allowed(mayAnswerLookBack)).toEqual(['host head', 'reviewer', 'facilitator', 'expert']));
	test('close the review', () => expect(allowed(mayClose)).toEqual(['host head', 'facilitator', 'chair']));
});
