import { cast, schools } from '#test/cast.ts';
import { be } from './people/being.ts';
import { section } from './people/forms.ts';
import { proposeReview } from './people/proposing.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';

test.use({ startAs: 'demo', installation: 'demo' });
test.describe.configure({ timeout: 200_000 });

const [, host] = Object.entries(cast).find(
	([, one]) =>
		'school' in one && one.school === 'fernmarsh' && /^(headteacher|executive head)$/.test(one.role),
)!;

test('NFS-16 at the next pre-review meeting host and team read what has come of the last review, which is not reviewed again', async ({
	as,
}) => {
	const page = await as(host.name);
	await page.goto('/');
	await be(page, host.name);
	const home = (await page.getByRole('link', { name: 'Eight Stiles' }).first().getAttribute('href'))!;
	const review = await proposeReview(page, home, {
		host: schools.fernmarsh.name,
		focus: 'Who speaks in our classrooms?',
		ahead: 60,
	});
	await page.goto(`${review}/prepare`);
	const before = section(page, 'The review before');
	await expect(before).toContainText('Its priorities are not expected to be part of this review.');
	await expect(before.getByRole('link', { name: /^The review of Fernmarsh/ })).toBeVisible();
	await expect(before.getByRole('listitem').first()).toContainText(
		/Under way|Done|Not started|Changed course/,
	);
	await expect(page.getByLabel(/What has come of the last review’s priorities\?/)).toBeVisible();
	await expectGoodPage(page);
});
