import type { Cookie, Page } from '@playwright/test';
import { sessionOfTheFirst, somebody } from './people/coming-in.ts';
import * as editing from './people/editing.ts';
import { choices, expectRefused, field, fill, section, select } from './people/forms.ts';
import * as founding from './people/founding.ts';
import * as proposing from './people/proposing.ts';
import { expect, test } from './harness/journey.ts';

// Three partnerships that no preset was written for, each made in the editor from the blank protocol. The days of their
// reviews were worked out by hand on a calendar on the wall.

test.use({ installation: 'partnerships never met' });
test.describe.configure({ timeout: 300_000 });

const chair = somebody('Sidonie Wanderlust');
const blank = 'Blank, to make your own';
const stagesPart = 'What happens when';
const termBefore = '2026-09-01';

let session: Cookie[];

test.beforeAll('somebody who founds partnerships', async ({ browser, product }) => {
	session = await sessionOfTheFirst(product, browser, chair);
});

test('CEN-3 a peer challenge of four days: position statement, team call, report and plan within three months, progress review after ten', async ({
	as,
}) => {
	const page = await asChair(as);
	const partnership = await founding.found(page, 'Open Door Challenge', 'team');
	await founding.addSchool(page, partnership, { urns: [114747], name: 'Mayflower', fromDay: termBefore });
	const draft = await editing.beginDraft(page, partnership, blank);

	await test.step('the kinds: from one question to everything, as an inspection would', async () => {
		await editing.openPart(page, draft, 'Kinds of review');
		const kinds = editing.list(page, 'Kinds of review');
		const challenge = await editing.entry(kinds, 'Review');
		await fill(challenge, {
			'What you call it': 'Peer challenge',
			'What it is, in a sentence': 'Everything an inspection would look at, in four days.',
			'Days in the school': '4',
		});
		const question = await editing.add(kinds);
		await fill(question, {
			'What you call it': 'One question',
			'What it is, in a sentence': 'A single question of the host’s, in a day.',
			'Days in the school': '1',
		});
		await choices(question, 'Stages this kind does without').getByLabel('Plan the actions').check();
		await editing.expectSaved(page);
	});

	await test.step('the stages', async () => {
		await editing.openPart(page, draft, stagesPart);
		const stages = editing.list(page, stagesPart);
		await editing.writeStage(await editing.add(stages, 'Accept the review and its date'), {
			title: 'Send the position statement',
			who: ['The head of the school reviewed'],
			when: [-2, 'Weeks, holidays or not', 'The first day'],
			expected: 'Always',
			checklist: 'Begin three weeks before\nSay what you are proud of\nSay what keeps you awake',
		});
		await editing.writeStage(await editing.add(stages, 'Send the position statement'), {
			title: 'Hold the team call',
			who: ['Reviewers', 'The facilitator'],
			when: [-1, 'Weeks, holidays or not', 'The first day'],
			expected: 'Always',
		});
		await editing.writeStage(await editing.entry(stages, 'Finish and sign the report'), {
			when: [2, 'Months', 'The last day'],
		});
		await editing.writeStage(await editing.entry(stages, 'Share the report with those the protocol names'), {
			when: [3, 'Months', 'The last day'],
		});
		await editing.writeStage(await editing.entry(stages, 'Plan the actions'), {
			when: [3, 'Months', 'The last day'],
			expected: 'Always',
		});
		const progress = await editing.add(stages, 'Plan the actions');
		await editing.writeStage(progress, {
			title: 'Hold the progress review',
			who: ['The facilitator', 'Reviewers', 'The head of the school reviewed'],
			when: [10, 'Months', 'The last day'],
			done: 'Progress is reported',
			expected: 'Always',
		});
		await editing.writeStage(await editing.add(stages, 'Hold the progress review'), {
			title: 'Publish the report of the progress review',
			who: ['The facilitator'],
			when: [2, 'Months', 'Progress is reported'],
			expected: 'Always',
		});
		await editing.takeAway(stages, 'Close the review');
	});

	await test.step('its words, its headings, its readers', async () => {
		await editing.openPart(page, draft, 'What people are called');
		const facilitator = choices(page, 'The facilitator');
		await fill(facilitator, { 'You call one of them': 'lead peer', 'And several': 'lead peers' });
		await editing.expectSaved(page);
		await editing.openPart(page, draft, 'The report');
		const heading = await editing.add(editing.list(page, 'Headings'), 'Strengths');
		await fill(heading, {
			'What you call it': 'Capacity to improve',
			'What belongs here': 'Whether the school knows itself and can change.',
		});
		await editing.expectSaved(page);
		await editing.openPart(page, draft, 'Who reads what');
		const report = await editing.fold(page, 'The report');
		await choices(report, 'Who reads it without asking').getByLabel('All heads of the partnership').check();
		await choices(report, 'To whom the host may open it').getByLabel('All heads of the partnership').check();
		await editing.expectSaved(page);
	});

	await editing.publishDraft(page, draft, 'As councils do it, for schools.');
	await expectInWords(page, stagesPart, [
		'Send the position statement: host headteacher, by two calendar weeks before the first day of the review.',
		'Hold the team call: reviewer and lead peer, by one calendar week before the first day of the review.',
		'Hold the progress review: host headteacher, reviewer and lead peer, within ten months of the last day of the review.',
		'Publish the report of the progress review: lead peer, within two months of the report of progress.',
	]);
	await expectInWords(page, 'Kinds of review', [
		'Peer challenge (four days): Everything an inspection would look at, in four days.',
		'One question (one day): A single question of the host’s, in a day.',
		'One question does without ‘Plan the actions’.',
	]);
	await expectInWords(page, 'The report', [
		'‘Capacity to improve’: Whether the school knows itself and can change.',
	]);
	await expectInWords(page, 'Who reads what', [
		'The report: the review team, the host headteacher and all heads of the partnership',
	]);

	// Tuesday 9 to Friday 12 March 2027.
	await proposing.proposeReview(page, partnership, {
		host: 'Mayflower',
		kind: 'Peer challenge',
		focus: 'What would a stranger see here?',
		day: '2027-03-09',
		days: 4,
	});
	await proposing.expectCourse(page, {
		'Send the position statement': '2027-02-23',
		'Hold the team call': '2027-03-02',
		'Finish and sign the report': '2027-05-12',
		'Share the report with those the protocol names': '2027-06-12',
		'Plan the actions': '2027-06-12',
		'Hold the progress review': '2028-01-12',
		'Publish the report of the progress review': '2028-03-12',
	});
	await expect(section(page, 'The course of this review').getByText('Close the review')).toHaveCount(0);
});

const termsAbroad: Record<string, [from: string, to: string][]> = {
	'2026-27': [
		['2026-09-14', '2026-12-18'],
		['2027-01-11', '2027-03-19'],
		['2027-04-05', '2027-06-25'],
	],
	'2027-28': [
		['2027-09-13', '2027-12-17'],
		['2028-01-10', '2028-04-07'],
		['2028-04-24', '2028-06-23'],
	],
};

test('a partnership abroad: schools in no register, terms without half-terms, counting in weeks and terms', async ({
	as,
}) => {
	const page = await asChair(as);
	const partnership = await founding.found(page, 'Atlantic Schools Abroad', 'pair');
	for (const [name, place] of [
		['Escola da Ribeira', 'Porto, Portugal'],
		['Colegio del Faro', 'A Coruña, Spain'],
	] as const)
		await founding.addUnregistered(page, partnership, { name, place, fromDay: '2026-08-24' });
	await expect(page.getByRole('row').filter({ hasText: 'Colegio del Faro' })).toContainText(
		'A Coruña, Spain',
	);

	for (const [year, terms] of Object.entries(termsAbroad))
		await founding.enterTerms(page, partnership, year, terms, /They are open/);
	await expect(section(page, 'Days without pupils, and tests')).toContainText('Bank holidays in term None');

	const draft = await editing.beginDraft(page, partnership, blank);
	await test.step('half-terms are refused where they are counted, with the reason, and nothing is lost', async () => {
		await editing.openPart(page, draft, stagesPart);
		const stages = editing.list(page, stagesPart);
		const reading = await editing.add(stages, 'Accept the review and its date');
		await editing.writeStage(reading, {
			title: 'Exchange what we would like to learn',
			who: ['The head of the school reviewed', 'Reviewers'],
			when: [-3, 'School weeks', 'The first day'],
			expected: 'Always',
		});
		const visit = await editing.add(stages, 'Plan the actions');
		await editing.writeStage(visit, {
			title: 'Visit in return',
			who: ['Reviewers'],
			when: [1, 'Half-terms', 'The last day'],
			expected: 'If wanted',
		});
		await editing.expectSaved(page);
		const unit = field(visit, 'Days, weeks, terms');
		const reason = 'Your school calendar has no half-terms. Count in weeks or terms.';
		await expectRefused(unit, reason);
		await expect(field(visit, 'What is to be done')).toHaveValue('Visit in return');

		await page.goto(draft);
		await expect(section(page, 'What stands in the way')).toContainText(reason);
		await expect(page.getByRole('button', { name: /^Publish version/ })).toHaveCount(0);
		await section(page, 'What stands in the way').getByRole('link', { name: stagesPart }).click();
		await expect(unit).toBeVisible();
		await select(visit, { 'Days, weeks, terms': editing.exactly('Terms') });
		await expect(page.getByText(reason)).toHaveCount(0);
		await editing.writeStage(await editing.entry(stages, 'Finish and sign the report'), {
			when: [2, 'School weeks', 'The last day'],
		});
		await editing.writeStage(await editing.entry(stages, 'Share the report with those the protocol names'), {
			when: [1, 'School weeks', 'The report is signed'],
		});
		await editing.writeStage(await editing.entry(stages, 'Plan the actions'), {
			when: [1, 'Terms', 'The last day'],
		});
		await editing.writeStage(await editing.add(stages, 'Visit in return'), {
			title: 'Look back on the review',
			who: ['The head of the school reviewed', 'Reviewers'],
			when: [2, 'Terms', 'The last day'],
			done: 'The look-back is answered',
			expected: 'Always',
			form: 'Looking back on the review',
		});
		await editing.writeStage(await editing.entry(stages, 'Close the review'), {
			when: [2, 'School weeks', 'The look-back is answered'],
		});
		await editing.expectSaved(page);
	});

	await test.step('two reviews a term; a question of their own; nobody rates anybody', async () => {
		await editing.openPart(page, draft, 'How often');
		await select(page, { Which: 'So many reviews in each half-term or term' });
		await fill(page, { 'How many reviews': '2' });
		await select(page, { 'In each': 'Half-term', 'Counted over': 'The whole partnership' });
		await expectRefused(field(page, 'In each'), 'Your school calendar has no half-terms.');
		await select(page, { 'In each': editing.exactly('Term') });
		await expect(section(page, 'In words')).toContainText('There are two reviews each term.');
		await editing.expectSaved(page);

		await editing.openPart(page, draft, 'Forms');
		const form = await editing.entry(editing.list(page, 'Entries'), 'Looking back on the review');
		const question = await editing.add(form.getByRole('group', { name: 'Questions', exact: true }));
		await field(question, 'What is asked').fill('Which of our customs did you take home?');
		await editing.expectSaved(page);

		await editing.openPart(page, draft, 'What a review is about');
		await editing.addName(
			editing.list(page, 'Why a focus is chosen'),
			'Something your country does otherwise',
		);
		await editing.expectSaved(page);
	});

	await editing.publishDraft(page, draft, 'No half-terms here, nor inspectors.');
	await expectInWords(page, 'How often', ['There are two reviews each term.']);
	await expectInWords(page, stagesPart, [
		'Visit in return (if wanted): reviewer, by the end of the next term after the last day of the review.',
	]);
	await expectInWords(page, 'Forms', [
		'‘Looking back on the review’ asks: Which of our customs did you take home?',
	]);

	// Tuesday 2 February 2027, in the second term: the first week of it is that of 11 January.
	await proposing.proposeReview(page, partnership, {
		host: 'Escola da Ribeira',
		focus: 'How do pupils speak three languages?',
		why: 'Something your country does otherwise',
		day: '2027-02-02',
	});
	await proposing.expectCourse(page, {
		'Exchange what we would like to learn': '2027-01-12',
		'Finish and sign the report': '2027-02-16',
		'Share the report with those the protocol names': '2027-02-23',
		'Plan the actions': '2027-06-25',
		'Visit in return': '2027-06-25',
		'Look back on the review': '2027-12-17',
		// Two weeks of school after 17 December end in the week of 17 January.
		'Close the review': '2028-01-21',
	});
});

test('a quality review by a head and three leaders: analysis before, three days in pairs, findings the school’s own until it consents', async ({
	as,
}) => {
	const page = await asChair(as);
	const partnership = await founding.found(page, 'Paired Eyes Trust', 'hub');
	await founding.addSchool(page, partnership, { urns: [138901], name: 'Notley Green', fromDay: termBefore });
	const draft = await editing.beginDraft(page, partnership, blank);

	await test.step('a form of their own, for the analysis before', async () => {
		await editing.openPart(page, draft, 'Forms');
		const forms = editing.list(page, 'Entries');
		const form = await editing.add(forms);
		await fill(form, {
			'Name of the form': 'Pre-review analysis',
			'What it is for': 'What the figures say, before anybody comes.',
		});
		const question = await editing.add(form.getByRole('group', { name: 'Questions', exact: true }));
		await field(question, 'What is asked').fill('Which groups of pupils do less well than you would expect?');
		await editing.expectSaved(page);
	});

	await test.step('who reviews', async () => {
		await editing.openPart(page, draft, 'What people are called');
		await fill(choices(page, 'The facilitator'), {
			'You call one of them': 'lead reviewer',
			'And several': 'lead reviewers',
		});
		await editing.expectSaved(page);
		await editing.openPart(page, draft, 'Who reviews');
		await fill(page, {
			'Fewest people on a team': '5',
			'Most people on a team': '4',
			'Fewest headteachers who take part': '1',
		});
		await editing.expectSaved(page);
		await expectRefused(
			field(page, 'Most people on a team'),
			'A team cannot have fewer at most than at least.',
		);
		await field(page, 'Fewest people on a team').fill('3');
		await select(page, {
			'Is there a facilitator?': 'Always',
			'Is there a champion, who stands beside the team and leads what follows?': 'Never',
			'Are reviewers paired with staff of the host?': 'Always',
		});
		await expect(section(page, 'In words')).toContainText(
			'Reviewers are paired with staff of the host always.',
		);
		await editing.expectSaved(page);
	});

	await test.step('three days, and what is to be done around them', async () => {
		await editing.openPart(page, draft, 'Kinds of review');
		const review = await editing.entry(editing.list(page, 'Kinds of review'), 'Review');
		await fill(review, {
			'What you call it': 'Quality review',
			'What it is, in a sentence': 'Leadership, provision and the pupils who have least.',
			'Days in the school': '3',
		});
		await editing.expectSaved(page);
		await editing.openPart(page, draft, stagesPart);
		const stages = editing.list(page, stagesPart);
		await editing.writeStage(await editing.add(stages, 'Accept the review and its date'), {
			title: 'Write the pre-review analysis',
			who: ['The facilitator', 'The champion, who leads what follows'],
			when: [-5, 'School days', 'The first day'],
			expected: 'Always',
			form: 'Pre-review analysis',
		});
		await editing.writeStage(await editing.entry(stages, 'Finish and sign the report'), {
			when: [5, 'School days', 'The last day'],
		});
		await editing.writeStage(await editing.entry(stages, 'Plan the actions'), {
			when: [1, 'Half-terms', 'The last day'],
		});
		await editing.takeAway(stages, 'Agree the lines of enquiry and the timetable');
		await editing.moveUp(stages, 'Agree the confidentiality statement');
	});

	await test.step('the running order of the day', async () => {
		await editing.openPart(page, draft, 'The day');
		const order = editing.list(page, 'The usual running order');
		for (const [what, minutes] of [
			['In lessons, two and two', '120'],
			['What we think, with the leaders we walked with', '45'],
			['What the figures said, and what we ask', '30'],
		] as const)
			await fill(await editing.add(order), { 'What happens': what, Minutes: minutes });
		await editing.expectSaved(page);
		await editing.moveUp(order, 'What the figures said, and what we ask');
		await editing.moveUp(order, 'What the figures said, and what we ask');
		await expect(section(page, 'In words')).toContainText(
			/What the figures said, and what we ask: 30 minutes.*In lessons, two and two: 120 minutes/s,
		);
	});

	await test.step('who reads the findings: the team and the head, until she opens them', async () => {
		await editing.openPart(page, draft, 'Who reads what');
		const findings = await editing.fold(page, 'Findings');
		const unasked = choices(findings, 'Who reads it without asking');
		const opened = choices(findings, 'To whom the host may open it');
		await unasked.getByLabel('All heads of the partnership').check();
		await editing.expectSaved(page);
		await expectRefused(opened, 'Whoever reads it without asking belongs to those it may be opened to.');
		await unasked.getByLabel('All heads of the partnership').uncheck();
		await opened.getByLabel('All heads of the partnership').check();
		await expect(section(page, 'In words')).toContainText(
			'Findings: the review team and the host headteacher, and, if the host opens it to them, all heads of the partnership.',
		);
		await editing.expectSaved(page);
	});

	await editing.publishDraft(page, draft, 'Three days, in pairs.');
	await expectInWords(page, 'Who reviews', [
		'A team has 3 to 4 people.',
		'Every review has a lead reviewer.',
		'There is no improvement champion.',
		'Reviewers are paired with staff of the host always.',
	]);

	// Tuesday 16 to Thursday 18 March 2027; Good Friday is the 26th.
	await proposing.proposeReview(page, partnership, {
		host: 'Notley Green',
		focus: 'Who gets least from what we do?',
		day: '2027-03-16',
		days: 3,
	});
	await proposing.expectCourse(page, {
		'Write the pre-review analysis': '2027-03-09',
		'Finish and sign the report': '2027-03-25',
		// The last day of school before the half-term holiday at the end of May.
		'Plan the actions': '2027-05-28',
	});
});

async function asChair(as: (name: string) => Promise<Page>): Promise<Page> {
	const page = await as(chair.name);
	await page.context().addCookies(session);
	return page;
}

/** What a part of the published protocol says. */
async function expectInWords(page: Page, part: string, sentences: readonly string[]): Promise<void> {
	for (const sentence of sentences) await expect(section(page, part)).toContainText(sentence);
}
