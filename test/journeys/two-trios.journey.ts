import type { Cookie } from '@playwright/test';
import { yearAhead } from '#domain/agenda/readiness/rule.ts';
import { daysBetween } from '#domain/calendar/day.ts';
import { startOf } from '#domain/calendar/school-year.ts';
import { acceptInvitation, behindTheScenes, sessionOfTheFirst, somebody } from './people/coming-in.ts';
import { districtSchools } from './people/district-schools.ts';
import * as drafting from './people/drafting.ts';
import * as editing from './people/editing.ts';
import { expectRefused, field, fill, press, section, select, tick, unfold } from './people/forms.ts';
import * as founding from './people/founding.ts';
import * as preparing from './people/preparing.ts';
import { dayFromToday, proposeReview } from './people/proposing.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';

test.use({ installation: 'two trios' });
test.describe.configure({ timeout: 120_000 });

const chair = somebody('Philippa Wheelwright');
const head = somebody('Jasper Lanyard');
const deputy = somebody('Cordelia Inkstand');
const champion = somebody('Ambrose Haystack');

const schools = ['Mill', 'Forge', 'Quay', 'Common', 'Orchard', 'Ferry'] as const;
const trios = { North: schools.slice(0, 3), South: schools.slice(3) };

const today = dayFromToday(0);
const schoolYear = yearAhead(today);
/** In the autumn term of that year, whatever today is. */
const inAutumn = daysBetween(today, `${startOf(schoolYear)}-11-05`);

let partnership: string;
let session: Cookie[];

test.beforeAll('two trios of neighbouring schools', async ({ browser, product }) => {
	session = await sessionOfTheFirst(product, browser, chair);
	const page = await behindTheScenes(product, browser, session);
	partnership = await founding.found(page, 'Two Trios', 'trio');
	for (const [index, urn] of districtSchools('Uttlesford', schools.length, []).entries())
		await founding.addSchool(page, partnership, {
			urns: [urn],
			name: schools[index]!,
			fromDay: '2020-09-01',
		});
	await founding.publishProtocol(page, partnership, 'Trios, the report finished on the day');
	for (const [name, members] of Object.entries(trios))
		await founding.formGroup(page, partnership, name, members, schoolYear);
	await founding.invite(page, partnership, head, 'Headteacher', 'Quay');
	await founding.invite(page, partnership, deputy, 'Deputy', 'Forge');
	await founding.invite(page, partnership, champion, 'Improvement champion', 'Quay');
	await page.context().close();
});

test('KSA-2 CSC-24 two reviews a term, one in each trio: every head sees how each trio reviews, which has its own with day and focus, what is missing, and what is put off', async ({
	as,
	product,
}) => {
	const chairs = await as(chair.name);
	await chairs.context().addCookies(session);
	const heads = await as(head.name);
	await acceptInvitation(product, heads, head);
	const ready = `${partnership}/groups/ready`;
	const focus = { Mill: 'Do pupils read at home?', Ferry: 'Who speaks in maths?' };

	await test.step('the protocol says so, and neither trio has its review', async () => {
		await heads.goto(`${partnership}/protocol`);
		await expect(heads.getByText('There is one review each term in each group.')).toBeVisible();
		await heads.goto(`${partnership}/groups`);
		await heads.getByRole('link', { name: 'What each has ready' }).click();
		await expect(heads.getByText(`0 of 2 are ready for the autumn term of ${schoolYear}.`)).toBeVisible();
		for (const trio of Object.keys(trios)) {
			const its = section(heads, trio);
			await expect(its).toContainText('It reviews as the partnership does.');
			await expect(its).toContainText(
				'No review in the autumn term has a day. The protocol asks for 1 by then.',
			);
			await expect(its.getByText('No review in the autumn term yet')).toHaveCount(3);
		}
		await expectGoodPage(heads);
	});

	const reviews: string[] = [];
	await test.step('each trio gets its own', async () => {
		for (const host of ['Mill', 'Ferry'] as const) {
			reviews.push(
				await proposeReview(chairs, partnership, {
					host,
					focus: focus[host],
					kind: 'Themed review',
					ahead: inAutumn,
				}),
			);
			await heads.goto(ready);
			await expect(
				heads.getByText(reviews.length === 1 ? '1 of 2 is ready' : '2 of 2 are ready'),
			).toBeVisible();
		}
		const row = section(heads, 'South').getByRole('row', { name: /Ferry/ });
		await expect(row.getByRole('link', { name: focus.Ferry })).toHaveAttribute('href', reviews[1]!);
		await expect(row.locator('time')).toHaveAttribute('datetime', new RegExp(`^${startOf(schoolYear)}-1`));
		await expect(section(heads, 'South').getByText('Ready', { exact: true })).toBeVisible();
	});

	await test.step('the steering group’s next meeting stands above them once it is called', async () => {
		await expect(heads.getByText(/steering group next meets/)).toHaveCount(0);
		const day = dayFromToday(10);
		await chairs.goto(`${partnership}/meetings`);
		const adding = await unfold(chairs, 'Call a meeting');
		await select(adding, { 'Who meets': 'The steering group' });
		await fill(adding, { Day: day });
		await press(adding, 'Call the meeting');
		await expect(chairs.getByRole('heading', { name: 'Steering group' })).toBeVisible();
		await heads.goto(ready);
		const next = heads.getByText(/steering group next meets on/);
		await expect(next.locator(`time[datetime="${day}"]`)).toBeVisible();
	});

	await test.step('one that is put off leaves its trio without', async () => {
		await chairs.goto(reviews[0]!);
		const folded = await unfold(chairs, 'Put off or call off this review');
		await tick(folded, { 'What happens': 'Put off: it is not right for the school now' });
		await field(folded, 'Why').fill('The roof is being mended.');
		await press(folded, 'Confirm');
		await expect(chairs.getByText('The roof is being mended.').first()).toBeVisible();
		await heads.goto(ready);
		await expect(heads.getByText('1 of 2 is ready')).toBeVisible();
		await expect(section(heads, 'North').getByRole('row', { name: /Mill/ })).toContainText(
			'No new day yet: put off from',
		);
		await expect(section(heads, 'North').getByText('Not ready yet')).toBeVisible();
		await expectGoodPage(heads);
	});
});

test('senior staff and champions join a team where the protocol takes them, and are refused where it does not', async ({
	as,
}) => {
	const page = await as(chair.name);
	await page.context().addCookies(session);
	const review = await proposeReview(page, partnership, {
		host: 'Common',
		focus: 'How do new teachers find their feet?',
		kind: 'Themed review',
		ahead: 20,
	});
	await expect(
		page.getByText(
			'Reviewers of this kind are headteachers, senior leaders and champions of this partnership.',
		),
	).toBeVisible();
	for (const who of [deputy, champion]) await preparing.putOnTeam(page, review, who.name, 'reviewer');
	await expect(
		page.getByText('The team has 0 of at least 2 headteachers beside the host’s own.'),
	).toBeVisible();

	const governors = await proposeReview(page, partnership, {
		host: 'Orchard',
		focus: 'How do governors hear from pupils?',
		kind: 'Governors’ review',
		ahead: 30,
	});
	await page.goto(governors);
	for (const who of [deputy, champion]) {
		await select(page, { 'Add a person': who.name, As: 'reviewer' });
		await press(page, 'Add to the team');
		await expectRefused(
			field(page, 'Add a person'),
			'By your protocol, reviewers of this kind are governors of this partnership.',
		);
	}
});

test('KSA-7 heads of both trios write down how a review went, and what they will do differently becomes the next protocol', async ({
	as,
	product,
}) => {
	const other = somebody('Eglantine Ropewalk');
	const chairs = await as(chair.name);
	await chairs.context().addCookies(session);
	await founding.invite(chairs, partnership, other, 'Headteacher', 'Forge');
	await founding.invite(chairs, partnership, chair, 'Headteacher', 'Mill');
	await proposeReview(chairs, partnership, {
		host: 'Orchard',
		focus: 'Who asks the questions?',
		kind: 'Themed review',
		ahead: -21,
	});
	const met = 'Meet with both trios on how the review went';
	const differently = 'Improvement champions join the feedback from its start, and we watch fewer lessons.';

	const heads = await as(other.name);
	await acceptInvitation(product, heads, other);
	await test.step('it stands on the agenda of the heads, and a head of the trio that did not review opens it', async () => {
		await chairs.goto(`${partnership}/meetings`);
		const adding = await unfold(chairs, 'Call a meeting');
		await select(adding, { 'Who meets': 'The heads' });
		await fill(adding, { Day: dayFromToday(12) });
		await press(adding, 'Call the meeting');
		await expect(chairs.getByRole('heading', { name: 'Heads’ meeting' })).toBeVisible();
		await heads.goto(new URL(chairs.url()).pathname);
		await expect(heads.getByRole('heading', { name: 'How reviews went' })).toBeVisible();
		await expectGoodPage(heads);
		await heads.getByRole('link', { name: new RegExp(`^${met}\\s*: Orchard$`) }).click();
		await expect(heads.getByText(/These notes are read by .*all heads of the partnership/)).toBeVisible();
	});

	await test.step('subject and process are written down; an open question is asked for again, and nothing is lost', async () => {
		const said = {
			'The subject: what works well and could be shared?': 'Pupils ask one another.',
			'The subject: what could be better?': 'The quiet ones are not asked.',
			'The review: what went well?': 'Two rooms, and time to talk.',
			'The review: what could be better?': 'The day was too full.',
		};
		await fill(heads, said);
		await press(heads, 'Save the notes');
		await expectRefused(field(heads, 'What will we do differently next time?'), /./);
		await expect(field(heads, 'The review: what could be better?')).toHaveValue('The day was too full.');
		await field(heads, 'What will we do differently next time?').fill(differently);
		await press(heads, 'Save the notes');
		await expect(heads.getByText(`Written down by ${other.name}`)).toBeVisible();
		await expectGoodPage(heads);
		await heads.getByRole('link', { name: 'stands beside the protocol, too' }).click();
		await expect(section(heads, 'Said after reviews')).toContainText(differently);
	});

	await test.step('whoever leads finds it beside the draft, and the protocol changes', async () => {
		const draft = await drafting.change(chairs, partnership);
		await expect(section(chairs, 'Said after reviews')).toContainText(differently);
		await expectGoodPage(chairs);
		await editing.openPart(chairs, draft, 'The day');
		await field(chairs, 'Most minutes anybody goes on without a break').fill('150');
		await editing.expectSaved(chairs);
		await editing.publishDraft(chairs, draft, differently);
		await heads.goto(`${partnership}/protocol`);
		await expect(section(heads, 'Versions')).toContainText(differently);
		await expect(section(heads, 'Agreed by')).toBeVisible();
	});
});
