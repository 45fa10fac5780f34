import { cast } from '#test/cast.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { sending } from './people/capturing.ts';
import { field, section } from './people/forms.ts';
import { enter, space, tabTo } from './people/keyboard.ts';

test.use({ startAs: 'demo', installation: 'demo' });

test('the day by keyboard alone, on a desk at 200 % zoom: evidence, board, pace and the bell', async ({
	as,
}) => {
	const page = await as('somebody without a mouse');
	// What a window of 1280 by 800 has left for the page at 200 %.
	await page.setViewportSize({ width: 640, height: 400 });
	await be(page, cast.foxglove.name);
	await enter(page.getByRole('link', { name: 'Open the day' }));

	await test.step('a piece of evidence', async () => {
		const form = section(page, 'Add evidence');
		await tabTo(field(form, 'What we saw or heard'));
		await page.keyboard.type('Two doors, and both of them open.');
		await page.keyboard.press('Tab');
		await page.keyboard.type('Nobody is shut out.');
		await space(form.getByRole('radio', { name: 'Strength' }));
		await space(form.getByRole('radio', { name: 'Lesson observation' }));
		await enter(form.getByRole('button', { name: 'Save this evidence' }));
		await expect(page.getByText('It is on this device.')).toBeInViewport();
		await expect(sending(page)).toContainText('Nothing waits to be sent, 1 sent.');
	});

	await test.step('the board, a cell of it, and back where one was', async () => {
		await enter(page.getByRole('link', { name: 'Board' }));
		const cell = page.getByRole('button', { name: /piece.* from / }).first();
		await enter(cell);
		await expect(page.getByRole('dialog').filter({ visible: true })).toBeInViewport();
		await page.keyboard.press('Escape');
		await expect(cell).toBeFocused();
	});

	await test.step('the pace, and the bell, which is never in the way of what the keyboard is on', async () => {
		await enter(page.getByRole('link', { name: 'Pace' }));
		await expect(page.getByRole('heading', { name: 'Running order' })).toBeVisible();
		const bell = page.getByRole('button', { name: 'Raise a concern' });
		await enter(bell);
		const ringing = page.getByRole('dialog', { name: 'What needs attention at once?' });
		await tabTo(ringing.getByRole('button', { name: 'Something else that cannot wait' }));
		await page.keyboard.press('Escape');
		await expect(ringing).toBeHidden();
		await expect(bell).toBeFocused();
		const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
		expect(await page.evaluate(sideways), 'nothing is scrolled sideways').toBe(0);
	});
});
