import { cast, partnership, schools, type PersonKey } from '#test/cast.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { choices, expectRefused, field, fill, press, section, select, unfold } from './people/forms.ts';
import { dayFromToday } from './people/proposing.ts';

test.use({ startAs: 'demo', installation: 'events' });

const trio = 'Brook trio';

test('HEP-9 CSC-21 an event is planned, joined until it is full, written up, and follows from a finding that others do not read', async ({
	as,
}) => {
	const person = async (who: PersonKey) => {
		const page = await as(cast[who].name);
		await be(page, cast[who].name);
		return page;
	};
	const host = await person('inkwell');
	const root = `${(await host.getByRole('link', { name: partnership.name }).first().getAttribute('href'))!}/events`;

	const plan = async (title: string, day: string, more: Record<string, string> = {}) => {
		await host.goto(`${root}/plan`);
		await select(host, { 'What kind of event': 'Moderation', 'Who is invited': trio });
		await choices(host, 'Year groups').getByLabel('Year 6').check();
		await fill(host, { 'Its name': title, Day: day, 'What to bring': 'Six books <b>each</b> 😀', ...more });
		await press(host, 'Plan the event');
	};

	await test.step('a head plans it at her school; what cannot be is said by its field, and nothing is lost', async () => {
		await plan('Year 6 writing', dayFromToday(3), { From: '15:00', To: '14:00', 'How many places': 'two' });
		await expectRefused(field(host, 'How many places'), 'Give a whole number of places');
		await fill(host, { 'How many places': '2' });
		await press(host, 'Plan the event');
		await expectRefused(field(host, 'To'), 'It ends after it begins.');
		await expect(field(host, 'What to bring')).toHaveValue('Six books <b>each</b> 😀');
		await fill(host, { To: '16:00' });
		await press(host, 'Plan the event');
		await expect(host.getByRole('heading', { name: 'Year 6 writing' })).toBeVisible();
		await expect(host.getByText('Six books <b>each</b> 😀').first()).toBeVisible();
		await expectGoodPage(host);
	});
	const event = new URL(host.url()).pathname;

	await test.step('heads say who comes; the last place is taken once', async () => {
		const gwen = await person('thimbleton');
		await gwen.goto(root);
		await gwen.getByRole('link', { name: 'Year 6 writing' }).first().click();
		const coming = section(gwen, /^Who comes/);
		await choices(coming, 'Who comes').getByLabel(cast.thimbleton.name).check();
		await fill(coming, { 'How many others': '4' });
		await press(coming, 'Save who comes');
		await expectRefused(field(coming, 'How many others'), '2 places are left.');
		await fill(coming, { 'How many others': '0' });
		await press(coming, 'Save who comes');
		await expect(section(gwen, 'Who comes (1)')).toBeVisible();

		const deputy = await person('tealeaf');
		await deputy.goto(event);
		const tomasz = await person('hedgepath');
		await tomasz.goto(event);
		const third = section(tomasz, /^Who comes/);
		await choices(third, 'Who comes').getByLabel(cast.hedgepath.name).check();
		await press(third, 'Save who comes');
		await expect(section(tomasz, 'Who comes (2)')).toBeVisible();
		await press(deputy, 'I come');
		await expect(deputy.getByText('The last place has been taken.')).toBeVisible();
		await press(gwen, 'I cannot come after all');
		await expect(section(gwen, 'Who comes (1)')).toBeVisible();
		await press(deputy, 'I come');
		await expect(section(deputy, 'Who comes (2)')).toBeVisible();
		await deputy.goto('/home');
		await expect(section(deputy, 'Your events')).toContainText('Year 6 writing');
		await expectGoodPage(deputy);
	});

	await test.step('two who change it at once: one is told, and keeps what they typed', async () => {
		await host.goto(event);
		const organiser = await person('ledgerly');
		await organiser.goto(event);
		const change = async (page: typeof host, bring: string) => {
			const form = await unfold(page.locator('main'), 'Change the event');
			await fill(form, { 'What to bring': bring });
			await press(form, 'Save the change');
		};
		await change(host, 'Eight books');
		await expect(host.getByText('Eight books').first()).toBeVisible();
		await change(organiser, 'Ten books');
		await expect(organiser.getByText('Somebody else changed this event meanwhile')).toBeVisible();
		await expect(field(organiser, 'What to bring')).toHaveValue('Ten books');
	});

	await test.step('those of another group find none of it', async () => {
		for (const who of ['saltmarrow', 'quillington', 'papermoon'] as const) {
			const page = await person(who);
			expect((await page.request.get(event)).status()).toBe(404);
			await page.goto(root);
			await expect(page.getByRole('heading', { name: 'Moderation by year group' })).toBeVisible();
			await expect(page.getByText('Year 6 writing')).toHaveCount(0);
		}
	});

	await test.step('it is called off with a reason', async () => {
		await host.goto(event);
		const off = await unfold(host.locator('main'), 'Call it off');
		await fill(off, { Why: 'Half of us are ill.' });
		await press(off, 'Call the event off');
		await expect(host.getByText('Half of us are ill.')).toBeVisible();
		await host.goto(root);
		await expect(
			host.getByRole('listitem').filter({ hasText: 'Year 6 writing' }).getByText('called off'),
		).toBeVisible();
	});

	await plan('Year 6 reading', dayFromToday(0));
	await expect(host.getByRole('heading', { name: 'Year 6 reading' })).toBeVisible();
	const held = new URL(host.url()).pathname;
	await test.step('what came of it is written up in figures, a name is warned of, and a school says what it takes from it', async () => {
		const cameOfIt = section(host, 'What came of it');
		await fill(cameOfIt, {
			[schools.tumblebrook.name]: '2',
			'Year 6: pieces looked at': '12',
			'Year 6: judgements changed': '13',
			'What was done': 'We read what Callum Fletcher wrote.',
		});
		await press(cameOfIt, 'Save what came of it');
		await expectRefused(field(cameOfIt, 'Year 6: judgements changed'), 'No more judgements changed');
		await fill(cameOfIt, { 'Year 6: judgements changed': '3' });
		await press(cameOfIt, 'Save what came of it');
		await expect(cameOfIt).toContainText('12 pieces looked at, 3 judgements changed');
		await expect(cameOfIt).toContainText('“Callum Fletcher” looks like a first name and a surname');
		await expectGoodPage(host);

		const gwen = await person('thimbleton');
		await gwen.goto(held);
		const taken = section(gwen, 'What schools take from it');
		const form = await unfold(taken, `Say what ${schools.tumblebrook.name} takes from it`);
		await fill(form, { [`What ${schools.tumblebrook.name} takes from it`]: 'We read aloud more.' });
		await press(form, 'Save');
		await expect(taken.getByRole('listitem')).toContainText('We read aloud more.');
		await gwen.goto(root);
		const year = section(gwen, 'Moderation by year group').getByRole('row', { name: /^Year 6/ });
		await expect(year).toContainText(cast.inkwell.name);
	});

	await test.step('its head links a finding of her report; whoever may not read that finding sees nothing of it', async () => {
		await host.goto(held);
		const follows = section(host, 'What it follows from');
		const form = await unfold(follows, 'Link a finding of your own');
		const list = field(form, 'Finding');
		await list.selectOption({ index: 1 });
		await press(form, 'Link the finding');
		const link = follows.getByRole('listitem').getByRole('link');
		await expect(link).toHaveCount(1);
		const words = (await link.textContent())!;
		await link.click();
		await expect(section(host, 'Events that follow from it')).toContainText('Year 6 reading');
		await expectGoodPage(host);
		await host.getByRole('link', { name: 'Plan a lesson study or observation from it' }).click();
		await expect(host.getByText(words.slice(0, 40)).first()).toBeVisible();
		await expect(field(host, 'What kind of event')).toHaveValue('lesson study');
		await expect(field(host, 'Its name')).toHaveValue('');
		await expectGoodPage(host);
		const gwen = await person('thimbleton');
		await gwen.goto(held);
		await expect(section(gwen, 'What came of it')).toBeVisible();
		await expect(gwen.getByText(words.slice(0, 40))).toHaveCount(0);
	});
});

test('CEN-4 each group reads which of them leads a research project or a conference this year, and which leads none', async ({
	as,
}) => {
	const hosts = await as('who leads research');
	await be(hosts, cast.inkwell.name);
	const root = `${(await hosts.getByRole('link', { name: partnership.name }).first().getAttribute('href'))!}/events`;
	const ledBy = (page: typeof hosts, group: string) =>
		section(page, 'Research and conferences by trio').getByRole('row', { name: new RegExp(`^${group}`) });

	await hosts.goto(root);
	await expect(ledBy(hosts, trio)).toContainText('None yet');
	await hosts.goto(`${root}/plan`);
	await select(hosts, {
		'What kind of event': 'Research project',
		'Who is invited': 'All schools of the partnership',
	});
	await fill(hosts, { 'Its name': 'Talk before writing', Day: dayFromToday(4) });
	await press(hosts, 'Plan the event');
	await expect(hosts.getByRole('heading', { name: 'Talk before writing' })).toBeVisible();

	for (const who of ['inkwell', 'saltmarrow'] as const) {
		const page = await as(`${cast[who].name} reads what is led`);
		await be(page, cast[who].name);
		await page.goto(root);
		await expect(ledBy(page, trio)).toContainText('Research project: Talk before writing');
		await expect(ledBy(page, 'Harbour trio')).toContainText('None yet');
		await expectGoodPage(page);
	}
});
