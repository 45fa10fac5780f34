import { expect, test } from 'vitest';
import { leadingOf } from './leading.ts';
import type { JointEvent } from './model.ts';

const today = '2026-11-20';
const groups = [
	{ id: 'brook', name: 'Brook', members: [{ id: 'fernmarsh' }, { id: 'tumblebrook' }] },
	{ id: 'harbour', name: 'Harbour', members: [{ id: 'bramblesea' }] },
];

const event = (id: string, more: Partial<JointEvent> = {}): JointEvent => ({
	...{ id, kind: 'research project', title: 'Talk', words: '', fromDay: '2026-10-12', toDay: '2026-10-12' },
	...{ fromTime: null, toTime: null, atMemberId: null, atMemberName: null, place: '', yearGroups: [] },
	...{ themeId: null, themeName: null, subject: '', ledBy: null, leader: 'A speaker', leaderSchools: '' },
	...{ leaderMemberIds: [], leaderLeft: false, speaker: '', bring: '', places: null, taken: 0 },
	...{ forWhom: 'all', groupId: null, groupName: null, invitedIds: [], plannedBy: '', version: 1 },
	...{ calledOff: null, writtenUp: false, ...more },
});

const led = (...events: JointEvent[]) =>
	Object.fromEntries(
		leadingOf(groups, events, today).map(({ name, held, planned }) => [
			name,
			[held.map(({ id }) => id), planned.map(({ id }) => id)],
		]),
	);

test('(CEN-4) a group without a research project or a conference stands there with none', () => {
	expect(led()).toEqual({ Brook: [[], []], Harbour: [[], []] });
	expect(led(event('training', { kind: 'CPD', groupId: 'brook' }))).toEqual({
		Brook: [[], []],
		Harbour: [[], []],
	});
});

test('(CEN-4) a group leads what is its own, and what somebody of one of its schools leads for all', () => {
	const own = event('own', { forWhom: 'group', groupId: 'brook', leaderMemberIds: ['bramblesea'] });
	const forAll = event('for all', { kind: 'conference', leaderMemberIds: ['bramblesea'] });
	expect(led(own, forAll)).toEqual({ Brook: [['own'], []], Harbour: [['for all'], []] });
});

test('(CEN-4) what is ahead is planned, what is under way is held, and what was called off is neither', () => {
	const ahead = event('ahead', { groupId: 'brook', fromDay: '2026-11-21', toDay: '2027-06-01' });
	const on = event('on', { groupId: 'brook', fromDay: today, toDay: '2027-06-01' });
	const off = event('off', { groupId: 'harbour', calledOff: { because: 'Snow', at: '2026-11-01' } });
	expect(led(ahead, on, off)).toEqual({ Brook: [['on'], ['ahead']], Harbour: [[], []] });
});
