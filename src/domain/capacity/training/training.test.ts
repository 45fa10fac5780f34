import { expect, test } from 'vitest';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import { isNewHead, peopleHere, type Role } from '../people.ts';
import { trainedFor, trainingOfAll, trainingStanding, type Trained } from './training.ts';

const family = presetNamed('family');
const today = '2027-03-01';

const role = (personId: string, held: Role['role'], more: Partial<Role> = {}): Role => ({
	...{ personId, name: `Head ${personId}`, role: held, memberId: 'm', memberName: 'School' },
	...{ fromDay: '2020-09-01', untilDay: null, confirmed: true, ...more },
});
const had = (personId: string, day: string, as: Trained['role'] = 'reviewer'): Trained => ({
	...{ trainingId: day, personId, role: as, day, what: 'A day', by: '' },
});

test('HEP-2 a refresher is due so many months after the last training, and late the day after', () => {
	const trained = [had('a', '2022-01-10'), had('a', '2024-02-29'), had('a', '2026-01-01', 'champion')];
	const at = (day: string) => trainingStanding(family, trained, 'reviewer', day);
	expect(at('2027-02-28')).toMatchObject({ is: 'trained', refresherBy: '2027-02-28', last: trained[1] });
	expect(at('2027-03-01').is).toBe('due again');
	expect(trainingStanding(family, [], 'reviewer', today)).toMatchObject({
		is: 'untrained',
		refresherBy: null,
	});
	const trios = presetNamed('trios');
	expect(trainingStanding(trios, [had('a', '2001-01-01')], 'reviewer', today).is).toBe('trained');
});

test('CEN-6 training is asked of people in the roles in which they take part, and only where the protocol asks', () => {
	expect(trainedFor(family, { held: ['headteacher'] })).toEqual(['reviewer']);
	expect(trainedFor(family, { held: ['champion'] })).toEqual(['champion']);
	expect(trainedFor(family, { held: ['champion', 'deputy'] })).toEqual(['reviewer', 'champion']);
	const both = { ...family, team: { ...family.team, reviewers: ['champions' as const] } };
	expect(trainedFor(both, { held: ['champion'] })).toEqual(['reviewer', 'champion']);
	expect(trainedFor(family, { held: ['governor', 'administrator'] })).toEqual([]);
	expect(trainedFor(presetNamed('blank'), { held: ['headteacher', 'champion'] })).toEqual([]);
});

test('HEP-1 HEP-2 heads without training are counted once each, and one appointed within the year is new', () => {
	const roles = [
		role('old', 'headteacher'),
		role('old', 'executive head', { memberId: 'n' }),
		role('new', 'headteacher', { fromDay: '2026-09-01' }),
		role('moved', 'headteacher', { untilDay: '2026-09-01' }),
		role('moved', 'headteacher', { memberId: 'n', fromDay: '2026-09-01' }),
		role('waits', 'headteacher', { confirmed: false, fromDay: '2026-09-01' }),
		role('left', 'headteacher', { untilDay: today }),
		role('deputy', 'deputy'),
	];
	const people = peopleHere(roles, today);
	expect(people.map(({ personId }) => personId)).toEqual(['deputy', 'moved', 'new', 'old', 'waits']);
	const all = trainingOfAll(
		family,
		people,
		roles,
		[had('moved', '2025-01-01'), had('left', '2025-01-01')],
		today,
	);
	expect(all).toMatchObject({ heads: 3, untrainedHeads: 2 });
	expect(['old', 'new', 'moved', 'waits'].filter((one) => isNewHead(roles, one, today))).toEqual(['new']);
	expect(isNewHead(roles, 'new', '2027-09-01')).toBe(false);
	expect(trainingOfAll(null, people, roles, [], today)).toMatchObject({ heads: 0, untrainedHeads: 0 });
});
