import { cast, founder, partnership, schools } from '#test/cast.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { expectRefused, field, fill, press, section, select, tick, unfold } from './people/forms.ts';

test.use({ startAs: 'demo', installation: 'a head who leaves' });

const host = cast.thimbleton.name;
const neighbour = cast.quillington.name;
const school = schools.tumblebrook.name;

test('CEN-13 CSC-18 a school’s need is its own judgement with a day, changes with time, is read by its head and the chair alone, and finds who can share', async ({
	as,
}) => {
	const hosts = await as(host);
	await be(hosts, host);
	const root = (await hosts.getByRole('link', { name: partnership.name }).first().getAttribute('href'))!;
	await hosts.goto(`${root}/schools`);
	await hosts.getByRole('link', { name: school }).click();
	await expect(hosts.getByRole('heading', { name: school, level: 1 })).toBeVisible();
	await hosts.getByRole('link', { name: 'Support' }).last().click();
	await expect(hosts.getByRole('heading', { name: `Support at ${school}` })).toBeVisible();
	const page = new URL(hosts.url()).pathname;
	const needs = section(hosts, 'What we need');
	await expect(needs).toContainText('Much.');
	await expect(needs.getByRole('link', { name: schools.fernmarsh.name })).toBeVisible();
	await expectGoodPage(hosts);

	const form = await unfold(needs, 'Say it anew');
	await select(form, { 'And then': 'Writing' });
	await press(form, 'Save it with today’s date');
	await expectRefused(field(form, 'And then'), 'Choose each of them once.');
	await select(form, { 'And then': 'Mathematics' });
	await tick(form, { 'How much support you need now': 'Some' });
	await fill(form, { 'In your own words': 'Writing goes better; numbers do not yet.' });
	await press(form, 'Save it with today’s date');
	await expect(needs).toContainText('Some. Writing, then Mathematics. Writing goes better');
	await expect(needs.getByRole('link', { name: schools.larkspindle.name })).toBeVisible();
	await unfold(needs, 'What was said before (1)');
	await expect(needs).toContainText('Two of three teachers are new.');

	const neighbours = await as(neighbour);
	await be(neighbours, neighbour);
	await neighbours.goto(page);
	await expect(section(neighbours, 'What we can share')).toBeVisible();
	await expect(neighbours.getByText('Writing goes better')).toHaveCount(0);
	await expect(section(neighbours, 'What we need')).toHaveCount(0);
	const chairs = await as('the chair of support');
	await be(chairs, cast[founder].name);
	await chairs.goto(page);
	await expect(section(chairs, 'What we need')).toContainText('Writing goes better');

	// What a school can share is for all to read.
	const offering = await unfold(section(hosts, 'What we can share'), 'Offer something');
	await select(offering, { 'In which theme': 'Curriculum' });
	await fill(offering, {
		'What others can learn from you': 'One enquiry a term through all <b>subjects</b> 🌱',
		'Days a term that you can give': 'many',
	});
	await press(offering, 'Offer it');
	await expectRefused(field(offering, 'Days a term that you can give'), 'Give a whole number');
	await fill(offering, { 'Days a term that you can give': '1' });
	await offering.getByLabel('You are welcome to visit us').check();
	await press(offering, 'Offer it');
	await expect(hosts.getByText('One enquiry a term through all <b>subjects</b> 🌱')).toBeVisible();
	await neighbours.reload();
	await expect(section(neighbours, 'What we can share')).toContainText('A day a term.');
	await press(hosts, /^Take it back.*Curriculum/);
	await expect(hosts.getByText('One enquiry a term')).toHaveCount(0);
});
