import type { Cookie } from '@playwright/test';
import { readCalendar } from '#test/icalendar.ts';
import { somebody } from './people/coming-in.ts';
import { stageOf, tickStage } from './people/course.ts';
import { field, fill, press, section, select, unfold } from './people/forms.ts';
import { comeIn, gatherFirst } from './people/gathering.ts';
import { expectReads, openTo, thing } from './people/opening.ts';
import * as preparing from './people/preparing.ts';
import { moveReviewToNow, proposeReview } from './people/proposing.ts';
import * as reviewing from './people/reviewing.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { nextLetter } from './mail.ts';

test.use({ installation: 'a family of schools', settings: { INVITATION_WAIT: '1' } });

const chair = somebody('Ottoline Lampblack');
const host = somebody('Barnaby Inglenook');
const teacher = somebody('Tabitha Chalkdust');
const governor = somebody('Rosalind Gavelwood');
const reviewer = somebody('Hester Windowsill');
const champion = somebody('Marigold Hinge');
const facilitator = somebody('Edwin Doorstop');
const other = somebody('Cuthbert Doormat');

let partnership: string;
let session: Cookie[];

test.beforeAll('three schools with an independent chair', async ({ browser, product }) => {
	({ partnership, session } = await gatherFirst(browser, product, chair, {
		name: 'Hearthside Family',
		groupWord: 'trio',
		protocol: 'Family with independent chair and full protocol',
		schools: [
			{ urn: 115166, name: 'Terling' },
			{ urn: 138901, name: 'Notley Green' },
			{ urn: 114951, name: 'Third school' },
		],
		people: [
			{ who: host, role: 'Headteacher', school: 'Terling' },
			{ who: teacher, role: 'Senior leader', school: 'Terling' },
			{ who: governor, role: 'Governor', school: 'Terling' },
			{ who: reviewer, role: 'Headteacher', school: 'Notley Green' },
			{ who: champion, role: 'Improvement champion', school: 'Notley Green' },
			{ who: facilitator, role: 'Independent chair' },
			{ who: other, role: 'Headteacher', school: 'Third school' },
		],
	}));
});

const spokenFeedback = 'Spoken feedback to the headteacher';
const summary = 'Summary for all staff';
const focus = 'What do pupils do when they are stuck?';
const strength = 'Pupils try three things before they ask.';

test('NFS-3 NFS-4 NFS-7 NFS-9 NFS-12 NFS-13 NFS-24 an independent chair keeps to focus, time and report; a plan sent round, feedback to all staff and on no single teacher, thanks, and governors', async ({
	as,
	product,
}) => {
	const chairs = await as(chair.name);
	await chairs.context().addCookies(session);
	const [hosts, teachers, governors, reviewers, champions, facilitators, others] = await comeIn(product, as, [
		host,
		teacher,
		governor,
		reviewer,
		champion,
		facilitator,
		other,
	]);

	await test.step('values and vision head the protocol that everybody reads', async () => {
		await others.goto(`${partnership}/protocol`);
		const first = others.getByRole('main').getByRole('region').first();
		await expect(first.getByRole('heading', { level: 2 })).toHaveText('What we want');
		await expect(first).toContainText('Schools that last by helping each other');
		await expect(first).toContainText('Trust: We give and take support and challenge, and lead together.');
		await expect(first).toContainText('Reviewers do not: Judge or give feedback on a single teacher.');
	});

	const review = await proposeReview(hosts, partnership, { host: 'Terling', focus, ahead: 20 });
	await expect(section(hosts, 'Team')).toContainText('The independent chair is not named yet.');
	await preparing.putOnTeam(chairs, review, facilitator.name, 'independent chair');
	await preparing.putOnTeam(chairs, review, reviewer.name, 'reviewer');
	await preparing.putOnTeam(chairs, review, champion.name, 'improvement champion');
	await preparing.agreeConfidentiality(reviewers, review, reviewer.name);
	await preparing.agreeConfidentiality(facilitators, review, facilitator.name);

	await test.step('the host says who of its staff goes with the reviewer; whoever knows the team sees it, and only the host and who leads say it', async () => {
		await hosts.goto(review);
		await section(hosts, 'Team').getByRole('link', { name: 'Say who of the school goes with whom' }).click();
		await expect(hosts.getByRole('heading', { name: 'Who goes with whom', level: 1 })).toBeVisible();
		await expectGoodPage(hosts);
		const own = section(hosts, `${reviewer.name}, reviewer`);
		const keep = `Keep who goes with ${reviewer.name}`;
		await fill(own, { 'Their post': 'Maths lead' });
		await press(own, keep);
		await expect(own).toContainText('Say whose post it is.');
		await expect(field(own, 'Their post')).toHaveValue('Maths lead');
		await select(own, { 'Somebody with an account at the school': teacher.name });
		await press(own, keep);
		await expect(own).toContainText(`Goes with ${teacher.name}, Maths lead.`);
		const next = section(hosts, `${facilitator.name}, independent chair`);
		await fill(next, { 'Or the name of somebody without one': 'Wendy Ledger' });
		await press(next, `Keep who goes with ${facilitator.name}`);
		await expect(next).toContainText('Goes with Wendy Ledger.');
		await others.goto(review);
		await expect(section(others, 'Team')).toContainText(`Goes with ${teacher.name}, Maths lead`);
		expect((await others.goto(`${review}/pairing`))!.status()).toBe(404);
	});

	await test.step('the plan holds feedback to the head, then to all staff with the champion, and none to single teachers', async () => {
		await preparing.addLine(facilitators, review, 'A', 'What helps a pupil who is stuck?');
		await preparing.schedule(facilitators, review, {
			title: 'Being stuck in Year 4',
			kind: 'Learning observation',
			starts: '09:15',
			ends: '11:00',
			who: [reviewer.name],
			lines: ['A'],
		});
		await expect(preparing.onTimetable(facilitators, 'Being stuck in Year 4')).toContainText(
			`${reviewer.name} with ${teacher.name}, Maths lead`,
		);
		await preparing.schedule(facilitators, review, {
			title: spokenFeedback,
			kind: 'Feedback',
			starts: '14:30',
			ends: '15:15',
			who: [host.name, reviewer.name, facilitator.name],
		});
		await expect(preparing.onTimetable(facilitators, spokenFeedback)).toContainText(host.name);
		await preparing.schedule(facilitators, review, {
			title: summary,
			kind: 'Feedback',
			starts: '15:30',
			ends: '16:00',
			who: [host.name, facilitator.name, champion.name],
		});
		await expect(preparing.onTimetable(facilitators, summary)).toContainText(champion.name);

		await reviewers.goto(review);
		const day = stageOf(reviewers, 'The review');
		await expect(day).toContainText('Spoken feedback to the host headteacher');
		await expect(day).toContainText('Summary for all staff, with the improvement champions there');
		await expect(day).toContainText('No feedback to single teachers');
	});

	await test.step('once agreed it goes round: into calendars, and to the school’s staff and the champion on screen', async () => {
		await preparing.agreePlan(facilitators, review);
		for (const page of [reviewers, facilitators, hosts]) await preparing.takePart(page, review);
		const { calendar } = await nextLetter(product, reviewer.email, {
			subject: /^Changed: Peer review at Terling/,
		});
		expect(clock(readCalendar(calendar!).events[0]!.startDate.toJSDate())).toBe('09:15');

		for (const page of [teachers, champions]) {
			await page.goto(`${review}/timetable`);
			const entries = page.getByRole('main').getByRole('listitem');
			await expect(entries.filter({ hasText: summary })).toContainText('3.30pm to 4pm');
			await expect(entries.filter({ hasText: summary })).toContainText(champion.name);
		}
		await expectReads(others, `${review}/timetable`, 'Timetable', false);
		await expectReads(governors, `${review}/timetable`, 'Timetable', false);
		await tickStage(
			hosts,
			review,
			'Send round the plan for the day; brief staff and pupils',
			'Staff on Monday, pupils in assembly.',
		);
		await teachers.goto(review);
		await expect(stageOf(teachers, 'Send round the plan for the day; brief staff and pupils')).toContainText(
			'pupils in assembly',
		);
	});

	await test.step('the day comes', async () => {
		await moveReviewToNow(hosts, review);
		await preparing.agreePlan(facilitators, review);
		for (const page of [reviewers, facilitators]) await preparing.takePart(page, review);
	});

	await test.step('what the team writes names no teacher, and none of the school’s staff reads it', async () => {
		const columns = { seen: 'What we saw or heard', soWhat: 'So what?' };
		await reviewers.goto(`${review}/day`);
		await expect(reviewers.getByText('Name no pupil and no teacher')).toBeVisible();
		const seen = 'In each of three rooms pupils went to the wall, then to a friend, then to an adult.';
		const soWhat = 'They get going again by themselves.';
		await reviewing.capture(
			reviewers,
			review,
			{ seen, soWhat, source: 'Lesson observation', kind: 'Strength', line: 'A' },
			columns,
		);
		const finding = { line: 'A', evidence: [seen] };
		await reviewing.makeFinding(reviewers, review, {
			...finding,
			kind: 'Strength',
			seen: strength,
			effect: 'Little time is lost.',
		});
		await reviewing.makeFinding(reviewers, review, {
			...finding,
			kind: 'Area for development',
			seen: 'Younger pupils have fewer things to try.',
			effect: 'They wait for an adult.',
		});
		for (const page of [teachers, others, governors]) {
			await expectReads(page, `${review}/day`, 'The day', false);
			await expectReads(page, `${review}/findings`, 'Findings', false);
		}
	});

	await test.step('the report stays with team and host when it is out; that it is out is no secret', async () => {
		await reviewing.writeUnder(
			reviewers,
			review,
			'Questions to think about',
			'What could a wall say in Year 1?',
		);
		await reviewing.writeUnder(
			reviewers,
			review,
			'Comment on the review itself',
			'Time with pupils was well spent.',
		);
		await reviewing.putUpForSigning(facilitators, review);
		await reviewing.sign(reviewers, review, 1);
		await reviewing.sign(facilitators, review, 1);
		await reviewing.publish(hosts, review);
		for (const page of [others, governors, teachers, champions]) {
			await expectReads(page, `${review}/report`, 'Report', false);
			await page.goto(review);
			await expect(page.getByText('The report is published.')).toBeVisible();
		}
	});

	await test.step('thanks are sent, and said to be', async () => {
		await tickStage(reviewers, review, 'Thank everyone who took part', 'A card to the staff room.');
		await hosts.goto(review);
		await expect(stageOf(hosts, 'Thank everyone who took part')).toContainText(reviewer.name);
	});

	await test.step('the head opens the report inside the school: to staff, then to the governors to talk it over', async () => {
		const now = 'The report is read by the review team, the host headteacher';
		await openTo(hosts, review, 'the host’s own staff', {
			by: host.name,
			sentence: `${now} and the host’s own staff.`,
		});
		await expectReads(teachers, `${review}/report`, 'Report', true);
		await expectReads(governors, `${review}/report`, 'Report', false);
		await openTo(hosts, review, 'the host’s governors', {
			by: host.name,
			sentence: `${now}, the host’s own staff and the host’s governors.`,
		});
		const further = await unfold(thing(hosts, 'The report'), 'Open it further');
		await expect(further.getByLabel(/heads of the partnership/)).toHaveCount(0);
		await expectReads(governors, `${review}/report`, 'Report', true);
		await expect(section(governors, 'Strengths')).toContainText(strength);
		await expectReads(others, `${review}/report`, 'Report', false);
		await tickStage(hosts, review, 'Talk over the outcome with governors', 'At the full meeting.');
		await governors.goto(review);
		await expect(stageOf(governors, 'Talk over the outcome with governors')).toContainText(
			'At the full meeting.',
		);
		await expectGoodPage(governors);
	});
});

/** The time on a London clock: '09:15'. */
const clock = (instant: Date): string =>
	instant.toLocaleTimeString('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });

test('what somebody types or unfolds before the scripts arrive stays', async ({ as }) => {
	const page = await as(chair.name);
	await page.context().addCookies(session);
	const beforeScripts = async (address: string, deed: () => Promise<unknown>) => {
		const scripts = Promise.withResolvers<void>();
		await page.route('**/*.js', async (route) => {
			await scripts.promise;
			await route.continue();
		});
		await page.goto(address, { waitUntil: 'domcontentloaded' });
		await deed();
		scripts.resolve();
		await page.waitForLoadState('networkidle');
		await page.unroute('**/*.js');
	};

	const words = 'We open our doors to each other.';
	const passage = page.locator('textarea').first();
	await beforeScripts(`${partnership}/agreements/memorandum/write`, () => passage.fill(words));
	await expect(passage).toHaveValue(words);

	await beforeScripts(`${partnership}/protocol`, () => unfold(page, 'Bring one from a file'));
	await expect(field(page, 'Protocol of another partnership')).toBeVisible();
});
