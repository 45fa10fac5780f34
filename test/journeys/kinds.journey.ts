import type { Cookie, Page } from '@playwright/test';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { acceptInvitation, sessionOfTheFirst, somebody, type Somebody } from './people/coming-in.ts';
import { stageOf } from './people/course.ts';
import { expectNext } from './people/following-up.ts';
import { choices, expectRefused, field, fill, press, section, select, unfold } from './people/forms.ts';
import * as founding from './people/founding.ts';
import { prepareAll, twoSchools } from './people/kinds.ts';
import * as preparing from './people/preparing.ts';
import { dayFromToday, fillProposal, proposeReview } from './people/proposing.ts';
import * as reviewing from './people/reviewing.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';

test.use({ installation: 'kinds of review' });
test.describe.configure({ timeout: 300_000 });

const chair = somebody('Isolde Weathervane');
let session: Cookie[];

test.beforeAll('the first person comes in', async ({ browser, product }) => {
	session = await sessionOfTheFirst(product, browser, chair);
});

const chairsPage = async (as: (name: string) => Promise<Page>): Promise<Page> => {
	const page = await as(chair.name);
	await page.context().addCookies(session);
	return page;
};

/** What the list of people offers under a heading of its own, or above all headings. */
const offered = (page: Page, name: string) =>
	field(page, 'Add a person').locator('> option').filter({ hasText: name });
const offeredOtherwise = (page: Page, name: string) =>
	field(page, 'Add a person').locator('optgroup[label^="Not as"] option').filter({ hasText: name });

async function refusedAsReviewer(page: Page, name: string, why: string): Promise<void> {
	await select(page, { 'Add a person': name, As: /^review/ });
	await press(page, 'Add to the team');
	await expectRefused(field(page, 'Add a person'), why);
}

test('KSA-11 governors review governors and senior leaders a senior team; a headteacher reviews neither', async ({
	as,
	product,
}) => {
	const host = somebody('Horatio Lychgate');
	const head = somebody('Beatrix Stepstone');
	const governor = somebody('Ambrose Signpost');
	const second = somebody('Lavinia Milepost');
	const deputy = somebody('Crispin Towngate');
	const page = await chairsPage(as);
	const partnership = await twoSchools(page, 'Governing trios', 'Trios, the report finished on the day', [
		{ who: host, role: 'Headteacher', school: 'Terling' },
		{ who: head, role: 'Headteacher', school: 'Notley Green' },
		{ who: governor, role: 'Governor', school: 'Notley Green' },
		{ who: second, role: 'Governor', school: 'Notley Green' },
		{ who: deputy, role: 'Deputy', school: 'Notley Green' },
	]);

	const review = await proposeReview(page, partnership, {
		host: 'Terling',
		focus: 'Do governors know how pupils with little money do?',
		kind: 'Governors’ review',
	});
	await expect(page.getByText('Reviewers of this kind are governors of this partnership.')).toBeVisible();
	await expect(offered(page, governor.name)).toHaveCount(1);
	await expect(offered(page, head.name)).toHaveCount(0);
	await expect(offeredOtherwise(page, head.name)).toHaveCount(1);
	await refusedAsReviewer(
		page,
		head.name,
		'By your protocol, reviewers of this kind are governors of this partnership.',
	);
	await expectGoodPage(page);
	for (const who of [governor, second]) await preparing.putOnTeam(page, review, who.name, 'reviewer');

	const hosts = await as(host.name);
	await acceptInvitation(product, hosts, host);
	const team: { page: Page; who: Somebody }[] = [];
	for (const who of [governor, second]) {
		const theirs = await as(who.name);
		await acceptInvitation(product, theirs, who);
		await expectNext(theirs, review, 'Accept the review and its date');
		team.push({ page: theirs, who });
	}
	await prepareAll(review, hosts, team, {
		line: 'What do governors ask about the money for disadvantage?',
		activity: {
			title: 'Minutes of the last year',
			kind: 'Data analysis',
			starts: '09:30',
			ends: '10:30',
			who: [governor.name],
			lines: ['A'],
		},
	});
	const seen = 'Minutes show two questions on how the money was spent.';
	await reviewing.capture(
		team[0]!.page,
		review,
		{
			seen,
			soWhat: 'Governors ask, and follow it up.',
			source: 'Plans and policies',
			kind: 'Strength',
			line: 'A',
		},
		{ seen: 'What we saw or heard', soWhat: 'So what?' },
	);

	await test.step('a senior team is reviewed by senior leaders', async () => {
		const other = await proposeReview(page, partnership, {
			host: 'Terling',
			focus: 'How do senior leaders share the load?',
			kind: 'Senior team review',
			ahead: 30,
		});
		await refusedAsReviewer(
			page,
			head.name,
			'By your protocol, reviewers of this kind are senior leaders of this partnership.',
		);
		await preparing.putOnTeam(page, other, deputy.name, 'reviewer');
	});
});

test('NFS-22 one partnership reviews another: its own heads are refused, a head of the other is asked, says yes and finds the review', async ({
	as,
	product,
}) => {
	const own = somebody('Hyacinth Gatepost');
	const visitor = somebody('Leopold Ferryman');
	const page = await chairsPage(as);
	const family = 'Family with independent chair and full protocol';
	await twoSchools(page, 'The visiting family', family, [
		{ who: visitor, role: 'Headteacher', school: 'Notley Green' },
	]);
	const visited = await twoSchools(page, 'The visited family', family, [
		{ who: own, role: 'Headteacher', school: 'Notley Green' },
	]);
	const review = await proposeReview(page, visited, {
		host: 'Terling',
		focus: 'Do all our schools teach reading in the same way?',
		kind: 'Partnership to partnership',
	});
	await expect(page.getByText(/Reviewers of this kind are .* of another partnership/)).toBeVisible();
	await refusedAsReviewer(page, own.name, 'another partnership');
	await expect(offered(page, visitor.name)).toHaveCount(1);
	await preparing.putOnTeam(page, review, visitor.name, 'reviewer');

	const visitors = await as(visitor.name);
	await acceptInvitation(product, visitors, visitor);
	await expectNext(visitors, review, 'Accept the review and its date');
	await preparing.takePart(visitors, review);
	await preparing.agreeConfidentiality(visitors, review, visitor.name);
	await expectGoodPage(visitors);
	// What they know of the partnership visited is this review.
	expect((await visitors.goto(`${visited}/plan`))!.status()).toBe(404);
});

test('CEN-3 from one question to a full mock inspection of two days, with more people and an expert', async ({
	as,
}) => {
	const page = await chairsPage(as);
	const partnership = await twoSchools(page, 'A network of two', 'Network of schools with clusters', []);
	const propose = async (kind: string, focus: string) => {
		await page.goto(`${partnership}/reviews/new`);
		const offer = choices(page, 'Kind of review').locator('.choice', { hasText: kind });
		await expect(offer).toContainText(kind === 'One question' ? 'Usually one day' : 'Usually two days');
		return proposeReview(page, partnership, { host: 'Terling', focus, kind, ahead: 40 });
	};
	const days = async () => {
		const frame = await unfold(section(page, 'About this review'), 'Change focus or day');
		return field(frame, 'How many days').inputValue();
	};

	await propose('One question', 'Why do boys stop reading?');
	expect(await days()).toBe('1');
	await expect(section(page, 'Team')).not.toContainText(/expert is not named yet/);
	await propose('Full mock inspection', 'What would an inspection see?');
	expect(await days()).toBe('2');
	await expect(section(page, 'Team')).toContainText('The team has 0 of at least 4 people.');
	await expect(section(page, 'Team')).toContainText(/expert is not named yet/);
});

test('CSC-10 CSC-12 CSC-22 CSC-28 a word has one meaning for all, read in the protocol and where people write; the same team comes back in summer by several methods; data are gone through in a session, dip by dip', async ({
	as,
	product,
}) => {
	const host = somebody('Rowena Fingerpost');
	const head = somebody('Silas Turnpike');
	const deputy = somebody('Odette Kissinggate');
	const page = await chairsPage(as);
	const partnership = await twoSchools(page, 'Quad of two', 'Consortium of quads with a steering group', [
		{ who: host, role: 'Headteacher', school: 'Terling' },
		{ who: head, role: 'Headteacher', school: 'Notley Green' },
		{ who: deputy, role: 'Deputy', school: 'Notley Green' },
	]);
	await page.goto(`${partnership}/protocol`);
	await expect(
		page.getByText(/^By ‘Greater depth’ we mean: A pupil uses what they have learned/),
	).toBeVisible();

	const focus = 'Who works at greater depth in writing?';
	const first = await proposeReview(page, partnership, { host: 'Terling', focus, ahead: -45 });
	for (const { name } of [head, deputy]) await preparing.putOnTeam(page, first, name, 'reviewer');
	const hosts = await as(host.name);
	await acceptInvitation(product, hosts, host);
	const question = 'Do pupils choose how to write it?';
	await preparing.addLine(hosts, first, 'A', question);
	const team: { page: Page; who: Somebody }[] = [];
	for (const who of [head, deputy]) {
		const theirs = await as(who.name);
		await acceptInvitation(product, theirs, who);
		team.push({ page: theirs, who });
	}

	await test.step('the words are at hand where evidence is written', async () => {
		await preparing.takePart(hosts, first);
		for (const { page: theirs, who } of team) {
			await preparing.takePart(theirs, first);
			await preparing.agreeConfidentiality(theirs, first, who.name);
		}
		const writing = team[0]!.page;
		await writing.goto(`${first}/report`);
		const words = await unfold(writing, 'What our words mean');
		await expect(words).toContainText('It is not the next year’s content early.');
		await expectGoodPage(writing);
	});

	await test.step('a follow-up asks which review it follows, and its team in one press', async () => {
		await hosts.goto(`${partnership}/reviews/new`);
		const summer = { host: 'Terling', focus: 'What has become of greater depth?', kind: 'Follow-up review' };
		await fillProposal(hosts, partnership, summer);
		await field(hosts, 'Day of the review').fill(juneDay());
		await press(hosts, 'Propose it');
		await expectRefused(
			field(hosts, 'The earlier review it follows'),
			'Choose the earlier review of this school that it follows.',
		);
		await expect(field(hosts, 'Focus')).toHaveValue(summer.focus);
		await select(hosts, { 'The earlier review it follows': focus });
		await press(hosts, 'Propose it');
		await expect(hosts).toHaveURL(/\/reviews\/[0-9a-f-]{36}$/);
		const followUp = new URL(hosts.url()).pathname;
		await expect(section(hosts, 'About this review').getByRole('link', { name: focus })).toHaveAttribute(
			'href',
			first,
		);
		await page.goto(followUp);
		await press(page, 'Ask the same team');
		for (const { name } of [head, deputy])
			await expect(section(page, 'Team').getByRole('listitem').filter({ hasText: name })).toBeVisible();
		await expect(page.getByRole('button', { name: 'Ask the same team' })).toHaveCount(0);
		await hosts.goto(`${followUp}/lines`);
		await press(hosts, 'Ask what is ticked again');
		await expect(hosts.getByRole('listitem').filter({ hasText: 'Line A:' })).toContainText(question);
		await expect(section(hosts, 'What the earlier review asked')).toHaveCount(0);
		await hosts.goto(`${followUp}/then-and-now`);
		await expect(section(hosts, question)).toContainText('Then');
		await expect(section(hosts, question)).toContainText('Now');
		await expectGoodPage(hosts);
		await page.goto(first);
		await expect(
			section(page, 'About this review').getByRole('link', { name: summer.focus }),
		).toHaveAttribute('href', followUp);
		await expectGoodPage(page);
		for (const [index, kind] of methods.entries()) {
			const [starts, ends] = [`${9 + index}:00`.padStart(5, '0'), `${9 + index}:50`.padStart(5, '0')];
			const title = `Greater depth, part ${index + 1}`;
			await preparing.schedule(hosts, followUp, {
				title,
				kind,
				starts,
				ends,
				who: [head.name],
				lines: ['A'],
			});
			await expect(preparing.onTimetable(hosts, title)).toContainText(kind);
		}
	});

	await test.step('a desktop review is a joint session, with no visit and no timetable', async () => {
		const session = await proposeReview(hosts, partnership, {
			host: 'Terling',
			focus: 'Where do results dip?',
			kind: 'Desktop data review',
			ahead: 20,
		});
		const rail = hosts.getByRole('navigation', { name: 'Review at Terling' });
		await expect(rail).toContainText('Session');
		await expect(rail).not.toContainText('Day');
		const tabs = hosts.getByRole('navigation', { name: 'Parts of the preparation' });
		await expect(tabs.getByRole('link')).toHaveText(['Overview', 'Meeting']);
		await expect(section(hosts, 'The course of this review')).toContainText('Go through the data together');
		await expect(section(hosts, 'The course of this review')).not.toContainText('timetable');
		await expectGoodPage(hosts);
		await preparing.putOnTeam(page, session, head.name, 'reviewer');
		await refusedAsReviewer(
			page,
			deputy.name,
			'By your protocol, reviewers of this kind are headteachers of this partnership.',
		);

		const held = await stageOf(hosts, goThrough).locator('time').getAttribute('datetime');
		await founding.formGroup(page, partnership, 'Greens', ['Terling', 'Notley Green'], schoolYearName(held!));
		await hosts.goto(`${partnership}/groups`);
		await hosts.getByRole('link', { name: 'What Greens looks into' }).click();
		const choosing = await unfold(section(hosts, 'Data we look at'), 'Choose data');
		await select(choosing, { Measure: 'Reading, expected standard (end of key stage 2)' });
		await press(choosing, 'Look at it');
		await expect(section(hosts, 'Data we look at').getByRole('listitem')).toHaveCount(1);

		const visitor = team[0]!.page;
		for (const theirs of [visitor, hosts]) await preparing.takePart(theirs, session);
		await visitor.goto(session);
		await expect(stageOf(visitor, goThrough).getByRole('link')).toHaveCount(0);
		await preparing.agreeConfidentiality(visitor, session, head.name);
		await stageOf(visitor, goThrough).getByRole('link', { name: goThrough }).click();
		await press(visitor, 'Save the notes');
		await expectRefused(choices(visitor, 'Where do results dip?'), 'Fill in the table.');
		const dip = choices(visitor, 'Row 1');
		await fill(dip, {
			Subject: 'Writing',
			'Group of pupils': 'Disadvantaged pupils',
			'What the figures show': 'Nine points below those of last year',
		});
		await press(visitor, 'Save the notes');
		await expect(visitor.getByText(/^Written down by/)).toContainText(head.name);

		await hosts.goto(session);
		await stageOf(hosts, goThrough).getByRole('link', { name: goThrough }).click();
		await expect(
			section(hosts, 'Data Greens looks at').getByRole('link', { name: /^Reading, expected standard/ }),
		).toBeVisible();
		await expectGoodPage(hosts);
		await fill(choices(hosts, 'Row 1'), {
			'How the head explains it': 'A third of them came during the year.',
			'What is done about it': 'Each is heard read by the same adult every day.',
		});
		await press(hosts, 'Save the notes');
		const kept = hosts.getByRole('definition').filter({ hasText: 'Writing' });
		for (const words of ['Disadvantaged pupils', 'A third of them', 'heard read'])
			await expect(kept).toContainText(words);
		const address = new URL(hosts.url()).pathname;
		await page.goto(address);
		await expect(page.getByRole('heading', { name: 'There’s nothing here for you' })).toBeVisible();
	});
});

const goThrough = 'Go through the data together';
const methods = [
	'Data analysis',
	'Book scrutiny, this year’s beside last year’s',
	'Climate walk',
	'Pupil perception',
	'Staff perception',
	'Learning observation',
];

/** A Tuesday to Thursday in the middle of the next June. */
function juneDay(): string {
	const today = Temporal.PlainDate.from(dayFromToday(0));
	const june = today.with({ month: 6, day: 15 });
	const next = Temporal.PlainDate.compare(june, today) > 0 ? june : june.add({ years: 1 });
	return (next.dayOfWeek > 5 ? next.add({ days: 8 - next.dayOfWeek }) : next).toString();
}
