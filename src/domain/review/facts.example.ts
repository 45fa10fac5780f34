import type { Facts } from './facts.ts';

/** A review on 19 November 2026, proposed and no more; tests say what has happened since. */
export const proposed: Facts = {
	id: 'review',
	partnershipId: 'partnership',
	hostMemberId: 'host-school',
	hostName: 'Alder Wood Primary',
	hostUntil: null,
	protocolVersionId: 'version',
	kind: 'themed',
	focus: 'Does feedback change the next piece of work?',
	focusKind: 'current-priority',
	focusSource: 'improvement-plan',
	firstDay: '2026-11-19',
	lastDay: '2026-11-19',
	proposedOn: '2026-09-14',
	groupIds: ['group'],
	hostHeads: [{ personId: 'head', name: 'Helen Marsh', role: 'headteacher' }],
	team: [
		{
			personId: 'ruth',
			name: 'Ruth Amadi',
			role: 'reviewer',
			headteacher: true,
			acceptedOn: null,
			confidentialityOn: null,
		},
		{
			personId: 'owen',
			name: 'Owen Pratt',
			role: 'facilitator',
			headteacher: false,
			acceptedOn: null,
			confidentialityOn: null,
		},
		{
			personId: 'cara',
			name: 'Cara Lund',
			role: 'champion',
			headteacher: false,
			acceptedOn: null,
			confidentialityOn: null,
		},
	],
	acceptedBy: [],
	standstill: null,
	meetingHeldOn: null,
	lines: 0,
	activities: 0,
	planAgreedOn: null,
	edition: null,
	signOffs: [],
	responses: [],
	publication: null,
	workshopHeldOn: null,
	actions: 0,
	progressReports: [],
	lookBack: [],
	ticks: [],
	closedOn: null,
};

const allOnTeam = (on: Partial<Facts['team'][number]>) =>
	proposed.team.map((member) => ({ ...member, ...on }));

export const agreed: Facts = {
	...proposed,
	acceptedBy: [{ personId: 'head', on: '2026-09-16', host: true }],
	team: allOnTeam({ acceptedOn: '2026-09-18' }),
};
export const prepared: Facts = {
	...agreed,
	team: allOnTeam({ acceptedOn: '2026-09-18', confidentialityOn: '2026-11-02' }),
	meetingHeldOn: '2026-10-14',
	lines: 2,
	activities: 6,
	planAgreedOn: '2026-10-20',
};
export const signed: Facts = {
	...prepared,
	edition: { number: 1, on: '2026-11-20' },
	signOffs: [
		{ edition: 1, personId: 'ruth', on: '2026-11-20', cannotSign: false },
		{ edition: 1, personId: 'owen', on: '2026-11-23', cannotSign: true },
	],
};
export const published: Facts = { ...signed, publication: { edition: 1, on: '2026-11-25' } };
export const followedUp: Facts = { ...published, workshopHeldOn: '2026-12-01', actions: 3 };
export const lookedBack: Facts = {
	...followedUp,
	lookBack: [
		{ side: 'host', personId: 'head', on: '2027-06-10' },
		{ side: 'team', personId: 'ruth', on: '2027-06-15' },
	],
};
export const closed: Facts = { ...lookedBack, closedOn: '2027-06-20' };
