/** Who meets, on a day in the partnership's calendar (NFS-28, CSC-1, CSC-20, KSA-16). */
export const meetingKinds = [
	'heads',
	'development day',
	'group',
	'steering',
	'deputies',
	'governors',
] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** Those of the whole partnership. */
export const commonKinds = meetingKinds.filter((kind) => kind !== 'group');

/** Whether it is held once a year, and so never as a series. */
export const isYearly = (kind: string): boolean => kind === 'development day';

/** Who a kind of meeting brings together, as a choice says it. */
export const whoMeets: Record<Exclude<MeetingKind, 'group'>, string> = {
	heads: 'The heads',
	'development day': 'The heads, on the development day',
	steering: 'The steering group',
	deputies: 'The deputies',
	governors: 'The governors',
};

const titles: Record<Exclude<MeetingKind, 'group'>, string> = {
	heads: 'Heads’ meeting',
	'development day': 'Development day',
	steering: 'Steering group',
	deputies: 'Deputies’ meeting',
	governors: 'Governors’ meeting',
};

/** 'Heads’ meeting', 'Meeting of Larch' */
export const titleOf = ({ kind, groupName }: { kind: MeetingKind; groupName: string | null }): string =>
	kind === 'group' ? `Meeting of ${groupName}` : titles[kind];

/** A meeting in a list. Days are 'YYYY-MM-DD', times 'HH:MM' in London. */
export interface MeetingRow {
	id: string;
	kind: MeetingKind;
	/** Of a group's meeting. */
	groupId: string | null;
	groupName: string | null;
	day: string;
	fromTime: string | null;
	toTime: string | null;
	place: string;
	version: number;
}

/** Whether two meetings are held at one hour; one without hours takes no other's. */
export const atTheSameHour = (
	one: Pick<MeetingRow, 'day' | 'fromTime' | 'toTime'>,
	other: Pick<MeetingRow, 'day' | 'fromTime' | 'toTime'>,
): boolean =>
	one.day === other.day &&
	one.fromTime !== null &&
	other.fromTime !== null &&
	one.fromTime < (other.toTime ?? endOfDay) &&
	other.fromTime < (one.toTime ?? endOfDay);

const endOfDay = '24:00';
