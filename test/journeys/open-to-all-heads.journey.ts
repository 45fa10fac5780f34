import type { Cookie, Page } from '@playwright/test';
import { acceptInvitation, sessionOfTheFirst, somebody } from './people/coming-in.ts';
import { press, section } from './people/forms.ts';
import * as founding from './people/founding.ts';
import * as preparing from './people/preparing.ts';
import { proposeReview } from './people/proposing.ts';
import * as reviewing from './people/reviewing.ts';
import { expect, test } from './harness/journey.ts';

test.use({ installation: 'open to all heads' });
test.describe.configure({ timeout: 180_000 });

const chair = somebody('Ottoline Lampblack');
const host = somebody('Barnaby Inglenook');
const reviewer = somebody('Hester Windowsill');
const other = somebody('Cuthbert Doormat');

let partnership: string;
let session: Cookie[];

test.beforeAll('three schools whose protocol hides nothing from heads', async ({ browser, product }) => {
	session = await sessionOfTheFirst(product, browser, chair);
	const context = await browser.newContext({ baseURL: product.origin });
	await context.addCookies(session);
	const page = await context.newPage();
	partnership = await founding.found(page, 'Open Doors', 'quad');
	await founding.addSchool(page, partnership, { urns: [115166], name: 'Terling' });
	await founding.addSchool(page, partnership, { urns: [138901], name: 'Notley Green' });
	await founding.addSchool(page, partnership, { urns: [114939], name: 'Third school' });
	await founding.publishProtocol(page, partnership, 'Consortium of quads with a steering group');
	await founding.invite(page, partnership, host, 'Headteacher', 'Terling');
	await founding.invite(page, partnership, reviewer, 'Headteacher', 'Notley Green');
	await founding.invite(page, partnership, other, 'Headteacher', 'Third school');
	await context.close();
});

test('CSC-16 NFS-24 where the protocol says so, every head reads a report as soon as it is out, and not before', async ({
	as,
	product,
}) => {
	const chairs = await as(chair.name);
	await chairs.context().addCookies(session);
	const [hosts, reviewers, others] = await Promise.all([host, reviewer, other].map(({ name }) => as(name)));
	await acceptInvitation(product, hosts!, host);
	await acceptInvitation(product, reviewers!, reviewer);
	await acceptInvitation(product, others!, other);

	await test.step('values and vision head the protocol, and it says who reads what', async () => {
		await others!.goto(`${partnership}/protocol`);
		const first = section(others!, 'What we want');
		await expect(first).toContainText('No school on its own');
		await expect(first).toContainText('Sharing: Reviews, bids and figures are open to every head among us.');
		await expect(section(others!, 'Who reads what')).toContainText(
			/The report: the review team, the host headteacher and all heads of the partnership/,
		);
	});

	const focus = 'What does greater depth look like here?';
	const review = await proposeReview(chairs, partnership, { host: 'Terling', focus });
	await preparing.putOnTeam(chairs, review, reviewer.name, 'reviewing headteacher');
	await preparing.addLine(hosts!, review, 'A', 'Do pupils choose the harder question?');
	await preparing.takePart(hosts!, review);
	await preparing.agreeConfidentiality(reviewers!, review, reviewer.name);
	await preparing.takePart(reviewers!, review);

	await test.step('the team captures, finds and writes under every heading', async () => {
		const seen = 'Every pupil asked chose the second question.';
		const columns = { seen: 'What was seen', soWhat: 'So what: its effect, a strength, a question' };
		const evidence = { seen, soWhat: 'They expect to be stretched.', source: 'Talking with pupils' };
		await reviewing.capture(reviewers!, review, { ...evidence, kind: 'Strength', line: 'A' }, columns);
		await reviewing.makeFinding(reviewers!, review, {
			kind: 'Strength',
			line: 'A',
			seen: 'Pupils choose the harder question.',
			effect: 'They learn more in the lesson.',
			evidence: [seen],
		});
		await writeEverywhere(reviewers!, review, 'Nothing beyond what stands above.');
	});

	await test.step('until it is published another head finds nothing there', async () => {
		await reviewing.putUpForSigning(reviewers!, review);
		await reviewing.sign(reviewers!, review, 1);
		await expectReport(others!, review, false);
	});

	await test.step('from then on every head reads it, and nobody had to be asked', async () => {
		await reviewing.publish(hosts!, review);
		await expectReport(others!, review, true);
		await expect(others!.getByText('Pupils choose the harder question.')).toBeVisible();
	});
});

/** Writes under each heading of the report in turn. */
async function writeEverywhere(page: Page, review: string, words: string): Promise<void> {
	await page.goto(`${review}/report`);
	const boxes = page.locator('form[action="?/save"]');
	const count = await boxes.count();
	expect(count).toBeGreaterThan(4);
	for (let index = 0; index < count; index++) {
		const box = boxes.nth(index);
		await box.getByRole('textbox').fill(words);
		await press(box, /^Save/);
		await expect(box.locator('[name="version"]')).toHaveValue('1');
	}
}

async function expectReport(page: Page, review: string, reads: boolean): Promise<void> {
	await page.goto(`${review}/report`);
	const title = reads ? 'Report' : 'There’s nothing here for you';
	await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}
