import type { Page } from '@playwright/test';
import { cast, founder, partnership, schools } from '#test/cast.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { expectRefused, field, fill, press, section, select, tick, unfold } from './people/forms.ts';

test.use({ startAs: 'demo', installation: 'introductions' });

/** The page of a school, found as its head finds it. */
async function openSchool(heads: Page, head: string, school: string): Promise<void> {
	await be(heads, head);
	await heads.getByRole('link', { name: partnership.name }).first().click();
	await heads.getByRole('link', { name: 'Schools', exact: true }).click();
	await expect(heads.getByRole('heading', { name: 'Schools', level: 1, exact: true })).toBeVisible();
	await heads.getByRole('link', { name: school }).first().click();
	await expect(heads.getByRole('heading', { name: school, level: 1 })).toBeVisible();
}

test('NFS-29 what is offered during a review waits on both heads’ Home until they have met', async ({
	as,
}) => {
	const host = cast.applecart.name;
	const hosts = await as(host);
	await openSchool(hosts, host, schools.owlbeck.name);
	await section(hosts, 'Reviews').getByRole('row').nth(1).getByRole('link').click();
	await hosts.getByRole('link', { name: 'Keep what was offered' }).click();
	await expect(hosts.getByRole('heading', { name: 'In touch', level: 1 })).toBeVisible();
	const page = new URL(hosts.url()).pathname;
	await expect(hosts.getByText('They plan the corners of both rooms together now.')).toBeVisible();
	const offer = section(hosts, 'Keep an offer');
	await select(offer, { 'The other school': schools.bramblesea.name });
	await fill(offer, {
		'Who shows or tells': 'the Year 3 teacher <script>',
		'Who learns': 'our new Year 3 teacher',
		'What they meet about': 'Reading aloud, line by line 😀',
		'By when they should have met': '2020-01-10',
	});
	await press(offer, 'Keep it, and tell both heads');
	await expectRefused(field(offer, 'By when they should have met'), 'That day is over.');
	await expect(field(offer, 'What they meet about')).toHaveValue('Reading aloud, line by line 😀');
	const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
	await fill(offer, { 'By when they should have met': soon });
	await press(offer, 'Keep it, and tell both heads');
	await expect(hosts.getByText('Reading aloud, line by line 😀').first()).toBeVisible();
	await expectGoodPage(hosts);

	const neighbour = cast.saltmarrow.name;
	const neighbours = await as(neighbour);
	await be(neighbours, neighbour);
	await section(neighbours, 'Staff to put in touch')
		.getByRole('link', { name: /Our new Year 3 teacher at Owlbeck/ })
		.click();
	await expect(neighbours.getByRole('heading', { name: 'In touch', level: 1 })).toBeVisible();
	await expectGoodPage(neighbours);
	const met = await unfold(
		neighbours.getByRole('listitem').filter({ hasText: 'Reading aloud' }),
		/^They have met/,
	);
	await fill(met, { 'What came of it': 'They read together on Fridays.' });
	await press(met, 'Save it');
	await expect(neighbours.getByText('They read together on Fridays.').first()).toBeVisible();
	await neighbours.goto('/home');
	await expect(neighbours.getByText('Our new Year 3 teacher at Owlbeck')).toHaveCount(0);

	await test.step('R4 nobody else finds it', async () => {
		for (const somebody of [founder, 'marblewood', 'ledgerly', 'tealeaf'] as const) {
			const others = await as(cast[somebody].name);
			await be(others, cast[somebody].name);
			await others.goto(page);
			await expect(others.getByText('Reading aloud')).toHaveCount(0);
			await expect(others.getByText('They read together')).toHaveCount(0);
		}
	});
});

test('CEN-12 schools that wish the same are put in touch once both do, and nobody else learns of it', async ({
	as,
}) => {
	const openInTouch = async (head: string, school: string) => {
		const heads = await as(head);
		await openSchool(heads, head, school);
		await heads.getByRole('link', { name: 'In touch' }).click();
		await expect(heads.getByRole('heading', { name: 'In touch', level: 1 })).toBeVisible();
		return heads;
	};
	const one = await openInTouch(cast.hedgepath.name, schools.marrowfield.name);
	const wish = await unfold(one, 'Say what you work on');
	await select(wish, { 'What you work on': 'Mathematics' });
	await fill(wish, { 'In a sentence': 'Talk in mathematics, from Year 1 on.' });
	await press(wish, 'Put us in touch');
	await expect(one.getByText('No other school has said so yet.')).toBeVisible();

	const other = await openInTouch(cast.applecart.name, schools.owlbeck.name);
	await expect(other.getByText('Talk in mathematics')).toHaveCount(0);
	const wishToo = await unfold(other, 'Say what you work on');
	await select(wishToo, { 'What you work on': 'Mathematics' });
	await press(wishToo, 'Put us in touch');
	await expect(other.getByText('Talk in mathematics, from Year 1 on.')).toBeVisible();
	await expectGoodPage(other);
	const meet = await unfold(
		other.getByRole('listitem').filter({ hasText: 'Talk in mathematics' }),
		/^Have staff meet/,
	);
	await select(meet, { 'The other school': schools.marrowfield.name });
	await tick(meet, { 'Which school shows or tells': 'That school' });
	await fill(meet, {
		'Who shows or tells': 'the mathematics leader',
		'Who learns': 'two Year 2 teachers',
		'What they meet about': 'Lessons with more talk.',
		'By when they should have met': new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10),
	});
	await press(meet, 'Keep it, and tell the other head');
	await expect(other.getByText('Lessons with more talk.').first()).toBeVisible();
	await one.reload();
	await expect(one.getByText('Lessons with more talk.').first()).toBeVisible();
	await press(one, /^Take it back/);
	await expect(one.getByText('Talk in mathematics')).toHaveCount(0);
	await other.reload();
	await expect(other.getByText('Talk in mathematics')).toHaveCount(0);
	await expect(other.getByText('Lessons with more talk.').first()).toBeVisible();
});
