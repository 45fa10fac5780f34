import { describe, expect, test } from 'vitest';
import { readForm } from '#platform/form-data.ts';
import { answerSchema } from './answer.ts';
import { postedAnswers } from './posted.ts';
import { formSchema, questionSchema } from './question.ts';
import { inWords } from './words.ts';

const { questions } = formSchema.parse({
	title: 'After the review',
	questions: [
		{ kind: 'text', key: 'applied', label: 'What has been done?', longest: 40 },
		{ kind: 'yes-no', key: 'again', label: 'Would you have the same team?', required: false },
		{
			kind: 'choice',
			key: 'reach',
			label: 'How far?',
			choices: [
				{ key: 'class', label: 'One class' },
				{ key: 'school', label: 'The school' },
			],
		},
		{
			kind: 'choice',
			key: 'whom',
			label: 'Whom?',
			many: true,
			required: false,
			choices: [
				{ key: 'staff', label: 'Staff' },
				{ key: 'pupils', label: 'Pupils' },
			],
		},
		{
			kind: 'scale',
			key: 'depth',
			label: 'How deep?',
			points: 5,
			lowest: 'not at all',
			highest: 'very',
			required: false,
		},
		{
			kind: 'level',
			key: 'accuracy',
			label: 'Accuracy',
			required: false,
			levels: [
				{ key: 'established', label: 'Established' },
				{ key: 'exemplary', label: 'Exemplary' },
			],
			descriptors: [
				{ key: 'qa', level: 'established', words: 'Reviews are checked.' },
				{ key: 'beyond', level: 'exemplary', words: 'Also by others.' },
			],
		},
		{
			kind: 'table',
			key: 'dates',
			label: 'Dates',
			required: false,
			columns: [
				{ key: 'what', label: 'What' },
				{ key: 'day', label: 'When' },
			],
			most: 2,
		},
	],
});
const needed = { applied: 'Marking', reach: 'class' };
const said = (answers: unknown) => {
	const issue = answerSchema(questions).safeParse(answers).error?.issues[0];
	return issue && [issue.path[0], issue.message];
};

describe('answers', () => {
	test('are kept as given, trimmed, what was left open left out', () => {
		expect(
			answerSchema(questions).parse({
				...needed,
				applied: '  Marking ',
				depth: '',
				whom: [],
				dates: [{ what: ' ', day: '' }],
				accuracy: {},
			}),
		).toEqual(needed);
	});

	test.each([
		[{ reach: 'class' }, 'applied', 'Write an answer.'],
		[{ ...needed, applied: '   ' }, 'applied', 'Write an answer.'],
		[
			{ ...needed, applied: 'x'.repeat(41) },
			'applied',
			'This is longer than the 40 characters there is room for.',
		],
		[
			{ ...needed, applied: 'a\u0000b' },
			'applied',
			'This holds characters that cannot be shown. Type it again, or paste it as plain text.',
		],
		[{ ...needed, reach: 'town' }, 'reach', 'Choose one of the answers offered.'],
		[{ ...needed, whom: ['staff', 'staff'] }, 'whom', 'Choose each answer once.'],
		[{ ...needed, again: 'perhaps' }, 'again', 'Answer yes or no.'],
		[{ ...needed, depth: 6 }, 'depth', 'Choose a number from 1 to 5.'],
		[{ ...needed, depth: 2.5 }, 'depth', 'Choose a number from 1 to 5.'],
		[{ ...needed, depth: Number.NaN }, 'depth', 'Choose a number from 1 to 5.'],
		[{ ...needed, accuracy: { other: 'now' } }, 'accuracy', 'This describes nothing that was asked.'],
		[{ ...needed, accuracy: { qa: 'yes' } }, 'accuracy', 'Mark it as where you are or what is next.'],
		[{ ...needed, dates: [{ what: 'Review', place: 'Hall' }] }, 'dates', 'This table has no such column.'],
		[
			{ ...needed, dates: [{ what: 'Review' }, { what: 'Review' }, { what: 'Review' }] },
			'dates',
			'The table holds 2 rows.',
		],
		[{ ...needed, unasked: 'yes' }, undefined, 'This answers a question that is not asked here.'],
	])('refused in one plain sentence: %j', (answers, at, message) => {
		expect(said(answers)).toEqual([at, message]);
	});

	test('come from a plain form', () => {
		const fields = new FormData();
		for (const [name, value] of Object.entries({
			applied: 'Marking',
			again: 'no',
			reach: 'school',
			whom: 'pupils',
			depth: '4',
			'accuracy.qa': 'now',
			'accuracy.beyond': 'next',
			'dates.0.what': 'Feedback',
			'dates.0.day': '3 December',
			'dates.1.what': '',
		}))
			fields.append(name, value);
		const answers = answerSchema(questions).parse(postedAnswers(questions, readForm(fields)));
		expect(answers).toEqual({
			applied: 'Marking',
			again: false,
			reach: 'school',
			whom: ['pupils'],
			depth: 4,
			accuracy: { qa: 'now', beyond: 'next' },
			dates: [{ what: 'Feedback', day: '3 December' }],
		});
		expect(questions.map((question) => inWords(question, answers[question.key]))).toEqual([
			['Marking'],
			['No'],
			['The school'],
			['Pupils'],
			['4 of 5 (1 is not at all, 5 is very)'],
			['Where we are (Established): Reviews are checked.', 'Next (Exemplary): Also by others.'],
			['What: Feedback; When: 3 December'],
		]);
	});

	test('a form posted empty answers nothing', () => {
		expect(said(postedAnswers(questions, {}))).toEqual(['applied', 'Write an answer.']);
		expect(inWords(questions[0]!, undefined)).toEqual([]);
	});
});

describe('questions', () => {
	test('two under one key, or a descriptor of no level, are refused', () => {
		const text = { kind: 'text', key: 'a', label: 'A' };
		expect(formSchema.safeParse({ title: 'T', questions: [text, text] }).error?.issues[0]?.message).toContain(
			'the key a',
		);
		const level = { ...questions[5], descriptors: [{ key: 'x', level: 'none', words: 'X' }] };
		expect(formSchema.safeParse({ title: 'T', questions: [level] }).error?.issues[0]?.message).toBe(
			'There is no level none here.',
		);
		expect(questionSchema.safeParse({ ...text, kind: 'essay' }).success).toBe(false);
	});

	test('NFS-21 one aspect can span levels', () => {
		expect(answerSchema([questions[5]!]).parse({ accuracy: { qa: 'now', beyond: 'now' } })).toEqual({
			accuracy: { qa: 'now', beyond: 'now' },
		});
	});
});
