import type { Locator, Page } from '@playwright/test';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { somebody } from './people/coming-in.ts';
import { choices, expectRefused, field, fill, press, section, select, tick, unfold } from './people/forms.ts';
import * as founding from './people/founding.ts';
import { comeIn, gatherFirst } from './people/gathering.ts';
import * as preparing from './people/preparing.ts';
import { proposeReview } from './people/proposing.ts';
import * as reviewing from './people/reviewing.ts';

test.use({ installation: 'what a group looks into' });

const chair = somebody('Isolde Barleymow');
const lead = somebody('Percival Stitchwort');
const host = somebody('Eudora Finchley');
const reviewer = somebody('Lancelot Teasel');
const elsewhere = somebody('Minerva Oxlip');
const partner = somebody('Ottilie Burdock');

const question = 'Do pupils choose the harder question?';
const undertaking = 'Each of us teaches one lesson in another school.';
const nursery = 'What do children of three do with numbers?';
const chosenData = [
	['Reading, writing and maths, expected standard (end of key stage 2)', 'All pupils', 'It fell last year.'],
	['As expected for their age on entry to Reception', 'All, and: girls, boys', 'Boys come with less.'],
] as const;
const columns = { seen: 'What was seen', soWhat: 'So what: its effect, a strength, a question' };
const seen = 'Every pupil asked chose the second question.';

/** What stands by an item for one school. */
const atSchool = (page: Page, item: string, school: string) =>
	page
		.getByRole('listitem')
		.filter({ has: page.getByRole('heading', { name: item }) })
		.locator('dl > div')
		.filter({ has: page.getByText(school, { exact: true }) });

const sentence = (within: Page | Locator, words: string) =>
	within.getByRole('paragraph').filter({ hasText: words });

async function addItem(page: Page, form: 'Question' | 'Undertaking', words: string): Promise<void> {
	const adding = section(page, 'Add a question or an undertaking');
	await tick(adding, { 'What is it?': new RegExp(`^${form}`) });
	await fill(adding, { 'In your words': words });
	await press(adding, 'Add it');
	await expect(page.getByRole('heading', { name: words })).toBeVisible();
}

test('CSC-8 CSC-9 a group has one focus with lettered items; a school takes its own aspect or is not concerned; a review takes an item up, and its findings stand by it for whoever may read them; it chooses the data its reviews look at', async ({
	as,
	browser,
	product,
}) => {
	test.setTimeout(240_000);
	const { partnership, session } = await gatherFirst(browser, product, chair, {
		name: 'Four Weirs Schools',
		groupWord: 'quad',
		protocol: 'Consortium of quads with a steering group',
		schools: [
			{ urn: 114704, name: 'Weir school' },
			{ urn: 114706, name: 'Ford school' },
			{ urn: 114707, name: 'Lock school' },
			{ urn: 114708, name: 'Sluice school' },
		],
		people: [
			{ who: lead, role: 'Headteacher', school: 'Weir school' },
			{ who: host, role: 'Headteacher', school: 'Ford school' },
			{ who: reviewer, role: 'Headteacher', school: 'Lock school' },
			{ who: elsewhere, role: 'Headteacher', school: 'Sluice school' },
			{ who: partner, role: 'Outside partner' },
		],
	});
	const chairs = await as(chair.name);
	await chairs.context().addCookies(session);
	const [leads, hosts, reviewers, elsewheres, partners] = await comeIn(product, as, [
		lead,
		host,
		reviewer,
		elsewhere,
		partner,
	]);
	const review = await proposeReview(hosts, partnership, { host: 'Ford school', focus: 'Who goes deeper?' });
	const frame = await unfold(section(hosts, 'About this review'), 'Change focus or day');
	const day = await field(frame, 'Day of the review').inputValue();
	const quad = ['Weir school', 'Ford school', 'Lock school'];
	await founding.formGroup(chairs, partnership, 'Oak', quad, schoolYearName(day));
	await founding.chooseLead(chairs, partnership, 'Oak', lead.name);
	for (const { name } of [reviewer, lead]) await preparing.putOnTeam(chairs, review, name, 'reviewer');

	let group = '';
	await test.step('its lead writes what the quad looks into, item by item', async () => {
		await leads.goto(`${partnership}/groups`);
		await leads.getByRole('link', { name: 'What Oak looks into' }).click();
		await expect(leads.getByRole('heading', { level: 1, name: 'Oak' })).toBeVisible();
		group = new URL(leads.url()).pathname;
		const focus = section(leads, 'What we look into');
		await press(focus, 'Save the focus');
		await expectRefused(
			field(focus, 'What do your schools look into together?'),
			'Say what your schools look into together.',
		);
		await fill(focus, { 'What do your schools look into together?': 'Depth in mathematics' });
		await press(focus, 'Save the focus');
		await expect(sentence(focus, 'Depth in mathematics')).toBeVisible();
		await addItem(leads, 'Question', question);
		await addItem(leads, 'Undertaking', undertaking);
		await addItem(leads, 'Question', nursery);
		await expect(leads.getByText('Item c:')).toBeAttached();
		await expectGoodPage(leads);
	});

	await test.step('two who change the focus at once: the second sees what stands, and loses nothing typed', async () => {
		await hosts.goto(group);
		const theirs = await unfold(section(hosts, 'What we look into'), 'Change the focus');
		await fill(theirs, { 'What do your schools look into together?': 'Depth in every subject' });
		const own = await unfold(section(leads, 'What we look into'), 'Change the focus');
		await fill(own, { 'What do your schools look into together?': 'Greater depth in mathematics' });
		await press(own, 'Save the focus');
		await expect(sentence(leads, 'Greater depth in mathematics')).toBeVisible();
		await press(theirs, 'Save the focus');
		await expect(hosts.getByText('Somebody else wrote meanwhile')).toBeVisible();
		await expect(sentence(hosts, 'Greater depth in mathematics')).toBeVisible();
		await expect(
			field(section(hosts, 'What we look into'), 'What do your schools look into together?'),
		).toHaveValue('Depth in every subject');
		await expectGoodPage(hosts);
	});

	await test.step('a head says what does not apply to the school, with the reason, and its own aspect', async () => {
		await hosts.goto(group);
		const school = section(hosts, 'What of it concerns each school')
			.getByRole('listitem')
			.filter({ has: hosts.getByRole('heading', { name: 'Ford school' }) });
		const part = await unfold(school, 'Say what concerns it');
		await fill(part, { 'Its own aspect of the focus': 'Depth in Year 6' });
		await choices(part, 'What does not apply to it').getByLabel(`c. ${nursery}`).check();
		await press(part, /^Save/);
		await expectRefused(field(part, 'Why not'), 'Say why they do not apply.');
		await expect(field(part, 'Its own aspect of the focus')).toHaveValue('Depth in Year 6');
		await fill(part, { 'Why not': 'We have no nursery.' });
		await press(part, /^Save/);
		await expect(atSchool(hosts, nursery, 'Ford school')).toContainText(
			'Does not apply: We have no nursery.',
		);
		await expect(school).toContainText('Depth in Year 6');
		await expect(school).toContainText('Item c does not apply: We have no nursery.');
		await expect(hosts.getByText('Say what concerns it')).toHaveCount(1);
	});

	await test.step('everybody of the partnership reads it, and only the quad writes', async () => {
		for (const page of [elsewheres, partners]) {
			await page.goto(group);
			await expect(sentence(page, 'Greater depth in mathematics')).toBeVisible();
			await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
		}
	});

	await test.step('the host takes an item up as a line; what does not apply is not offered', async () => {
		await hosts.goto(`${review}/lines`);
		const looking = section(hosts, 'What Oak looks into');
		await expect(looking).toContainText('Ford school’s own aspect: Depth in Year 6');
		await expect(looking).toContainText('Does not apply to Ford school: We have no nursery.');
		await expect(looking.getByRole('button')).toHaveCount(2);
		await expectGoodPage(hosts);
		await press(looking, /^Take it up.*harder question/);
		const line = hosts.getByRole('listitem').filter({ hasText: 'Line A:' });
		await expect(line).toContainText(question);
		await expect(line.getByText('Item a of Oak: question', { exact: true })).toBeVisible();
		await expect(looking.getByRole('button')).toHaveCount(1);
	});

	await test.step('CSC-8 its lead chooses the data they look at, each once, with why', async () => {
		await leads.goto(group);
		const looking = section(leads, 'Data we look at');
		for (const [measure, pupils, why] of chosenData) {
			const choosing = await unfold(looking, 'Choose data');
			await select(choosing, { Measure: measure, Pupils: pupils });
			await fill(choosing, { Why: why });
			await press(choosing, 'Look at it');
			await expect(
				looking.getByRole('listitem').filter({ hasText: measure }).filter({ hasText: pupils }),
			).toBeVisible();
		}
		const again = await unfold(looking, 'Choose data');
		await select(again, { Measure: chosenData[0][0], Pupils: chosenData[0][1] });
		await fill(again, { Why: 'Twice' });
		await press(again, 'Look at it');
		await expectRefused(field(again, 'Measure'), 'Your group looks at this already, and at these pupils.');
		await expect(field(again, 'Why')).toHaveValue('Twice');
		await expectGoodPage(leads);
	});

	await test.step('CSC-8 the host follows it from the preparation to her school’s figures, and what is taken off is gone', async () => {
		const [[measure, pupils, why], other] = chosenData;
		await hosts.goto(`${review}/prepare`);
		const toLookAt = section(hosts, 'Data Oak looks at');
		await expect(toLookAt.getByRole('listitem')).toHaveText([new RegExp(why), new RegExp(other[0])]);
		await expectGoodPage(hosts);
		await toLookAt.getByRole('link', { name: measure }).click();
		await expect(hosts.getByRole('heading', { level: 1, name: 'Outcomes' })).toBeVisible();
		await expect(field(hosts, 'Measure').locator('option:checked')).toHaveText(measure);
		await expect(field(hosts, 'Pupils').locator('option:checked')).toHaveText(pupils);
		await expect(section(hosts, 'Year by year')).toContainText('DfE');
		const group = hosts.getByRole('navigation', { name: 'What Oak looks at' });
		await expect(group.getByRole('link')).toHaveCount(2);
		await expect(group.locator('[aria-current]')).toContainText(measure);
		await expectGoodPage(hosts);
		await leads.reload();
		await press(section(leads, 'Data we look at'), `Take it off : ${other[0]}, ${other[1]}`);
		await expect(section(leads, 'Data we look at').getByRole('listitem')).toHaveCount(1);
		await hosts.goto(`${review}/lines`);
		await expect(section(hosts, 'Data Oak looks at').getByRole('link')).toHaveCount(1);
	});

	await test.step('what the team finds on it stands by the item', async () => {
		const walk = { title: 'Climate walk', kind: 'Climate walk', starts: '09:30', ends: '11:00' };
		await preparing.schedule(hosts, review, { ...walk, who: [reviewer.name, lead.name], lines: ['A'] });
		await expect(preparing.onTimetable(hosts, walk.title)).toBeVisible();
		await preparing.agreePlan(hosts, review);
		for (const [page, { name }] of [
			[reviewers, reviewer],
			[leads, lead],
		] as const) {
			await preparing.agreeConfidentiality(page, review, name);
			await preparing.takePart(page, review);
		}
		await preparing.takePart(hosts, review);
		const piece = { seen, soWhat: 'They expect to be stretched.', kind: 'Strength', line: 'A' };
		await reviewing.capture(reviewers, review, { ...piece, source: 'Climate walk' }, columns);
		await reviewing.makeFinding(reviewers, review, {
			...{ kind: 'Strength', line: 'A', evidence: [seen] },
			...{ seen: 'Pupils choose a harder question.', effect: 'They learn more in the lesson.' },
		});
		await reviewers.goto(group);
		await expect(atSchool(reviewers, question, 'Ford school')).toContainText('Strength: 1');
		await expectGoodPage(reviewers);
		await reviewers.getByRole('link', { name: 'Who goes deeper?' }).click();
		await expect(reviewers).toHaveURL(`${review}/findings`);
	});

	await test.step('a head who reads the plan and no draft sees that it was taken up; an outside partner sees nothing of it', async () => {
		await elsewheres.goto(group);
		const taken = atSchool(elsewheres, question, 'Ford school');
		await expect(taken).toContainText('Taken up. No findings to read yet.');
		await expect(taken).not.toContainText('Strength');
		await partners.goto(group);
		await expect(atSchool(partners, question, 'Ford school')).toHaveText(/Ford school\s*Nothing to read yet/);
	});

	await test.step('an item that is dropped goes on to say what was found on it', async () => {
		await leads.goto(group);
		const folded = await unfold(leads.getByRole('main'), 'Change or drop item a');
		await press(folded, 'Drop item a');
		await expect(leads.getByText('Dropped since')).toBeVisible();
		await expect(leads.getByText('Change or drop item a')).toHaveCount(0);
		await expect(atSchool(leads, question, 'Ford school')).toContainText('Strength: 1');
	});
});
