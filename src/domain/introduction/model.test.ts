import { expect, test } from 'vitest';
import { endInWords, inWords, stateOf } from './model.ts';

const giving = { memberId: 'a', name: 'Owlbeck', left: false };
const gaining = { memberId: 'b', name: 'Fernmarsh', left: false };
const waits = { due: '2027-01-22', end: null, giving, gaining };
const met = { metOn: '2027-01-20', outcome: 'They plan together.', because: null, toldBy: '' } as const;

test.each([
	['ahead', waits, '2027-01-07'],
	['due soon', waits, '2027-01-08'],
	['due soon', waits, '2027-01-22'],
	['overdue', waits, '2027-01-23'],
	['school left', { ...waits, gaining: { ...gaining, left: true } }, '2027-01-23'],
	['met', { ...waits, end: met, gaining: { ...gaining, left: true } }, '2027-01-23'],
	['given up', { ...waits, end: { metOn: null, outcome: null, because: 'Ill.', toldBy: '' } }, '2027-01-07'],
] as const)('NFS-29 an offer that is %s', (state, introduction, today) => {
	expect(stateOf(introduction, today)).toBe(state);
});

test('NFS-29 says who meets whom, and what came of it', () => {
	const staff = { giving, gaining, givingStaff: 'the Year 3 teacher', gainingStaff: 'a new teacher' };
	expect(inWords({ ...staff, way: 'come and see' })).toBe(
		'A new teacher at Fernmarsh visits the Year 3 teacher at Owlbeck',
	);
	expect(inWords({ ...staff, way: 'be put in touch' })).toBe(
		'A new teacher at Fernmarsh and the Year 3 teacher at Owlbeck get in touch',
	);
	expect(endInWords(met)).toBe('They met on Wednesday 20 January 2027. They plan together.');
});
