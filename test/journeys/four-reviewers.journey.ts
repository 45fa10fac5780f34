import type { Page } from '@playwright/test';
import { cast } from '#test/cast.ts';
import { expectGoodPage, expectNoAxeViolations } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { forgiveNoSignal } from './harness/watch.ts';
import { be, reviewToday } from './people/being.ts';
import { captureOnDevice, seenByTeam, sending } from './people/capturing.ts';
import { section } from './people/forms.ts';
import { makeFinding } from './people/reviewing.ts';

test.use({ startAs: 'demo', installation: 'four reviewers' });

const team = [cast.foxglove, cast.inkwell, cast.lanternby, cast.papermoon].map(({ name }) => name);
const rooms = ['the hall', 'the library', 'Year 4'];
const piece = (who: number, room: number) =>
	`Reviewer ${who + 1} saw in ${rooms[room]} that children choose a second book.`;
/** Of all that was seen what these four wrote, once for each time it is there. */
const ours = (seen: string[]) => seen.filter((one) => one.startsWith('Reviewer')).toSorted();
/** What the board says of one line. */
const lineC = (page: Page) => page.getByRole('row').filter({ hasText: /^\s*C\. / });
const each = (those: number[]) => those.flatMap((who) => rooms.map((_, room) => piece(who, room))).toSorted();

test('R2 CSC-11 CSC-13 KSA-8 NFS-19 four reviewers capture, one without signal for hours; every piece is there once, the board says what is lacking, a finding rests on them', async ({
	as,
	faults,
}) => {
	const pages = await Promise.all(team.map((name) => as(name)));
	for (const [index, page] of pages.entries()) await be(page, team[index]!);
	const review = await reviewToday(pages[0]!);
	const day = review.replace('/reviews/', '/day/');
	for (const page of pages) {
		await page.goto(day);
		await expect(section(page, 'Add evidence')).toBeVisible();
	}
	await expectGoodPage(pages[0]!);
	const away = pages[3]!;
	await away.context().setOffline(true);

	await test.step('all four write at the same time', () =>
		Promise.all(
			pages.map(async (page, who) => {
				for (const room of rooms.keys())
					await captureOnDevice(page, {
						seen: piece(who, room),
						soWhat: 'They read more than they must.',
						kind: 'Strength',
						// One source says it all, until the one without signal comes back.
						source: who === 3 ? 'Talking with pupils' : 'Moderation by others',
						line: 'C',
						differs: who === 3 && room === 0,
					});
			}),
		));

	await test.step('at lunch three of them see what each other has, and what is lacking', async () => {
		await expect(sending(away)).toContainText('3 on this device, not sent yet');
		const chair = pages[0]!;
		await expect.poll(async () => ours(await seenByTeam(chair, day))).toEqual(each([0, 1, 2]));
		await chair.goto(`${day}#board`);
		await expect(
			chair.getByRole('button', { name: /9 pieces from Moderation by others on line C/ }),
		).toBeVisible();
		await expect(chair.getByRole('button', { name: /from Talking with pupils on line C/ })).toHaveCount(0);
		await expect(lineC(chair)).not.toContainText('Differs from the school’s view');
		await expectNoAxeViolations(chair);
		await chair.goto(`${day}#pace`);
		await expect(chair.getByRole('heading', { name: 'Running order' })).toBeVisible();
		await expectNoAxeViolations(chair);
		await chair.goto(`${day}#board`);
	});

	await test.step('signal is back: the board that is open says so by itself, and each piece is there once', async () => {
		await away.context().setOffline(false);
		await expect(sending(away)).toContainText('Nothing waits to be sent');
		await expect(
			pages[0]!.getByRole('button', { name: /3 pieces from Talking with pupils on line C/ }),
		).toBeVisible();
		await expect(lineC(pages[0]!)).toContainText('Differs from the school’s view');
		await expect.poll(async () => ours(await seenByTeam(pages[1]!, day))).toEqual(each([0, 1, 2, 3]));
	});

	await test.step('a finding rests on what two of them saw, and says that the school sees one of it otherwise', async () => {
		await makeFinding(pages[2]!, review, {
			seen: 'In three places children chose a second book.',
			effect: 'They read more than they must.',
			kind: 'Strength',
			line: 'C',
			evidence: [piece(0, 0), piece(3, 0)],
		});
		await expect(pages[2]!.getByRole('article').filter({ hasText: 'In three places' })).toContainText(
			'Differs from the school’s view',
		);
	});
	forgiveNoSignal(faults);
});
