import type { Cookie, Page } from '@playwright/test';
import { realPartnerships, saffronWalden, type RealMember } from '#test/real-partnerships.ts';
import { acceptInvitation, sessionOfTheFirst, somebody } from './people/coming-in.ts';
import { districtSchools } from './people/district-schools.ts';
import { expectRefused, choices, press, section } from './people/forms.ts';
import * as founding from './people/founding.ts';
import { expect, test } from './harness/journey.ts';

test.use({ installation: 'real partnerships' });
test.describe.configure({ mode: 'serial' });

const founder = somebody('Cordelia Greatcoat');

let session: Cookie[];

test.beforeAll('the first person comes in', async ({ browser, product }) => {
	session = await sessionOfTheFirst(product, browser, founder);
});

for (const real of realPartnerships) {
	const named = real.members.length;
	const size = real.filledUpTo?.schools ?? named;
	const head = somebody(`Head of ${real.name}`);

	test(`KSA-1 ${real.name} is set up with its ${size} members from the register`, async ({ as, product }) => {
		const page = await as(founder.name);
		await page.context().addCookies(session);
		const partnership = await founding.found(page, real.name, real.groupWord);

		for (const member of real.members) await addMember(page, partnership, member);
		if (real.filledUpTo) {
			const { schools, district } = real.filledUpTo;
			const urns = real.members.flatMap((member) => member.schools.map(({ urn }) => urn));
			for (const urn of districtSchools(district, schools - named, urns))
				await founding.addSchool(page, partnership, { urns: [urn] });
		}
		await page.goto(partnership);
		await expect(page.getByText(`${size} members.`)).toBeVisible();

		await founding.publishProtocol(page, partnership, real.preset);
		for (const { name, members } of real.groups) await founding.formGroup(page, partnership, name, members);

		await page.goto(`${partnership}/schools`);
		const first = page.getByRole('rowheader').first().getByRole('link');
		await founding.invite(page, partnership, head, 'Headteacher', (await first.textContent())!);
		const theirs = await as(head.name);
		await acceptInvitation(product, theirs, head);
		await founding.agreeProtocol(theirs, partnership, head.name);
		await expect(section(theirs, 'Agreed by')).toContainText(head.name);
	});
}

test('KSA-1 an infant and a junior school take part as one, each with its own profile and figures, in two trios', async ({
	as,
}) => {
	const page = await as(founder.name);
	await page.context().addCookies(session);
	await page.goto('/home');
	await page.getByRole('link', { name: saffronWalden.name }).first().click();
	await page.getByRole('link', { name: 'Schools', exact: true }).click();
	const row = page.getByRole('row').filter({ hasText: 'Katherine Semar' });
	await expect(row).toContainText('URN 141572');
	await expect(row).toContainText('URN 141574');
	await expect(row).toContainText('Peer review trio 2');

	await page.getByRole('link', { name: 'Katherine Semar', exact: true }).click();
	const infant = section(page, 'Katherine Semar Infant School');
	const junior = section(page, 'Katherine Semar Junior School');
	for (const [school, urn] of [
		[infant, '141574'],
		[junior, '141572'],
	] as const) {
		await expect(school).toContainText(urn);
		await expect(school).toContainText('Number on roll');
		await expect(school).toContainText('Trust');
	}
	const outcomes = section(page, 'Outcomes at Katherine Semar Junior School');
	await expect(outcomes.getByRole('img', { name: /^Reading, writing and maths/ })).toBeVisible();
});

/** Two schools that run as one are found by the name they share; a URN that has changed leads to the present one. */
async function addMember(page: Page, partnership: string, { name, schools }: RealMember): Promise<void> {
	for (const { urn, was } of schools) {
		if (was === undefined) continue;
		await founding.lookFor(page, partnership, String(was));
		await founding.boxOf(page, was).check();
		await press(page, 'Add to the partnership');
		await expectRefused(
			choices(page, 'Tick the school, or the schools that run as one'),
			new RegExp(`${was} has closed\\. Its place was taken by .*\\(${urn}\\)`),
		);
		await founding.boxOf(page, was).uncheck();
		await founding.boxOf(page, urn).check();
		await press(page, 'Add to the partnership');
		await expect(page).toHaveURL(`${partnership}/schools`);
		return;
	}
	const urns = schools.map(({ urn }) => urn);
	await founding.addSchool(page, partnership, { urns, name, ...(urns.length > 1 ? { search: name } : {}) });
}
