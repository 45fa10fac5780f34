import { expect, test } from 'vitest';
import { cycle, school, turn } from './turns.fixture.ts';
import type { SchoolTurn } from './coverage.ts';
import { practiceInWords, shareInWords, whyItSlips } from './words.ts';

const round = { ...cycle, key: 'all', title: '', kind: null };
const slip = (more: Partial<SchoolTurn>): string =>
	whyItSlips({
		...{ school: school('oak'), round, state: 'overdue', turn: null, due: '2027-03-25' },
		...{ lastReviewed: null, deferral: null, ...more },
	});

test('CEN-1 a share is said as people say it', () => {
	expect(shareInWords(16, 24)).toBe('two thirds');
	expect(shareInWords(0, 24)).toBe('none');
	expect(shareInWords(24, 24)).toBe('all');
	expect(shareInWords(23, 24)).toBe('96 percent');
	expect(shareInWords(999, 1000)).toBe('99 percent');
	expect(shareInWords(1, 1000)).toBe('1 percent');
	expect(shareInWords(0, 0)).toBe('none');
});

test('HEP-12 what slips says what there is, by when it was to be, and why', () => {
	expect(slip({})).toBe('Nothing planned, and it was due by 25 March 2027.');
	expect(slip({ state: 'late', turn: turn('oak', '2027-06-08') })).toBe(
		'Planned for 8 June 2027; due by 25 March 2027.',
	);
	expect(slip({ state: 'late', turn: turn('oak', '2027-09-20') })).toContain('after its time was over');
	const held = turn('oak', '2027-09-20', { stage: 'closed' });
	expect(slip({ state: 'late', turn: held })).toBe('Held on 20 September 2027, after this cycle was over.');
	expect(slip({ state: 'put off', turn: turn('oak', '2027-01-12', { reason: 'Snow' }) })).toBe(
		'Put off: Snow. No new day yet.',
	);
	expect(slip({ state: 'called off', turn: turn('oak', null) })).toContain('no reason was given');
	const deferral = {
		id: 'd',
		memberId: 'oak',
		reason: 'Not now!',
		decidedBy: 'Chair',
		decidedOn: '2027-01-01',
	};
	expect(slip({ state: 'deferred', deferral })).toBe('Not to be reviewed this time: Not now!');
});

test('NFS-2 what happened is said beside what the protocol plans', () => {
	expect(practiceInWords({ held: 13, since: '2024-10-08', terms: 4, again: 6 })).toEqual([
		'13 reviews have been held since 8 October 2024.',
		'In practice a school is reviewed again after four terms, at the middle of the 6 times it has happened.',
	]);
	expect(practiceInWords({ held: 1, since: '2024-10-08', terms: null, again: 0 })[1]).toContain('twice');
	expect(practiceInWords({ held: 0, since: null, terms: null, again: 0 })).toEqual([]);
});
