import { describe, expect, test } from 'vitest';
import { dueOfActions, nearest } from './due.ts';
import type { ActionAhead } from './action-ahead.ts';

const today = '2026-11-23';
const action = (changes: Partial<ActionAhead> = {}): ActionAhead => ({
	...{ id: 'a', reviewId: 'r', hostName: 'Fernmarsh', title: 'Replace the checklist', owner: 'Morwenna' },
	...{ ownerSignsIn: true, ownerHasLeft: false, due: '2027-02-12', milestones: [], toldOn: null },
	...{ part: 'owner', ...changes },
});
const brief = (...actions: ActionAhead[]) =>
	dueOfActions(actions, today).map(({ title, due, state, action: of }) => [title, due, state, of?.reminds]);
const milestones = [
	{ id: 'm', words: 'Two rooms', due: '2026-11-20' },
	{ id: 'n', words: 'All rooms', due: '2027-01-20' },
];

describe('NFS-11 what actions ask', () => {
	test('of their owner: each milestone and the action itself, by its own day', () => {
		expect(brief(action({ milestones }))).toEqual([
			['Two rooms (milestone of: Replace the checklist)', '2026-11-20', 'overdue', true],
			['All rooms (milestone of: Replace the checklist)', '2027-01-20', 'later', true],
			['Replace the checklist', '2027-02-12', 'later', true],
		]);
	});

	test('of the head: what somebody else owns only once it presses, and without letters', () => {
		const head = action({ part: 'head', milestones });
		expect(brief(head)).toEqual([
			['Two rooms (milestone of: Replace the checklist)', '2026-11-20', 'overdue', false],
		]);
		const due = action({ part: 'head', due: '2026-12-01' });
		expect(brief(due)).toEqual([['Replace the checklist', '2026-12-01', 'due', false]]);
	});

	test('of the head where nobody who signs in owns it, as if it were theirs', () => {
		expect(brief(action({ part: 'head', ownerSignsIn: false, owner: 'English leader' }))).toEqual([
			['Replace the checklist', '2027-02-12', 'later', true],
		]);
	});

	test('of the head where its owner has left: who makes sure of it now', () => {
		expect(brief(action({ part: 'head', ownerHasLeft: true, milestones }))).toEqual([
			[
				'Who makes sure of “Replace the checklist” now that Morwenna has left?',
				'2026-11-20',
				'overdue',
				true,
			],
		]);
		expect(brief(action({ part: 'head', ownerHasLeft: true }))[0]!.slice(2)).toEqual(['due', true]);
	});

	test('a champion sees how many are overdue, once a review, and nothing else of them', () => {
		const seen = { part: 'champion' as const, due: '2026-11-01' };
		const ahead = action({ part: 'champion' });
		expect(brief(ahead)).toEqual([]);
		expect(brief(action(seen), action({ ...seen, id: 'b' }), ahead)).toEqual([
			['2 actions are overdue', '2026-11-01', 'overdue', false],
		]);
	});

	test('whoever has told of it since its day is left in peace for four weeks', () => {
		const quiet = (toldOn: string | null) =>
			dueOfActions([action({ due: '2026-11-01', toldOn })], today)[0]!.action!.quietUntil;
		expect([quiet(null), quiet('2026-10-30'), quiet('2026-11-10')]).toEqual([null, null, '2026-12-08']);
	});

	test('Home shows the first of the days that are far off; a calendar all', () => {
		const far = action({ milestones: milestones.map((one, n) => ({ ...one, due: `2027-01-1${n}` })) });
		const { next, further } = nearest(dueOfActions([far], today));
		expect(next.map(({ due }) => due)).toEqual(['2027-01-10']);
		expect(further.map(({ due }) => due)).toEqual(['2027-01-11', '2027-02-12']);
	});
});
