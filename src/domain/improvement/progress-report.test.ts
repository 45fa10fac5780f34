import { expect, test } from 'vitest';
import { progressSoFar } from './progress-report.ts';
import type { ActionRow } from './queries.server.ts';

type Update = ActionRow['updates'][number];
const update = (writtenAt: string, changes: Partial<Update> = {}): Update => ({
	...{ id: writtenAt, progress: 'under way', words: '', measure: null, source: '', asImpact: false },
	...{ dueBefore: null, writtenBy: 'Morwenna', writtenAt, ...changes },
});
const action = (changes: Partial<ActionRow>): ActionRow => ({
	...{
		id: 'a',
		title: 'Replace the checklist',
		owner: 'Us',
		ownerId: null,
		findingId: 'f',
		due: '2027-02-12',
	},
	...{ measureOfSuccess: 'Nobody waits.', version: 1, former: [], givenUp: null, ownerHasLeft: false },
	...{ milestones: [], aims: [], progress: 'under way', finding: null, updates: [], ...changes },
});

const measure = { what: 'Year 5 who write on', before: '12 of 30', now: '27 of 30' };
const actions = [
	action({
		progress: 'done',
		updates: [
			update('2026-12-12T10:00:00Z', {
				progress: 'done',
				words: 'All write on.',
				measure,
				source: 'our count',
			}),
			update('2026-12-05T10:00:00Z', { words: 'Flu.', dueBefore: '2026-12-04' }),
			update('2026-12-01T10:00:00Z', { words: 'Two rooms try it.' }),
		],
	}),
	action({ title: 'Nothing told' }),
	action({ title: 'Buy books', givenUp: { because: 'No money.', at: '2026-12-10T10:00:00Z' } }),
];

test('NFS-15 a progress report begins with what was told of the actions, the oldest first, with its figures', () => {
	expect(progressSoFar(actions, null)).toBe(`Replace the checklist: done.
Two rooms try it.
The day was moved: Flu.
All write on.
Year 5 who write on: 12 of 30 before, 27 of 30 now (our count)

Buy books: given up.
No money.`);
});

test('NFS-15 what was told before the last report is not told again', () => {
	expect(progressSoFar(actions, new Date('2026-12-11T00:00:00Z'))).toBe(`Replace the checklist: done.
All write on.
Year 5 who write on: 12 of 30 before, 27 of 30 now (our count)`);
	expect(progressSoFar(actions, new Date('2027-01-01T00:00:00Z'))).toBe('');
});
