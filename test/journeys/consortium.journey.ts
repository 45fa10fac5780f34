import type { Cookie } from '@playwright/test';
import * as careful from './people/careful-schools.ts';
import { behindTheScenes, somebody } from './people/coming-in.ts';
import { expectDone, expectNext, planAction, writeUpWorkshop } from './people/following-up.ts';
import { choices, expectRefused, field, press, section } from './people/forms.ts';
import { comeIn, gather } from './people/gathering.ts';
import { expectReads } from './people/opening.ts';
import * as preparing from './people/preparing.ts';
import { dayFromToday, proposeReview } from './people/proposing.ts';
import * as reviewing from './people/reviewing.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';

test.use({ installation: 'a consortium, and a family beside it' });

const host = somebody('Peregrine Nightlatch');
const governor = somebody('Sybil Rafters');
const first = somebody('Araminta Sundial');
const second = somebody('Fitzroy Pantile');
const leader = somebody('Cordelia Skylight');
const other = somebody('Ambrose Weathervane');

let partnership: string;
let chairSession: Cookie[];
/** Of the family beside it: a review in which evidence can be captured, and a reviewer’s session. */
let familyReview: string;
let familyReviewer: Cookie[];

test.beforeAll(
	'four schools in a consortium, and a family with a review that is prepared',
	async ({ browser, product }) => {
		const family = await careful.setUpCarefulSchools(browser, product);
		familyReview = family.review;
		familyReviewer = await careful.prepareReview(browser, product, family);
		chairSession = family.chair;
		const page = await behindTheScenes(product, browser, chairSession);
		partnership = await gather(page, {
			name: 'Open Doors Consortium',
			groupWord: 'quad',
			protocol: 'Consortium of quads with a steering group',
			schools: [
				{ urn: 114704, name: 'Host school' },
				{ urn: 114706, name: 'Second school' },
				{ urn: 114707, name: 'Third school' },
				{ urn: 114708, name: 'Fourth school' },
			],
			people: [
				{ who: host, role: 'Headteacher', school: 'Host school' },
				{ who: governor, role: 'Governor', school: 'Host school' },
				{ who: first, role: 'Headteacher', school: 'Second school' },
				{ who: leader, role: 'Senior leader', school: 'Second school' },
				{ who: second, role: 'Headteacher', school: 'Third school' },
				{ who: other, role: 'Headteacher', school: 'Fourth school' },
			],
		});
		await page.context().close();
	},
);

const columns = { seen: 'What was seen', soWhat: 'So what: its effect, a strength, a question' };
const inFocus = {
	seen: 'Every pupil asked chose the second question, and none the third.',
	soWhat: 'They expect to be stretched, up to a point.',
	kind: 'Strength',
	line: 'A',
};
const outside = {
	seen: 'Gates and signing in were the same for everybody, and pupils knew why.',
	soWhat: 'Keeping safe is everybody’s habit here.',
	kind: 'Whole-school safeguarding',
};
const strength = 'Pupils choose a harder question.';
const suggestion = 'Let pupils of Year 6 write the third question themselves.';

test('CSC-14 CSC-15 CSC-25 CSC-26 a report under every heading, what lies outside the focus apart, suggestions as the protocol has them, and all heads read it', async ({
	as,
	product,
}) => {
	const chairs = await as(careful.chair.name);
	await chairs.context().addCookies(chairSession);
	const familys = await as(careful.reviewer.name);
	await familys.context().addCookies(familyReviewer);
	const [hosts, governors, firsts, seconds, leaders, others] = await comeIn(product, as, [
		host,
		governor,
		first,
		second,
		leader,
		other,
	]);

	await test.step('the protocol says that every head reads a report', async () => {
		await others.goto(`${partnership}/protocol`);
		await expect(section(others, 'Who reads what')).toContainText(
			/The report: the review team, the host headteacher and all heads of the partnership/,
		);
	});

	const focus = 'What does greater depth look like here?';
	const review = await proposeReview(hosts, partnership, { host: 'Host school', focus });

	await test.step('there is no champion: a senior leader of the group comes along', async () => {
		await preparing.putOnTeam(chairs, review, first.name, 'reviewer');
		await preparing.putOnTeam(chairs, review, second.name, 'reviewer');
		await expect(field(chairs, 'As').locator('option').filter({ hasText: 'champion' })).toHaveCount(0);
		await preparing.putOnTeam(chairs, review, leader.name, 'senior leader of the group');
	});

	await test.step('host and team plan', async () => {
		await preparing.addLine(hosts, review, 'A', 'Do pupils choose the harder question?');
		await preparing.schedule(hosts, review, {
			title: 'Climate walk through Year 6',
			kind: 'Climate walk',
			starts: '09:30',
			ends: '11:00',
			who: [first.name, second.name],
			lines: ['A'],
		});
		await expect(preparing.onTimetable(hosts, 'Climate walk through Year 6')).toBeVisible();
		await preparing.agreePlan(hosts, review);
		for (const [page, who] of [
			[firsts, first],
			[seconds, second],
			[leaders, leader],
		] as const) {
			await preparing.agreeConfidentiality(page, review, who.name);
			await preparing.takePart(page, review);
		}
		await preparing.takePart(hosts, review);
	});

	await test.step('one partnership records what lies outside the focus, apart and marked; another does not', async () => {
		await reviewing.capture(firsts, review, { ...inFocus, source: 'Climate walk' }, columns);
		await reviewing.capture(
			seconds,
			review,
			{
				...{
					seen: 'The third question looked like the second, only longer.',
					soWhat: 'Harder is not deeper.',
				},
				...{ source: 'Looking at pupils’ work', kind: 'Question', line: 'A' },
			},
			columns,
		);
		await firsts.goto(`${review}/day`);
		const form = section(firsts, 'Add evidence');
		await expect(form).toContainText('What lies outside the focus is kept apart.');
		await form.getByLabel('This lies outside the focus').check();
		await reviewing.fillIn(firsts, { ...outside, source: 'Talking with pupils' }, columns);
		const apart = section(firsts, 'Seen outside the focus');
		await expect(apart.getByRole('article')).toContainText([outside.seen]);
		await expect(apart.getByText('Outside the focus', { exact: true })).toBeVisible();
		await expect(section(firsts, 'What the team has').getByRole('article')).toHaveCount(2);
		await expect(section(firsts, 'How the lines stand').getByRole('row')).toHaveCount(2);
		await expectGoodPage(firsts);

		await familys.goto(`${familyReview}/day`);
		const theirs = section(familys, 'Add evidence');
		await expect(theirs).toContainText('What lies outside the focus is not recorded.');
		await expect(theirs.getByLabel('This lies outside the focus')).toHaveCount(0);
	});

	await test.step('the host reads of what is parked the pieces that the team shows, while it shows them', async () => {
		expect((await hosts.goto(`${review}/day`))!.status()).toBe(404);
		await firsts.getByRole('link', { name: 'Choose what of it the host may read' }).click();
		await press(firsts, /^Show it to the host/);
		await expect(firsts.getByRole('article').getByText('Shown to the host', { exact: true })).toBeVisible();
		await expectGoodPage(firsts);
		await hosts.goto(`${review}/day`);
		await expect(hosts.getByRole('article')).toHaveCount(1);
		await expect(hosts.getByRole('article')).toContainText(outside.seen);
		await expect(hosts.getByText(inFocus.seen)).toHaveCount(0);
		await expectGoodPage(hosts);
		// Taken back, it goes from the page that the host has open, and the page with it.
		await press(firsts, /^Take it back from the host/);
		await expect(firsts.getByRole('button', { name: /^Show it to the host/ })).toBeVisible();
		await expect(hosts.getByRole('heading', { name: 'There’s nothing here for you' })).toBeVisible();
		await expect(hosts.getByText(outside.seen)).toHaveCount(0);
		expect((await hosts.goto(`${review}/day`))!.status()).toBe(404);
		await firsts.goto(`${review}/day`);
	});

	await test.step('how much was seen, and of what kinds, stands by each line', async () => {
		const line = section(firsts, 'How the lines stand').getByRole('row').filter({ hasText: 'A. ' });
		await expect(line.getByRole('rowheader')).toContainText('2 pieces');
		for (const source of ['Looking at pupils’ work', 'Climate walk'])
			await expect(line.getByRole('button', { name: `1 piece from ${source} on line A` })).toBeVisible();
	});

	await test.step('no finding mixes the two', async () => {
		await reviewing.fillInFinding(firsts, review, {
			kind: 'Strength',
			line: 'A',
			seen: strength,
			effect: 'They learn more in the lesson.',
			evidence: [inFocus.seen, outside.seen],
		});
		const restsOn = choices(firsts, 'The evidence it rests on');
		await expectRefused(restsOn, 'What was seen outside the focus is kept apart.');
		await restsOn.getByLabel(outside.seen, { exact: true }).uncheck();
		await press(firsts, 'Save this finding');
		await expect(firsts.getByRole('article').getByText(strength, { exact: true })).toBeVisible();
	});

	await test.step('suggestions where the host asks, under their own heading; another partnership welcomes them', async () => {
		await firsts.goto(`${review}/findings/new`);
		await expect(firsts.getByRole('main')).toContainText(
			'Suggestions are made only where the host asks for them.',
		);
		await familys.goto(`${familyReview}/findings/new`);
		await expect(familys.getByRole('main')).toContainText('Practical suggestions are welcome.');
		await expect(familys.getByText('only where the host asks')).toHaveCount(0);

		const rests = { line: 'A', evidence: [inFocus.seen] };
		await reviewing.makeFinding(firsts, review, {
			...rests,
			kind: 'Question',
			seen: 'What would make the third question worth choosing?',
			effect: 'Nobody chose it on the day.',
		});
		const suggested = {
			...rests,
			kind: 'Suggestion the host asked for',
			seen: suggestion,
			effect: 'They would choose what they made.',
		};
		await reviewing.fillInFinding(firsts, review, suggested);
		await expectRefused(
			choices(firsts, 'What kind of finding is it?'),
			'The host has not asked for suggestions.',
		);
		await hosts.goto(`${review}/lines`);
		await press(hosts, 'Ask the team for suggestions on line A');
		await expect(hosts.getByText('The host asks for suggestions', { exact: true })).toBeVisible();
		await expectGoodPage(hosts);
		await reviewing.makeFinding(firsts, review, suggested);
		await reviewing.makeFinding(firsts, review, {
			kind: 'Whole-school safeguarding',
			seen: 'Pupils know why the gates are as they are.',
			effect: 'They keep each other safe.',
			evidence: [outside.seen],
		});
	});

	await test.step('nothing is signed while a heading of the proforma says nothing', async () => {
		await firsts.goto(`${review}/report`);
		await expect(section(firsts, 'Suggestions the host asked for')).toContainText(suggestion);
		const safeguarding = section(firsts, 'Whole-school safeguarding');
		await expect(safeguarding).toContainText('Never a concern about a person or a child.');
		await expect(safeguarding.getByText('Outside the focus', { exact: true })).toBeVisible();
		await expect(firsts.getByRole('button', { name: 'Put it up for signing' })).toHaveCount(0);
		const missing = section(firsts, 'Before it is signed').getByRole('listitem');
		const empty = [
			'The school as it is now',
			'What the data shows',
			'Where evidence and the school’s own view differ',
			'Seen outside the focus',
		];
		await expect(missing).toContainText(empty);
		for (const heading of empty)
			await reviewing.writeUnder(firsts, review, heading, 'Nothing beyond what stands above.');
		await reviewing.putUpForSigning(firsts, review);
	});

	await test.step('no head beside those of the review reads it before it is out, and every head from then on', async () => {
		for (const page of [firsts, seconds, leaders]) await reviewing.sign(page, review, 1);
		await expectReads(others, `${review}/report`, 'Report', false);
		await reviewing.publish(hosts, review);
		await expectReads(others, `${review}/report`, 'Report', true);
		await expect(section(others, 'Strengths')).toContainText(strength);
		await expect(section(others, 'Strengths')).toContainText('Rests on one piece of evidence: Climate walk');
		expect((await others.request.get(`${review}/report/report.pdf`)).status()).toBe(200);
		await expectReads(governors, `${review}/report`, 'Report', false);
		await expectReads(others, `${review}/day`, 'The day', false);
	});

	await test.step('the senior leader of the group leads what follows, and it becomes actions that every head reads', async () => {
		await expectNext(leaders, review, 'Lead the follow-up at a staff meeting');
		await writeUpWorkshop(leaders, review, dayFromToday(0), 'Year 6 writes its own third question.');
		await expectDone(leaders, review, 'Lead the follow-up at a staff meeting');
		await planAction(hosts, review, {
			finding: /What would make the third question/,
			title: 'Year 6 writes the third question',
			owner: `${leader.name}, with Year 6`,
			due: dayFromToday(60),
			measure: 'In a book look half of Year 6 have chosen it.',
		});
		await others.goto(`${review}/workshop`);
		await expect(others.getByRole('article')).toContainText(`Written up by ${leader.name}`);
		await others.goto(`${review}/actions`);
		await expect(others.getByText(`${leader.name}, with Year 6`)).toBeVisible();
	});
});
