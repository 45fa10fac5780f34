import { cast, founder } from '#test/cast.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be, reviewToday } from './people/being.ts';
import { fill, press, section, unfold } from './people/forms.ts';
import * as reviewing from './people/reviewing.ts';

// What is written around the review day, on the review that the demo has under way.

test.use({ startAs: 'demo', installation: 'papers' });

const host = cast.saltmarrow.name;
const reviewer = cast[founder].name;
const read = 'During quiet reading, five children had practice books hidden inside larger ones.';

test('NFS-7 NFS-8 CSC-30 the host sends round the plan, tells staff and pupils in its own words, and who has been told is seen', async ({
	as,
}) => {
	const reviewers = await as(reviewer);
	await be(reviewers, reviewer);
	const review = await reviewToday(reviewers);

	const hosts = await as(host);
	await be(hosts, host);
	await hosts.goto(`${review}/timetable`);
	const plan = await hosts.getByRole('link', { name: /Plan of the day/ }).getAttribute('href');
	const pdf = await hosts.request.get(plan!);
	expect(pdf.headers()['content-type']).toBe('application/pdf');
	expect((await pdf.body()).toString('latin1')).toContain(cast.papermoon.name);

	await hosts.getByRole('link', { name: 'Briefing' }).click();
	await expect(section(hosts, 'Why and how we review')).toContainText('Reviewers do not');
	await expect(section(hosts, 'For staff and governors')).toContainText(cast.papermoon.name);
	const form = await unfold(hosts, 'Put it into your own words');
	await fill(form, { 'For pupils': 'Visitors are coming. Show them what you like to read.' });
	await press(form, 'Keep this note');
	await expect(section(hosts, 'For pupils')).toContainText('Show them what you like to read.');
	const told = await unfold(section(hosts, 'Who has been told'), 'It is done');
	await fill(told, { 'Who has been told': 'All staff and governors' });
	await press(told, 'They have been told');
	await expectGoodPage(hosts);

	await reviewers.goto(`${review}/briefing`);
	await expect(section(reviewers, 'For pupils')).toContainText('Show them what you like to read.');
	await reviewers.goto(review);
	await expect(section(reviewers, 'The course of this review')).toContainText(
		`${host}: All staff and governors`,
	);
});

test('NFS-9 KSA-9 the team speaks from its findings to the head and to all staff, and is told where somebody is named', async ({
	as,
}) => {
	const reviewers = await as(reviewer);
	await be(reviewers, reviewer);
	const review = await reviewToday(reviewers);
	const good = 'Children read what they love. Mrs Larch lets them.';
	const better = 'Practice books are hidden inside larger ones.';
	await reviewing.makeFinding(reviewers, review, {
		...{ kind: 'Strength', seen: good, effect: 'They come back for more.', evidence: [read] },
	});
	await reviewing.makeFinding(reviewers, review, {
		...{ kind: 'Area for development', seen: better, effect: 'Some feel ashamed of them.', evidence: [read] },
	});
	await reviewers.getByRole('link', { name: 'Notes to speak from' }).click();
	const head = section(reviewers, 'To the headteacher and senior leaders');
	const staff = section(reviewers, 'To all staff');
	await expect(head.getByRole('listitem').filter({ hasText: 'We saw' })).toHaveText([
		/Mrs Larch/,
		/hidden inside/,
	]);
	await expect(staff.getByRole('listitem').filter({ hasText: 'We saw' })).toHaveText([/Mrs Larch/]);
	await expect(staff).toContainText('No individual teacher is spoken about');
	await expect(staff).toContainText('“Mrs Larch” looks like a title with a name');

	const form = await unfold(staff, 'Choose what is said, and in which order');
	await form.getByLabel(good).uncheck();
	await form.getByLabel(better).check();
	await fill(form, { 'Anything to add in your own words': 'Thank you for a day among books.' });
	await press(form, 'Save what is said');
	await expect(staff.getByRole('listitem').filter({ hasText: 'We saw' })).toHaveText([/hidden inside/]);
	await expect(staff).toContainText('Thank you for a day among books.');
	await expect(staff).not.toContainText('looks like a title');
	await expectGoodPage(reviewers);
});
