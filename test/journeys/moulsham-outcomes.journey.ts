import type { Cookie } from '@playwright/test';
import { acceptInvitation } from './people/coming-in.ts';
import { fill, press, section, unfold } from './people/forms.ts';
import { chair, foundNetwork, host, moulsham } from './people/moulsham-network.ts';
import { earlierReviews, ownFigures } from './people/moulsham-review.ts';
import { proposeReview } from './people/proposing.ts';
import { expect, test } from './harness/journey.ts';

test.use({ installation: 'Moulsham’s outcomes' });

let partnership: string;
let session: Cookie[];

test.beforeAll('the network with three of its schools and its people', async ({ browser, product }) => {
	({ partnership, session } = await foundNetwork(browser, product));
});

test('CEN-7 CEN-8 Moulsham’s outcomes: 52 % in 2016 and 72 % in 2017 from the published files beside the school’s own figures, its reviews marked', async ({
	as,
	product,
}) => {
	const chairs = await as(chair.name);
	await chairs.context().addCookies(session);
	for (const { day, focus } of earlierReviews)
		await proposeReview(chairs, partnership, { host: moulsham.name, focus, kind: 'One area', day });

	const page = await as(host.name);
	await acceptInvitation(product, page, host);
	await page.goto(`${partnership}/schools`);
	await page.getByRole('link', { name: moulsham.name }).click();
	await page.getByRole('link', { name: 'All figures' }).click();
	for (const { year, value, pupils, comment } of ownFigures) {
		const form = await unfold(page, 'Add a figure');
		await fill(form, { Year: year, Figure: value, 'How many pupils': pupils, Comment: comment });
		await press(form, 'Add the figure');
		await expect(page.getByRole('listitem').filter({ hasText: comment })).toContainText(year);
	}

	await test.step('the figures side by side, the series broken where the tests changed', async () => {
		const table = (await unfold(page, 'The figures as a table')).getByRole('table');
		const row = (year: string) =>
			table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: year }) });
		await expect(row('2014')).toContainText('68%');
		await expect(row('2015')).toContainText('68%');
		await expect(row('2016').getByRole('cell').filter({ hasText: '52%' })).toHaveCount(2);
		await expect(row('2017').getByRole('cell').filter({ hasText: '72%' })).toHaveCount(2);
		await expect(table.getByRole('columnheader').filter({ hasText: 'before 2016' })).toHaveCount(1);
	});

	await page.getByRole('link', { name: moulsham.name }).click();
	await test.step('the reviews on the chart, and as the school’s story', async () => {
		for (const { marked, focus } of earlierReviews) {
			await expect(page.getByRole('figure').getByText(marked)).toBeVisible();
			await expect(
				section(page, 'Reviews').getByRole('row').filter({ hasText: focus }).first(),
			).toBeVisible();
		}
	});
});
