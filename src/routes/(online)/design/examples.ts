import type { Viewer } from '#ui/page/viewer.ts';
import type { Stage } from '#ui/record/StageRail.svelte';

export const exampleViewer: Viewer = {
	id: 'example',
	name: 'Amal Ruiz',
	role: 'Headteacher, Fernmarsh Primary School',
	places: [
		{ href: '/design', label: 'Home', current: true },
		{ href: '#estuary', label: 'Estuary partnership', current: false },
		{ href: '#plan', label: 'Plan', current: false },
		{ href: '#reviews', label: 'Reviews', current: false },
		{ href: '#learning', label: 'Learning', current: false },
	],
	menu: [{ href: '#account', label: 'Your account' }],
};

/** Invented, so that the component page needs no database. */
export const inventedSchools = [
	{ value: '900001', label: 'Fernmarsh Primary School', detail: 'Fernmarsh, Essex · URN 900001' },
	{ value: '900002', label: 'St Osyn’s C of E Primary School', detail: 'Little Osyn, Essex · URN 900002' },
	{ value: '900003', label: 'St Osyn’s C of E Primary School', detail: 'Harbour End, Essex · URN 900003' },
	{
		value: '900004',
		label: 'Quayhill Junior School',
		detail: 'Harbour End, Essex · closed 2022, now Quayhill Primary',
	},
];

export const reviewStages: Stage[] = [
	{ label: 'Prepare', state: 'done', href: '#prepare' },
	{ label: 'Day', state: 'done', href: '#day', note: 'Thu 19 Nov' },
	{ label: 'Findings', state: 'done', href: '#findings' },
	{ label: 'Report', state: 'now', href: '#report', note: 'by Thu 3 Dec' },
	{ label: 'Workshop', state: 'later', href: '#workshop' },
	{ label: 'Actions', state: 'later' },
	{ label: 'Look-back', state: 'later', note: 'May 2027' },
	{ label: 'Quality', state: 'later' },
];

export const reviewRows = [
	{
		school: 'Fernmarsh Primary School',
		day: '2026-11-19',
		focus: 'Do pupils remember more in history?',
		state: 'writing',
		pupils: 412,
	},
	{
		school: 'St Osyn’s C of E Primary School',
		day: '2026-12-03',
		focus: 'How well do we challenge those who find mathematics easy?',
		state: 'prepared',
		pupils: 198,
	},
	{
		school: 'Quayhill Primary School',
		day: '2027-02-04',
		focus: 'Reading for pleasure',
		state: 'deferred',
		pupils: 230,
	},
];

export const outcomeSeries = [
	{ name: 'Expected standard', values: [68, 68, 52, 72, null, null, 70, 74] },
	{ name: 'England', values: [61, 62, 61, 64, null, null, 59, 60] },
];

export const outcomeYears = ['2015', '2016', '2017', '2018', '2019', '2020', '2021', '2022'];

export const dayMoments = [
	{
		id: 'a',
		when: '8.30am',
		until: '9am',
		what: 'Welcome and pupils’ tour',
		who: 'All, with four of Year 6',
		where: 'Hall',
	},
	{
		id: 'b',
		when: '9.05am',
		until: '10am',
		what: 'Lesson visits, line A',
		who: 'Amal Ruiz with Jo Penhale (host HT)',
		where: 'Years 3 and 4',
		now: true,
	},
	{ id: 'c', when: '10.15am', what: 'Pupil voice', who: 'Tove Marsh', where: 'Library', href: '#timeline' },
	{ id: 'd', when: '12 noon', until: '12.45pm', what: 'Lunch: which lines lack evidence?', who: 'The team' },
];
