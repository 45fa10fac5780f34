import type { Cookie, Page } from '@playwright/test';
import { signIn, somebody } from './people/coming-in.ts';
import { stageOf, tickStage } from './people/course.ts';
import { expectDone, expectNext, writeUpWorkshop } from './people/following-up.ts';
import * as drafting from './people/drafting.ts';
import * as editing from './people/editing.ts';
import { choices, expectRefused, field, press, section, unfold } from './people/forms.ts';
import { comeIn, gatherFirst } from './people/gathering.ts';
import { expectReads, openTo, thing } from './people/opening.ts';
import * as preparing from './people/preparing.ts';
import { dayFromToday, proposeReview } from './people/proposing.ts';
import * as reviewing from './people/reviewing.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';

test.use({ installation: 'a trio' });

const chair = somebody('Lettice Gatepost');
const host = somebody('Humphrey Lychgate');
const teacher = somebody('Imogen Slate');
const first = somebody('Verity Cobblestone');
const second = somebody('Lionel Flint');
const champion = somebody('Beatrix Thatch');
const neighbour = somebody('Clement Stile');

let partnership: string;
let session: Cookie[];

test.beforeAll('a trio of schools', async ({ browser, product }) => {
	({ partnership, session } = await gatherFirst(browser, product, chair, {
		name: 'Neighbouring Schools',
		groupWord: 'trio',
		protocol: 'Trios, the report finished on the day',
		schools: [
			{ urn: 114875, name: 'Host school' },
			{ urn: 114888, name: 'Second school' },
			{ urn: 114964, name: 'Third school' },
		],
		people: [
			{ who: host, role: 'Headteacher', school: 'Host school' },
			{ who: teacher, role: 'Senior leader', school: 'Host school' },
			{ who: first, role: 'Headteacher', school: 'Second school' },
			{ who: champion, role: 'Improvement champion', school: 'Second school' },
			{ who: second, role: 'Headteacher', school: 'Third school' },
			{ who: neighbour, role: 'Senior leader', school: 'Third school' },
		],
	}));
});

const columns = { seen: 'What we saw or heard', soWhat: 'So what?' };
const emerged = 'What do teaching assistants do while the teacher explains?';
const listening = 'In four of five rooms teaching assistants listened while the teacher explained.';
const guided = 'Pupils who read with an adult stopped to ask about words.';

test('KSA-6 KSA-8 KSA-9 KSA-14 KSA-15 the host stays out of observations, a line emerges and staff take it up, few things to work on and strengths first', async ({
	as,
	product,
}) => {
	const chairs = await as(chair.name);
	await chairs.context().addCookies(session);
	const [hosts, teachers, firsts, seconds, champions] = await comeIn(product, as, [
		host,
		teacher,
		first,
		second,
		champion,
	]);

	await test.step('they say ‘Next step’ for what could be better: the editor asks where the old word counted', async () => {
		const draft = await drafting.change(chairs, partnership);
		await editing.openPart(chairs, draft, 'What is written down');
		const kinds = editing.list(chairs, 'Kinds of evidence');
		await editing.addName(kinds, 'Next step');
		await editing.expectSaved(chairs);
		await editing.takeNameAway(kinds, 'Area for development');

		await editing.openPart(chairs, draft, 'The report');
		const counted = choices(chairs, 'Findings of these kinds say what could be better');
		await expectRefused(counted, 'There is no kind of evidence development.');
		await counted.getByLabel('Next step', { exact: true }).check();
		const heading = await editing.entry(editing.list(chairs, 'Headings'), 'Areas for development');
		await choices(heading, 'Filled from findings of these kinds')
			.getByLabel('Next step', { exact: true })
			.check();
		await expect(section(chairs, 'In words')).toContainText(
			'What could be better is said in findings of the kind ‘Next step’, three at most in one report.',
		);
		await editing.expectSaved(chairs);
		await expectGoodPage(chairs);
		await editing.publishDraft(chairs, draft, 'Our word for it.');
	});

	let review = '';
	await test.step('a focus is of a kind: a priority, earlier work, or work to confirm', async () => {
		await hosts.goto(`${partnership}/reviews/new`);
		await expect(choices(hosts, 'Why this focus').getByRole('radio')).toHaveCount(3);
		for (const kind of [
			'A priority we are working on now',
			'Check that earlier work has lasted',
			'Confirm work we think is done',
		])
			await expect(choices(hosts, 'Why this focus').getByLabel(kind, { exact: true })).toBeVisible();
		review = await proposeReview(hosts, partnership, {
			host: 'Host school',
			focus: 'Does guided reading still do what we built it for?',
			kind: 'Themed review',
			why: 'Check that earlier work has lasted',
		});
		await firsts.goto(review);
		await expect(section(firsts, 'About this review')).toContainText('Check that earlier work has lasted');
	});

	await preparing.putOnTeam(chairs, review, first.name, 'reviewer');
	await preparing.putOnTeam(chairs, review, second.name, 'reviewer');
	await preparing.putOnTeam(chairs, review, champion.name, 'school champion');

	await test.step('whether the host joins the observations is decided, against the advice of none to stay', async () => {
		await hosts.goto(`${review}/prepare`);
		await expect(section(hosts, 'Decisions')).toContainText('We recommend that they stay out');
		await preparing.holdMeeting(hosts, review, {
			heldOn: dayFromToday(-14),
			reviewOn: 'in a fortnight',
			texts: {
				'How will the day run, and who else takes part?': 'Reading first, books after break.',
				'What will the school send beforehand, and by when?': 'The reading plan, a week before.',
				'When does the host introduce the day, and when do we talk it over?': 'At nine, and at three.',
				'What report do we expect, from whom?': 'One page, written together.',
			},
			picks: {
				'Will the host headteacher join the observations?': 'No',
				'Have we talked through what stays confidential, and its limits?': 'Yes',
			},
		});
		await firsts.goto(`${review}/prepare`);
		await expect(firsts.getByText('Will the host headteacher join the observations?').first()).toBeVisible();
		await expect(firsts.getByRole('definition').filter({ hasText: /^No$/ })).toBeVisible();
		await preparing.decide(firsts, review, 'The host headteacher stays out of the observations.');
		await expect(section(firsts, 'Decisions').getByRole('listitem')).toContainText([first.name]);
	});

	await test.step('they plan, and say yes', async () => {
		await preparing.addLine(hosts, review, 'A', 'Do pupils ask about words they do not know?');
		await preparing.schedule(firsts, review, {
			title: 'Guided reading in Year 3',
			kind: 'Learning observation',
			starts: '09:15',
			ends: '10:30',
			who: [first.name, second.name],
			lines: ['A'],
		});
		await expect(preparing.onTimetable(firsts, 'Guided reading in Year 3')).not.toContainText(host.name);
		await preparing.agreePlan(firsts, review);
		for (const [page, who] of [
			[firsts, first],
			[seconds, second],
		] as const) {
			await preparing.agreeConfidentiality(page, review, who.name);
			await preparing.takePart(page, review);
		}
		await preparing.takePart(hosts, review);
	});

	await test.step('a line emerges on the day', async () => {
		await reviewing.capture(
			firsts,
			review,
			{
				seen: guided,
				soWhat: 'They understand more.',
				source: 'Hearing pupils read',
				kind: 'Strength',
				line: 'A',
			},
			columns,
		);
		await preparing.addLine(seconds, review, 'B', emerged);
		const line = seconds.getByRole('listitem').filter({ hasText: 'Line B:' });
		await expect(line).toContainText('Emerged on the day');
		await expect(seconds.getByRole('listitem').filter({ hasText: 'Line A:' })).not.toContainText('Emerged');
		await reviewing.capture(
			seconds,
			review,
			{
				seen: listening,
				soWhat: 'A pair of hands is idle.',
				source: 'Lesson observation',
				kind: 'Question',
				line: 'B',
			},
			columns,
		);
		await preparing.decide(seconds, review, 'Line B becomes the focus of the staff meeting.');
	});

	await test.step('strengths come first; a fourth thing to work on stands before signing', async () => {
		await reviewing.makeFinding(firsts, review, {
			kind: 'Strength',
			line: 'A',
			seen: 'Pupils stop and ask about words.',
			effect: 'They understand what they read.',
			evidence: [guided],
		});
		for (const thing of ['Book corners', 'Time for reading', 'Words on walls', 'Reading at home'])
			await reviewing.makeFinding(firsts, review, {
				kind: 'Next step',
				line: 'A',
				seen: `${thing} could do more.`,
				effect: 'Pupils would read more.',
				evidence: [guided],
			});
		await reviewing.makeFinding(seconds, review, {
			kind: 'Question',
			line: 'B',
			seen: 'What could teaching assistants do while the teacher explains?',
			effect: 'Pupils who need help wait for it.',
			evidence: [listening],
		});
		await firsts.goto(`${review}/report`);
		const headings = firsts.getByRole('main').getByRole('heading', { level: 2 });
		await expect(headings).toContainText(['Strengths', 'Areas for development', 'New lines of enquiry']);
		await expect(headings.first()).toHaveText('Strengths');
		await expect(section(firsts, 'Before it is signed')).toContainText(
			'There are 4 findings of the kind ‘Next step’; you agreed on 3 at most.',
		);
		await expect(firsts.getByRole('button', { name: 'Put it up for signing' })).toHaveCount(0);

		await firsts.goto(`${review}/findings`);
		const last = firsts.getByRole('article').filter({ hasText: 'Reading at home could do more.' });
		await last.getByRole('link', { name: /^Change/ }).click();
		await press(await unfold(firsts.getByRole('main'), 'Withdraw'), 'Withdraw this finding');
		await expect(last).toHaveCount(0);
		await expectGoodPage(firsts);
	});

	await test.step('team and host sign the one report, and it is out', async () => {
		await reviewing.putUpForSigning(seconds, review);
		for (const page of [firsts, seconds, hosts]) await reviewing.sign(page, review, 1);
		await reviewing.publish(hosts, review);
		await expect(section(hosts, 'New lines of enquiry')).toContainText('Line B');
	});

	await test.step('from a sentence of the report to what it rests on, and to a new review that begins there', async () => {
		const development = section(hosts, 'Areas for development')
			.getByRole('link', { name: /^what was seen/ })
			.first();
		await development.click();
		await expect(hosts.getByRole('heading', { level: 1 })).toHaveText('What this rests on');
		await expectGoodPage(hosts);
		const words = await section(hosts, 'What was seen').getByRole('blockquote').innerText();
		await hosts.getByRole('link', { name: 'Propose a review that begins here' }).click();
		await expect(field(hosts, 'Focus')).toHaveValue(words.trim());
		await expect(hosts.getByLabel('New trail')).toBeChecked();
		await expect(field(hosts, 'School to be reviewed')).not.toHaveValue('');
	});

	await test.step('the team saw all staff at the end of the day, which the course asks for', async () => {
		const celebrate = 'See all staff at the end of the day and celebrate with them';
		await tickStage(firsts, review, celebrate, 'Cake in the hall.');
		await teachers.goto(review);
		await expect(stageOf(teachers, celebrate)).toContainText(`${first.name}: Cake in the hall.`);
		await expectReads(teachers, `${review}/report`, 'Report', false);
	});

	await test.step('the line that emerged is what the champion’s staff meeting takes up', async () => {
		await champions.goto(`${review}/prepare`);
		await expect(section(champions, 'Decisions')).toContainText(
			'Line B becomes the focus of the staff meeting.',
		);
		await expectNext(champions, review, 'Run the staff meeting at the host school');
		await champions.goto(`${review}/workshop`);
		const finding = section(champions, 'The findings it builds on')
			.getByRole('listitem')
			.filter({ hasText: emerged });
		await expect(finding).toContainText('Emerged on the day');
		await expectGoodPage(champions);
		await writeUpWorkshop(
			champions,
			review,
			dayFromToday(0),
			'Assistants begin with their group while the teacher explains to the others.',
		);
		await expectDone(champions, review, 'Run the staff meeting at the host school');
		await teachers.goto(`${review}/workshop`);
		await expect(teachers.getByRole('article')).toContainText('Assistants begin with their group');
	});
});

test('NFS-12 heads know which schools are reviewed when; to a teacher of another school there is no review until the host opens that, and then still no plan of it', async ({
	as,
	product,
}) => {
	const pages: Page[] = [];
	for (const who of [host, second, neighbour]) {
		const page = await as(who.name);
		await page.goto('/sign-in');
		await signIn(product, page, who);
		pages.push(page);
	}
	const [hosts, heads, neighbours] = pages as [Page, Page, Page];
	const focus = 'Who is heard in our lessons?';
	const review = await proposeReview(hosts, partnership, {
		host: 'Host school',
		focus,
		kind: 'Themed review',
		why: 'A priority we are working on now',
		ahead: 40,
	});
	const reviews = (page: Page) => section(page, 'Reviews');
	const title = 'Which schools are reviewed when';

	await test.step('a head finds it in the list; the teacher finds none, is told so, and gets nowhere by its address', async () => {
		await heads.goto(partnership);
		await expect(reviews(heads)).toContainText(focus);
		await neighbours.goto(partnership);
		await expect(reviews(neighbours)).toContainText('there may be others');
		await expect(reviews(neighbours)).not.toContainText(focus);
		await expect(neighbours.getByText('reviewed so far')).toHaveCount(0);
		await expectGoodPage(neighbours);
		expect((await neighbours.goto(review))!.status()).toBe(404);
		await expectReads(neighbours, review, focus, false);
	});

	await test.step('the host opens it to everyone, told beforehand who will know', async () => {
		await openTo(hosts, review, 'everyone in the partnership', {
			by: host.name,
			title,
			sentence:
				'That this review takes place, with its day and focus, is known to the review team, the host headteacher, everyone in the partnership and the school champion.',
		});
		await expectGoodPage(hosts);
		await neighbours.goto(partnership);
		await reviews(neighbours).getByRole('row').filter({ hasText: focus }).getByRole('link').click();
		await expect(neighbours.getByRole('heading', { level: 1, name: focus })).toBeVisible();
		await expectReads(neighbours, `${review}/prepare`, 'Prepare', false);
	});

	await test.step('taken back, there is none again', async () => {
		await hosts.goto(`${review}/sharing`);
		await press(thing(hosts, title).getByRole('listitem'), /^Take back/);
		await expect(thing(hosts, title).getByRole('button', { name: /^Take back/ })).toHaveCount(0);
		await expectReads(neighbours, review, focus, false);
	});
});
