import { expect, test } from 'vitest';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import type { Role } from '../people.ts';
import { championsOutlook } from './champions.ts';
import type { TimedReview } from './ledger.ts';

const protocol = presetNamed('family');
const role = (personId: string, untilDay: string | null = null, held: Role['role'] = 'champion'): Role => ({
	...{ personId, name: personId, role: held, memberId: 'm', memberName: 'School' },
	...{ fromDay: '2020-09-01', untilDay, confirmed: true },
});
const review = (id: string, firstDay: string, champion?: string): TimedReview => ({
	...{
		id,
		hostMemberId: 'h',
		hostName: 'Host',
		protocolVersionId: 'v',
		kind: id,
		firstDay,
		lastDay: firstDay,
		days: [firstDay],
	},
	team: champion ? [{ personId: champion, name: champion, role: 'champion', memberId: 'm' }] : [],
});
const without = { team: { ...protocol.team, champion: 'may' as const } };

test('CEN-6 champions who leave, reviews still to come without one, and room by the limits of those who stay', () => {
	const asked = {
		...{ protocol, year: '2026-27', today: '2027-01-11' },
		roles: [
			...[
				role('stays'),
				role('next year', '2027-08-01'),
				role('leaves', '2027-07-31'),
				role('gone', '2027-01-11'),
			],
			role('moves', '2027-04-01'),
			{ ...role('moves'), memberId: 'n' },
			role('deputy', '2027-02-01', 'deputy'),
		],
		trained: [
			{ trainingId: 't', personId: 'stays', role: 'champion' as const, day: '2025-01-01', what: '', by: '' },
		],
		own: [
			{ personId: 'stays', daysATerm: null, daysAYear: 2, version: 1 },
			{ personId: 'next year', daysATerm: null, daysAYear: 1, version: 1 },
		],
		reviews: [
			review('themed', '2027-05-04'),
			review('held', '2026-11-10'),
			review('others', '2027-05-05'),
			review('next', '2027-09-14'),
			review('has one', '2027-03-09', 'stays'),
			review('last year', '2026-05-12', 'stays'),
		],
		protocolOf: ({ kind }: TimedReview) => (kind === 'others' ? without : protocol),
	};
	expect(championsOutlook(asked)).toEqual({
		...{ champions: 4, untrained: 3, leaving: 1, lacking: 1 },
		// One of two days is planned; one day; four by the protocol.
		room: 1 + 1 + 4,
	});
	const unlimited = { ...protocol, team: { ...protocol.team, releaseLimit: {}, training: [] } };
	expect(championsOutlook({ ...asked, protocol: unlimited })).toMatchObject({ room: null, untrained: 0 });
});
