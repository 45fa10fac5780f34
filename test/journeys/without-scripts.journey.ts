import type { Page } from '@playwright/test';
import { acceptInvitation, beFirst, signIn, somebody } from './people/coming-in.ts';
import { choices, expectRefused, field, press, section, unfold } from './people/forms.ts';
import * as founding from './people/founding.ts';
import * as preparing from './people/preparing.ts';
import { dayFromToday, proposeReview } from './people/proposing.ts';
import * as reviewing from './people/reviewing.ts';
import { watchPage } from './harness/watch.ts';
import { expect, test } from './harness/journey.ts';

test.use({ installation: 'without scripts' });

const chair = somebody('Ottoline Plainpage');
const reviewer = somebody('Magnus Paperclip');

test('CSC-11 without scripts: people sign in, propose a review, prepare it and capture evidence', async ({
	browser,
	product,
	faults,
}, testInfo) => {
	const pages: Page[] = [];
	const withoutScripts = async () => {
		const context = await browser.newContext({ baseURL: product.origin, javaScriptEnabled: false });
		const page = await context.newPage();
		watchPage(page, testInfo, faults);
		pages.push(page);
		return page;
	};
	const chairs = await withoutScripts();
	await beFirst(product, chairs, chair);
	const partnership = await founding.found(chairs, 'Plain Pages Schools', 'trio');
	await field(chairs, 'Name, town, postcode, authority or URN').fill('terling');
	await press(chairs, 'Search');
	await founding.boxOf(chairs, 115166).check();
	await field(chairs, 'Takes part from').fill(dayFromToday(-90));
	await press(chairs, 'Add to the partnership');
	await founding.addSchool(chairs, partnership, { urns: [138901], name: 'Notley Green' });
	await founding.publishProtocol(chairs, partnership, 'Family with independent chair and full protocol');
	await founding.invite(chairs, partnership, reviewer, 'Headteacher', 'Notley Green');
	await founding.invite(chairs, partnership, chair, 'Headteacher', /Terling/);

	const review = await proposeReview(chairs, partnership, {
		host: /Terling/,
		focus: 'Who reads for pleasure?',
	});
	await test.step('what is refused is shown, though the form it is in is folded again', async () => {
		await chairs.goto(review);
		const frame = await unfold(section(chairs, 'About this review'), 'Change focus or day');
		await field(frame, 'Focus').fill('Who reads for pleasure, and where?');
		await field(frame, 'Day of the review').fill('2026-12-25');
		await press(frame, 'Save the change');
		await expect(field(chairs, 'Day of the review')).toBeVisible();
	});

	const champion = somebody('Beatrix Inkstand');
	await founding.invite(chairs, partnership, champion, 'Improvement champion', 'Notley Green');
	const facilitator = somebody('Crispin Foolscap');
	await founding.invite(chairs, partnership, facilitator, 'Independent chair');
	await preparing.putOnTeam(chairs, review, reviewer.name, 'reviewer');
	await preparing.putOnTeam(chairs, review, facilitator.name, 'independent chair');
	await preparing.putOnTeam(chairs, review, champion.name, 'improvement champion');

	const facilitators = await withoutScripts();
	await acceptInvitation(product, facilitators, facilitator);
	await preparing.agreeConfidentiality(facilitators, review, facilitator.name);
	await preparing.takePart(facilitators, review);

	await preparing.addLine(chairs, review, 'A', 'What do children read when nobody asks?');
	await preparing.schedule(chairs, review, {
		title: 'Reading corner',
		kind: 'Reading with children',
		starts: '09:00',
		ends: '09:40',
		who: [reviewer.name],
		lines: ['A'],
	});
	await expect(preparing.onTimetable(chairs, 'Reading corner')).toBeVisible();
	await preparing.agreePlan(chairs, review);
	await preparing.takePart(chairs, review);

	const reviewers = await withoutScripts();
	await reviewers.goto(`${review}/day`);
	await signIn(product, reviewers, reviewer);
	await expect(reviewers).toHaveURL(`${review}/day`);
	await preparing.agreeConfidentiality(reviewers, review, reviewer.name);
	await preparing.takePart(reviewers, review);

	await test.step('what is refused keeps its words and has its sentence by the field', async () => {
		await reviewers.goto(`${review}/day`);
		await field(reviewers, 'What we saw or heard').fill('Two children swapped comics behind the shelf.');
		await press(reviewers, 'Save this evidence');
		await expectRefused(choices(reviewers, 'Where it comes from'), 'Choose where this comes from.');
		await expect(field(reviewers, 'What we saw or heard')).toHaveValue(
			'Two children swapped comics behind the shelf.',
		);
	});
	await reviewing.capture(
		reviewers,
		review,
		{
			seen: 'Two children swapped comics behind the shelf.',
			soWhat: 'They read, and think that it does not count.',
			source: 'Hearing pupils read',
			kind: 'Question',
			line: 'A',
			during: 'Reading corner',
		},
		{ seen: 'What we saw or heard', soWhat: 'So what?' },
	);
	for (const page of pages) await page.context().close();
});
