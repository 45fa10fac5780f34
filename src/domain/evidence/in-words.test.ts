import { expect, test } from 'vitest';
import { exampleDay } from './day.fixture.ts';
import { inWords } from './in-words.ts';

const body = {
	id: '0190',
	evidenceId: '0191',
	version: 2,
	seen: ' Replies in green pen. ',
	soWhat: '',
	kind: 'strength',
	source: 'books',
	lineId: 'a',
	activityId: 'gone',
	outsideFocus: 'yes',
};

test('what a form of the day said is told in words: no key, no id, nothing that was left empty', () => {
	expect(inWords(body, exampleDay())).toEqual([
		{ label: 'Seen', said: 'Replies in green pen.' },
		{ label: 'Kind of evidence', said: 'Strength' },
		{ label: 'Where it comes from', said: 'Books' },
		{ label: 'Line of enquiry', said: 'A. Do they reply?' },
		{ label: 'Outside the focus', said: 'Yes' },
	]);
});

test('where the day is not there any more, what was chosen is not lost with it', () => {
	const told = inWords({ ...body, reason: 'It names a child.' }, undefined);
	expect(told.map(({ said }) => said)).toEqual([
		'Replies in green pen.',
		'strength',
		'books',
		'Yes',
		'It names a child.',
	]);
});
