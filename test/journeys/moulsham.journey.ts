import type { Cookie } from '@playwright/test';
import { expectGoodPage } from './harness/accessibility.ts';
import { acceptInvitation } from './people/coming-in.ts';
import * as followingUp from './people/following-up.ts';
import { expectDone, expectNext } from './people/following-up.ts';
import { choices, expectRefused, field, fill, press, section, unfold } from './people/forms.ts';
import {
	chair,
	champion,
	facilitator,
	first,
	foundNetwork,
	host,
	moulsham,
	second,
} from './people/moulsham-network.ts';
import {
	evidence,
	findings,
	focus,
	hostLooksBack,
	lines,
	meeting,
	teamLooksBack,
} from './people/moulsham-review.ts';
import * as preparing from './people/preparing.ts';
import { dayFromToday, proposeReview } from './people/proposing.ts';
import * as reviewing from './people/reviewing.ts';
import { expect, test } from './harness/journey.ts';

test.use({ installation: 'Moulsham' });
test.describe.configure({ timeout: 300_000 });

let partnership: string;
let session: Cookie[];

test.beforeAll('the network with three of its schools and its people', async ({ browser, product }) => {
	({ partnership, session } = await foundNetwork(browser, product));
});

test('KSA-4 KSA-5 CEN-5 CEN-9 CSC-11 NFS-5 NFS-6 NFS-10 NFS-11 NFS-14 HEP-5 Moulsham Junior is reviewed from the invitation to the look-back', async ({
	as,
	product,
}) => {
	const chairs = await as(chair.name);
	await chairs.context().addCookies(session);
	const hosts = await as(host.name);
	const firsts = await as(first.name);
	const seconds = await as(second.name);
	const facilitators = await as(facilitator.name);
	const champions = await as(champion.name);
	for (const [page, who] of [
		[hosts, host],
		[firsts, first],
		[seconds, second],
		[facilitators, facilitator],
		[champions, champion],
	] as const)
		await acceptInvitation(product, page, who);

	let review = '';
	await test.step('the host proposes, with a focus of her own', async () => {
		review = await proposeReview(hosts, partnership, {
			host: moulsham.name,
			focus,
			kind: 'One area',
			why: 'Check that earlier work has lasted',
			from: 'An inspection',
		});
		await expectNext(hosts, review, 'Accept the review and its date');
	});

	await test.step('the chair names the team; the host’s head is not on it', async () => {
		await preparing.putOnTeam(chairs, review, first.name, 'reviewer');
		await expect(chairs.getByText('The external facilitator is not named yet.')).toBeVisible();
		await preparing.putOnTeam(chairs, review, second.name, 'reviewer');
		await preparing.putOnTeam(chairs, review, facilitator.name, 'external facilitator');
		await preparing.putOnTeam(chairs, review, champion.name, 'improvement champion');
	});

	await test.step('the team says yes, and agrees confidentiality before it sees anything', async () => {
		for (const [page, who] of [
			[firsts, first],
			[seconds, second],
			[facilitators, facilitator],
		] as const) {
			await expectNext(page, review, 'Accept the review and its date');
			await preparing.takePart(page, review);
			await expectNext(page, review, 'Agree the confidentiality statement');
			await preparing.agreeConfidentiality(page, review, who.name);
			await expectDone(page, review, 'Agree the confidentiality statement');
		}
		await preparing.agreeConfidentiality(champions, review, champion.name);
	});

	await test.step('they meet, and agree lines, activities and timetable', async () => {
		await expectNext(facilitators, review, 'Meet to settle focus and day');
		await preparing.holdMeeting(hosts, review, { heldOn: dayFromToday(-14), ...meeting });
		await preparing.decide(hosts, review, 'The host joins the learning walk and leaves pupils to the team.');
		for (const [index, question] of lines.entries())
			await preparing.addLine(hosts, review, 'ABC'[index]!, question);

		await preparing.schedule(hosts, review, {
			title: 'Learning walk with heads of year',
			kind: 'Learning walk',
			starts: '09:15',
			ends: '11:00',
			who: [first.name, host.name],
			lines: ['A', 'B'],
		});
		await expect(preparing.onTimetable(hosts, 'Learning walk with heads of year')).toContainText(
			'For lines A, B',
		);
		const books = {
			title: 'Books with pupils',
			kind: 'Book scrutiny',
			starts: '10:30',
			ends: '11:30',
			who: [first.name, second.name],
			lines: ['C'],
		};
		await preparing.schedule(hosts, review, books);
		await expectRefused(
			choices(hosts, 'Who'),
			`${first.name} would be in two places between 10:30 and 11:00: this and Learning walk with heads of year.`,
		);
		await expect(field(hosts, 'What')).toHaveValue(books.title);
		await choices(hosts, 'Who').getByLabel(first.name, { exact: true }).uncheck();
		await press(hosts, 'Add to the timetable');
		await expect(preparing.onTimetable(hosts, books.title)).toContainText(second.name);
		await preparing.agreePlan(facilitators, review);
		await expectDone(facilitators, review, 'Agree the lines of enquiry and the timetable');
	});

	await test.step('nothing is captured before the host has said yes', async () => {
		await firsts.goto(`${review}/day`);
		await expect(firsts.getByText('This opens when host and team have met')).toBeVisible();
		await preparing.takePart(hosts, review);
		await expectDone(hosts, review, 'Accept the review and its date');
	});

	await test.step('two reviewers capture at once, in two columns, pupils in their own words', async () => {
		await expectNext(firsts, review, 'Finish and sign the report');
		await Promise.all([
			(async () => {
				for (const piece of evidence.first) await reviewing.capture(firsts, review, piece);
			})(),
			(async () => {
				for (const piece of evidence.second) await reviewing.capture(seconds, review, piece);
			})(),
		]);
		await firsts.goto(`${review}/day`);
		await expect(section(firsts, 'What the team has').getByRole('article')).toHaveCount(6);
		await expect(
			section(firsts, 'How the lines stand').getByRole('row').filter({ hasText: 'B. ' }),
		).toContainText('One source only');
		await hosts.goto(`${review}/day`);
		await expect(hosts.getByRole('heading', { name: 'There’s nothing here for you' })).toBeVisible();
	});

	await test.step('findings cite evidence; the report gathers them under the protocol’s headings', async () => {
		for (const finding of findings) await reviewing.makeFinding(firsts, review, finding);
		await firsts.goto(`${review}/report`);
		const strengths = section(firsts, 'Strengths');
		await expect(strengths).toContainText(findings[0]!.seen);
		await expect(strengths).toContainText('A pupil, Year 4');
		await expect(section(firsts, 'Areas for development')).toContainText(findings[2]!.seen);
	});

	await test.step('each of the team signs; the host responds; it is published', async () => {
		await reviewing.putUpForSigning(facilitators, review);
		await reviewing.sign(firsts, review, 1);
		await reviewing.sign(facilitators, review, 1);
		await expect(section(facilitators, 'Publish')).toContainText(`Still to sign: ${second.name}`);
		await reviewing.sign(seconds, review, 1);
		await expectDone(firsts, review, 'Finish and sign the report');
		await expectNext(facilitators, review, 'Share the report with those the protocol names');
		await reviewing.publish(facilitators, review);
		await expectNext(hosts, review, 'Respond to the report');
		await reviewing.remark(
			hosts,
			review,
			'Response from the school',
			'We are proud of how far we have come, and begin with marking.',
		);
		await expectDone(hosts, review, 'Respond to the report');
	});

	await test.step('the report is a tagged PDF, for those it was shared with', async () => {
		await expect(hosts.getByRole('link', { name: 'Home' })).toBeVisible();
		const pdf = await hosts.request.get(`${review}/report/report.pdf`);
		expect(pdf.status()).toBe(200);
		expect(pdf.headers()['content-type']).toBe('application/pdf');
		const bytes = (await pdf.body()).toString('latin1');
		expect(bytes.startsWith('%PDF-')).toBe(true);
		expect(bytes).toContain('/StructTreeRoot');
		expect((await champions.request.get(`${review}/report/report.pdf`)).status()).toBe(404);
	});

	await test.step('the champion’s workshop, the host’s actions, and how they go', async () => {
		await expectNext(champions, review, 'Run the follow-up workshop');
		await followingUp.writeUpWorkshop(
			champions,
			review,
			dayFromToday(0),
			'Teachers chose one way of giving feedback that takes less time, and will try it in maths first.',
		);
		await expectDone(champions, review, 'Run the follow-up workshop');
		await expectNext(hosts, review, 'Plan the actions');
		await followingUp.planAction(hosts, review, {
			finding: /Marking is not yet consistent/,
			title: 'Review the feedback policy with heads of year',
			owner: 'Head of Year 5',
			due: dayFromToday(60),
			measure: 'In a book look every class of a year group shows pupils answering their feedback.',
		});
		await expectDone(hosts, review, 'Plan the actions');
		await followingUp.reportProgress(hosts, review, 'The policy is shorter, and Year 5 works with it.');
		await hosts.goto(`${review}/actions`);
		await press(hosts, /^Under way/);
		await expect(hosts.getByText(/Under way, due in/)).toBeVisible();
	});

	await test.step('both sides look back, each before it reads the other; the host closes', async () => {
		await expectNext(hosts, review, 'Look back on the review');
		await hosts.goto(`${review}/look-back`);
		await expect(field(hosts.locator('main'), 'What has been done about the findings?')).toHaveValue(
			/: under way\./,
		);
		await expectGoodPage(hosts);
		await followingUp.lookBack(hosts, review, hostLooksBack);
		await expect(hosts.getByText('You will read what the team wrote once they have answered')).toBeVisible();
		const right = await unfold(hosts.locator('main'), 'Change the answers');
		await fill(right, { 'What has changed or grown since?': 'Year 3 has begun with it.' });
		await press(right, 'Save the answers');
		await expect(
			hosts.getByRole('definition').filter({ hasText: 'Year 3 has begun with it.' }),
		).toBeVisible();
		await firsts.goto(`${review}/look-back`);
		await expect(firsts.getByText('Feedback follows one short policy.')).toHaveCount(0);
		await followingUp.lookBack(firsts, review, teamLooksBack);
		await expect(firsts.getByText('Feedback follows one short policy.')).toBeVisible();
		await firsts.goto(`${partnership}/look-backs`);
		await firsts.getByRole('link', { name: 'What has changed or grown since?' }).click();
		await expect(section(firsts, 'What has changed or grown since?')).toContainText(
			'Year 3 has begun with it.',
		);
		await expectGoodPage(firsts);
		await hosts.goto(`${review}/look-back`);
		await press(await unfold(hosts, 'Close the review'), 'Yes, close it');
		await expect(hosts.getByText('This review is closed')).toBeVisible();
		await expectDone(hosts, review, 'Look back on the review');
	});
});

test('the network’s protocol says who reviews and what is written, and a team is told what it lacks of it', async ({
	as,
}) => {
	const page = await as(chair.name);
	await page.context().addCookies(session);
	await page.goto(`${partnership}/protocol`);
	for (const sentence of [
		'The focus is decided by the host headteacher.',
		'At least three headteachers take part, the host’s own among them.',
		'Every review has an external facilitator.',
		'Every review has an improvement champion.',
		'It is signed by every reviewer, external facilitator and expert.',
	])
		await expect(page.getByText(sentence, { exact: true }).first()).toBeVisible();

	const review = await proposeReview(page, partnership, {
		host: 'First partner',
		focus: 'Is our new approach to writing reaching our most vulnerable pupils?',
		kind: 'One question',
		ahead: 40,
	});
	const lacks = async (...gaps: string[]) =>
		expect(section(page, 'Team').getByText(/^The team has|is not named yet/)).toHaveText(gaps);
	const facilitated = 'The external facilitator is not named yet.';
	const championed = 'The improvement champion is not named yet.';
	await lacks(
		'The team has 0 of at least 2 people.',
		'The team has 0 of at least 2 headteachers beside the host’s own.',
		facilitated,
		championed,
	);
	await preparing.putOnTeam(page, review, facilitator.name, 'external facilitator');
	await preparing.putOnTeam(page, review, host.name, 'reviewer');
	await lacks('The team has 1 of at least 2 headteachers beside the host’s own.', championed);
	await preparing.putOnTeam(page, review, second.name, 'reviewer');
	await lacks(championed);
	await preparing.putOnTeam(page, review, champion.name, 'improvement champion');
	await lacks();
});
