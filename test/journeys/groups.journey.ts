import type { Cookie, Page } from '@playwright/test';
import { expectNoAxeViolations } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { linkIn, nextLetter } from './mail.ts';
import * as agreeing from './people/agreeing.ts';
import {
	acceptInvitation,
	behindTheScenes,
	sessionOfTheFirst,
	somebody,
	type Somebody,
} from './people/coming-in.ts';
import { districtSchools } from './people/district-schools.ts';
import * as drafting from './people/drafting.ts';
import { field, press, section } from './people/forms.ts';
import * as founding from './people/founding.ts';
import { proposeReview } from './people/proposing.ts';

test.use({ installation: 'Groups' });
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const chair = somebody('Honor Pellingbrook');
const steering = somebody('Cuthbert Vane');
const oakLead = somebody('Wilhelmina Starling');
const oakOther = somebody('Rufus Applegarth');
const ashLead = somebody('Ingrid Thackeray');
const ashOther = somebody('Barnaby Oxley');
const schools = ['Weir school', 'Ford school', 'Lock school', 'Sluice school'] as const;
const heads = [oakLead, oakOther, ashLead, ashOther] as const;

let session: Cookie[];
let partnership: string;

test.beforeAll('two quads under a steering group, and a protocol', async ({ browser, product }) => {
	test.setTimeout(240_000);
	session = await sessionOfTheFirst(product, browser, chair);
	const page = await behindTheScenes(product, browser, session);
	partnership = await founding.found(page, 'Millrace Schools', 'quad');
	const urns = districtSchools('Braintree', schools.length, []);
	for (const [index, name] of schools.entries())
		await founding.addSchool(page, partnership, { urns: [urns[index]!], name });
	await founding.publishProtocol(page, partnership, 'Consortium of quads with a steering group');
	await founding.invite(page, partnership, steering, 'Member of the steering group');
	for (const [index, who] of heads.entries())
		await founding.invite(page, partnership, who, 'Headteacher', schools[index]!);
	await founding.formGroup(page, partnership, 'Oak', schools.slice(0, 2));
	await founding.formGroup(page, partnership, 'Ash', schools.slice(2));
	await founding.chooseLead(page, partnership, 'Oak', oakLead.name);
	await founding.chooseLead(page, partnership, 'Ash', ashLead.name);
	await page.context().close();
});

/** Each in a browser of their own; the chair is signed in already, others come by their letter the first time. */
const people = async (
	as: (name: string) => Promise<Page>,
	product: Parameters<typeof acceptInvitation>[0],
) => {
	const come = async (who: Somebody) => {
		const page = await as(who.name);
		if (who === chair) await page.context().addCookies(session);
		else if (sessions.has(who.name)) await page.context().addCookies(sessions.get(who.name)!);
		else {
			await acceptInvitation(product, page, who);
			sessions.set(who.name, await page.context().cookies());
		}
		return page;
	};
	return {
		chairs: await come(chair),
		steerings: await come(steering),
		oakLeads: await come(oakLead),
		oakOthers: await come(oakOther),
		ashLeads: await come(ashLead),
	};
};
const sessions = new Map<string, Cookie[]>();

const common = 'Tell all staff why and how we review';
const oaks = 'Tell staff, governors and parents why and how we review';

test('CSC-6 a group adapts the protocol, may not drop what all keep, is asked and sent back, approved by another, and its heads agree to what holds for them', async ({
	as,
	product,
}) => {
	const { chairs, steerings, oakLeads, oakOthers, ashLeads } = await people(as, product);
	let draft: string;

	await test.step('heads agree to the partnership’s version', async () => {
		await founding.agreeProtocol(oakLeads, partnership, oakLead.name);
		await founding.agreeProtocol(oakOthers, partnership, oakOther.name);
		await founding.agreeProtocol(ashLeads, partnership, ashLead.name);
	});

	await test.step('the lead, and nobody of another group, begins to adapt it; two presses are one draft', async () => {
		await ashLeads.goto(`${partnership}/protocol`);
		await expect(ashLeads.getByRole('button', { name: 'Adapt it for Ash' })).toBeVisible();
		await expect(ashLeads.getByRole('button', { name: 'Adapt it for Oak' })).toHaveCount(0);
		await oakOthers.goto(`${partnership}/protocol`);
		await expect(oakOthers.getByRole('button', { name: /^Adapt it/ })).toHaveCount(0);
		const second = await oakLeads.context().newPage();
		await second.goto(`${partnership}/protocol`);
		draft = await drafting.adapt(oakLeads, partnership, 'Oak');
		await press(second, 'Adapt it for Oak');
		await expect(second).toHaveURL(draft);
		await second.close();
		await steerings.goto(draft);
		await expect(steerings.getByRole('heading', { name: 'There’s nothing here for you' })).toBeVisible();
	});

	await test.step('a heading that every group keeps cannot be left out, and comes back by a press', async () => {
		await drafting.write(oakLeads, draft, 'stages', { 'What is to be done': oaks }, common);
		await oakLeads.goto(`${draft}/report`);
		const taking = await drafting.entryCalled(oakLeads, 'Questions to follow up');
		await press(taking, /^Take away\s*: Questions to follow up/);
		await expect(taking).toHaveCount(0);
		await oakLeads.goto(draft);
		const inTheWay = section(oakLeads, 'What stands in the way');
		await expect(inTheWay).toContainText('Every group keeps the heading ‘Questions to follow up’.');
		await field(oakLeads, 'What changes, and why?').fill('We tell more people.');
		await press(oakLeads, 'Put it forward');
		await expect(oakLeads.getByText('One thing stands in the way')).toBeVisible();
		await expect(field(oakLeads, 'What changes, and why?')).toHaveValue('We tell more people.');
		await press(inTheWay, /^Put it back\s*: The report/);
		await expect(inTheWay).toHaveCount(0);
		await expect(section(oakLeads, 'What would change')).toContainText('governors and parents');
		await expect(section(oakLeads, 'What would change')).not.toContainText('Questions to follow up');
	});

	await test.step('put forward with its reason; it is not changed under those who read it', async () => {
		const stale = await oakLeads.context().newPage();
		await stale.goto(`${draft}/stages`);
		await drafting.putForward(oakLeads, draft, 'Parents ask us what those visitors are looking at.');
		await press(stale, 'Save');
		await expect(stale.getByText('This is put forward. Take it back before you change it.')).toBeVisible();
		await stale.close();
		await expect(oakLeads.getByRole('button', { name: 'Approve' })).toHaveCount(0);
		await oakOthers.goto(draft);
		await expect(oakOthers.getByText('Parents ask us what those visitors')).toBeVisible();
		await expect(oakOthers.getByRole('button', { name: /^(Approve|Send it back)$/ })).toHaveCount(0);
	});

	await test.step('the steering group asks, and sends it back with the reason', async () => {
		await drafting.ask(steerings, draft, 'Who writes to the parents?');
		await steerings.goto(draft);
		await press(steerings, 'Send it back');
		await expect(steerings.getByText('Say why.').first()).toBeVisible();
		await drafting.decide(steerings, draft, 'Send it back', 'Say who writes, so that it is one letter.');
		await expect(steerings.getByText(`Sent back by ${steering.name}`)).toBeVisible();
	});

	await test.step('the lead answers, changes it and puts it forward again; another approves', async () => {
		await oakLeads.goto(draft);
		await expect(oakLeads.getByText('Say who writes, so that it is one letter.')).toBeVisible();
		await drafting.answer(oakLeads, draft, 'Each head, in words we agree.');
		await drafting.write(
			oakLeads,
			draft,
			'stages',
			{ Checklist: 'Each head writes to parents, in the words of the group' },
			oaks,
		);
		await drafting.putForward(oakLeads, draft, 'Now it says who writes.');
		await drafting.decide(steerings, draft, 'Approve', 'Good. Tell us in summer how it went.');
		await expect(steerings).toHaveURL(`${partnership}/protocol`);
		await expect(section(steerings, 'How each quad reviews')).toContainText('Oak: a way of its own');
		await steerings.goBack();
		await expect(steerings.getByText('Over', { exact: true })).toBeVisible();
	});

	await test.step('its heads, and no others, are asked to agree to what holds for them', async () => {
		for (const [page, who] of [
			[oakLeads, oakLead],
			[oakOthers, oakOther],
		] as const) {
			await page.goto('/home');
			await section(page, 'To agree')
				.getByRole('link', { name: 'Agree to version 1 of the protocol, with what Oak does otherwise' })
				.click();
			const otherwise = section(page, 'What Oak does otherwise');
			await expect(otherwise).toContainText(oaks);
			await expect(otherwise).toContainText(common);
			if (page === oakOthers) continue;
			await expectNoAxeViolations(page);
			await agreeing.nameField(page).fill(who.name);
			await press(page, /^We agree to version 1 of the protocol, with what Oak does otherwise/);
			await expect(agreeing.nameField(page)).toHaveCount(0);
		}
		await ashLeads.goto('/home');
		await expect(section(ashLeads, 'To agree').getByRole('link', { name: /protocol/ })).toHaveCount(0);
	});

	await test.step('everybody sees it, and the reminder says it', async () => {
		await chairs.goto(`${partnership}/agreements`);
		await expect(agreeing.standingOf(chairs, schools[0])).toContainText('with what Oak does otherwise');
		await expect(agreeing.standingOf(chairs, schools[1])).toContainText('before its group’s change');
		await expect(agreeing.standingOf(chairs, schools[2])).toContainText(`agreed ${ashLead.name}`);
		await press(chairs, 'Remind those who have not');
		const letter = await nextLetter(product, oakOther.email, { subject: /please read and agree/ });
		expect(letter.body).toContain('version 1 of the protocol, with what Oak does otherwise, for Ford school');
		expect(linkIn(letter)).toBe(`${product.origin}${partnership}/agreements`);
	});

	await test.step('a review in the group follows its way, and one elsewhere does not', async () => {
		const here = await proposeReview(oakLeads, partnership, {
			host: schools[0],
			focus: 'Reading',
			ahead: 30,
		});
		const there = await proposeReview(ashLeads, partnership, {
			host: schools[2],
			focus: 'Reading',
			ahead: 30,
		});
		await oakLeads.goto(here);
		await expect(oakLeads.getByText(oaks).first()).toBeVisible();
		await expect(oakLeads.getByText(common)).toHaveCount(0);
		await ashLeads.goto(there);
		await expect(ashLeads.getByText(common).first()).toBeVisible();
		await expect(ashLeads.getByText(oaks)).toHaveCount(0);
	});
});

test('CSC-4 CSC-6 a draft is talked over by heads and decided with its reason; a group’s draft that it overtakes is taken along, and one name agrees to both', async ({
	as,
	product,
}) => {
	const { chairs, oakLeads, oakOthers, ashLeads } = await people(as, product);
	const ashDraft = await drafting.adapt(ashLeads, partnership, 'Ash');
	await drafting.write(ashLeads, ashDraft, 'day', { 'It ends at': '15:15' });
	await drafting.putForward(ashLeads, ashDraft, 'Our buses go at half past three.');
	const draft = await drafting.change(chairs, partnership);

	await test.step('it is the chair’s until it is put forward; then heads ask, and are answered', async () => {
		await drafting.write(chairs, draft, 'day', { 'The day starts at': '08:15' });
		await oakOthers.goto(draft);
		await expect(oakOthers.getByRole('heading', { name: 'There’s nothing here for you' })).toBeVisible();
		await drafting.putForward(chairs, draft, 'Trial reviews were short of half an hour in the morning.');
		await drafting.ask(oakOthers, draft, 'May a school with a breakfast club begin later?');
		await drafting.answer(chairs, draft, 'Its group may: the day is left to groups.');
		await oakOthers.goto(draft);
		await expect(section(oakOthers, 'Questions and answers')).toContainText('Its group may');
		await expect(oakOthers.getByRole('button', { name: /^Publish/ })).toHaveCount(0);
	});

	await test.step('what was decided, and why, stays with the version', async () => {
		const other = await chairs.context().newPage();
		await other.goto(draft);
		await drafting.decide(
			chairs,
			draft,
			'Publish version 2',
			'From spring, as eleven of twelve heads wished.',
		);
		await expect(chairs).toHaveURL(`${partnership}/protocol`);
		await other.getByLabel(/^What was decided, and why\?/).fill('Once more.');
		await press(other, 'Publish version 2');
		await expect(other.getByText('This draft is over.')).toBeVisible();
		await other.close();
		await oakOthers.goto(`${partnership}/protocol/versions/2`);
		await expect(section(oakOthers, 'What was decided')).toContainText('eleven of twelve heads');
		await expect(section(oakOthers, 'Questions and answers')).toContainText('breakfast club');
		await expect(section(oakOthers, 'Questions and answers')).toContainText('Its group may');
	});

	await test.step('Oak’s change went along: one name agrees to both', async () => {
		await oakLeads.goto(`${partnership}/protocol`);
		const changed = section(oakLeads, 'What changed since version 1');
		await expect(changed).toContainText('08:15');
		await expect(changed).not.toContainText(oaks);
		await expect(section(oakLeads, 'What Oak does otherwise')).toContainText(oaks);
		await agreeing.nameField(oakLeads).fill(oakLead.name);
		await press(oakLeads, 'We agree to version 2 of the protocol, with what Oak does otherwise');
		await expect(agreeing.nameField(oakLeads)).toHaveCount(0);
		await oakLeads.goto('/home');
		await expect(section(oakLeads, 'To agree').getByRole('link', { name: /protocol/ })).toHaveCount(0);
	});

	await test.step('Ash’s draft says what the newer version changed, and is taken along by a press', async () => {
		await ashLeads.goto(ashDraft);
		const newer = section(ashLeads, 'Version 2 has come out since');
		await expect(newer.locator('ins')).toContainText(['08:15']);
		await expect(newer).toContainText('It goes back to writing');
		await expectNoAxeViolations(ashLeads);
		await press(newer, 'Take this draft along to version 2');
		await expect(newer).toHaveCount(0);
		await expect(ashLeads.getByText('Being written', { exact: true })).toBeVisible();
		const change = section(ashLeads, 'What would change');
		await expect(change.locator('ins')).toHaveCount(1);
		await expect(change.locator('ins')).toContainText('08:15');
		await expect(change.locator('ins')).toContainText('15:15');
		await drafting.putForward(
			ashLeads,
			ashDraft,
			'Our buses go at half past three, and mornings begin earlier.',
		);
	});
});

test('KSA-13 the process sheet compares what two groups do, and makes one way everybody’s', async ({
	as,
	product,
}) => {
	const { chairs, steerings, oakOthers, ashLeads } = await people(as, product);
	await ashLeads.goto(`${partnership}/protocol`);
	const href = await section(ashLeads, 'Being changed').getByRole('link').first().getAttribute('href');
	await drafting.decide(steerings, href!, 'Approve', 'Buses are buses.');
	await expect(steerings).toHaveURL(`${partnership}/protocol`);
	const sheet = `${partnership}/protocol/process-sheet`;

	await test.step('every head reads, part by part, what each does otherwise', async () => {
		await oakOthers.goto(sheet);
		await expect(section(oakOthers, 'The day')).toContainText('15:15');
		await expect(section(oakOthers, 'The day')).toContainText('Oak: as the protocol says.');
		await expect(section(oakOthers, 'What happens when')).toContainText(oaks);
		await expect(section(oakOthers, 'What happens when')).toContainText('Ash: as the protocol says.');
		await expect(section(oakOthers, 'Why')).toContainText('Buses are buses.');
		await expect(oakOthers.getByRole('button', { name: /^Make this everybody’s way/ })).toHaveCount(0);
		await expectNoAxeViolations(oakOthers);
	});

	let draft = '';
	await test.step('the chair takes both over into one draft, and a page from before adds nothing twice', async () => {
		await chairs.goto(sheet);
		// A kind does without that stage, so its new name is read there, too; the part is nobody's own way.
		const kinds = section(chairs, 'Kinds of review');
		await expect(kinds).toContainText('Oak');
		await expect(kinds.getByRole('button')).toHaveCount(0);
		const stale = await chairs.context().newPage();
		await stale.goto(sheet);
		await press(chairs, /everybody’s way\s*: The day, as Ash does it/);
		await expect(chairs).toHaveURL(/\/protocol\/drafts\//);
		draft = new URL(chairs.url()).pathname;
		await press(stale, /everybody’s way\s*: What happens when, as Oak does it/);
		await expect(stale).toHaveURL(new RegExp(draft));
		await stale.close();
		await chairs.reload();
		await expect(section(chairs, 'What would change')).toContainText('15:15');
		await expect(section(chairs, 'What would change')).toContainText(oaks);
	});

	await test.step('what somebody has written in the draft is not overwritten from the sheet', async () => {
		await drafting.write(chairs, draft, 'day', { 'It ends at': '15:45' });
		await chairs.goto(sheet);
		await press(chairs, /everybody’s way\s*: The day, as Ash does it/);
		await expect(chairs.getByText('The partnership’s draft changes ‘The day’ already.')).toBeVisible();
		await drafting.write(chairs, draft, 'day', { 'It ends at': '15:15' });
	});

	await test.step('published, everybody reviews alike', async () => {
		await drafting.decide(chairs, draft, 'Publish version 3', 'One sheet that works for all of us.');
		await expect(chairs).toHaveURL(`${partnership}/protocol`);
		await oakOthers.goto(sheet);
		await expect(oakOthers.getByText('Everybody reviews alike')).toBeVisible();
	});
});
