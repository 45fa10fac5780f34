import { schoolCalendar } from '#domain/calendar/school-calendar.ts';
import type { School, Turn } from './turn.ts';

/** A supposed calendar: autumn, spring and summer of English years. */
export const calendar = schoolCalendar();

export const cycle = { from: '2026-08-01', to: '2027-07-31' };

export const school = (id: string, period: Partial<School> = {}): School => ({
	id,
	name: id,
	fromDay: '2020-09-01',
	untilDay: null,
	...period,
});

let count = 0;

/** A review of a host on a day; proposed two months before. */
export const turn = (hostMemberId: string, firstDay: string | null, more: Partial<Turn> = {}): Turn => ({
	id: `review ${(count += 1)}`,
	hostMemberId,
	kind: 'themed',
	afresh: true,
	focus: 'Who reads?',
	firstDay,
	proposedOn: '2020-01-01',
	stage: 'proposed',
	reason: null,
	movedFrom: null,
	...more,
});
