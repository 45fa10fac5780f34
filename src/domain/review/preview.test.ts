import { expect, test } from 'vitest';
import { schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { presets } from '#domain/protocol/presets/presets.ts';
import { courseOf } from './preview.ts';

const family = presets.find(({ key }) => key === 'family')!.protocol;
const course = (kind = 'themed') => courseOf(family, kind, '2027-03-12', schoolCalendar(), '2026-11-25');
const due = (key: string) => course().find((step) => step.key === key)?.due;

test('what a protocol means for a review on Friday 12 March 2027, in the order of its days', () => {
	expect(due('pre-review')).toBe('2027-02-12');
	expect(due('review')).toBe('2027-03-12');
	expect(due('report')).toBe('2027-03-19');
	expect(due('workshop')).toBe('2027-03-25');
	const days = course().flatMap((step) => step.due ?? []);
	expect(days).toEqual(days.toSorted());
	expect(course().find(({ key }) => key === 'workshop')).toMatchObject({
		who: 'improvement champion',
		because: expect.stringContaining('within two school weeks'),
	});
});

test('a kind of review that does without a stage has no day for it', () => {
	const bare = structuredClone(family);
	bare.kinds[0]!.without = ['thanks'];
	const keys = courseOf(bare, 'themed', '2027-03-12', schoolCalendar(), '2026-11-25').map(({ key }) => key);
	expect(keys).not.toContain('thanks');
	expect(keys).toHaveLength(course().length - 1);
});
