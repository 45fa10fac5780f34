import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { addTheme, beginThemes, changeTheme } from '#domain/partnership/themes/deeds.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import { forEachEngine } from '#test/database.ts';
import { setTheme, unsetTheme } from './themes.server.ts';
import { mergeFindings } from '../deeds/findings.server.ts';
import { finding } from '../written-report.fixture.ts';
import { findingsScreen } from './screen.server.ts';

type Someone = Parameters<PreparedReview['as']>[0];

forEachEngine((database) => {
	const begun = async () => {
		const review = await preparedReview(database());
		const { partnershipId } = review;
		for (const _ of [1, 2]) await review.as('chair', (ctx) => beginThemes(ctx, partnershipId));
		return { review, partnershipId, themes: await review.as('chair', (ctx) => themesOf(ctx, partnershipId)) };
	};

	test('a partnership begins with themes once; whoever leads changes them, adds one and retires one, and nobody else', async () => {
		const { review, partnershipId, themes } = await begun();
		expect(themes.length).toBeGreaterThan(10);
		const add = (someone: Someone, label: string, id = randomUUIDv7()) =>
			review.as(someone, (ctx) => addTheme(ctx, { id, partnershipId, label, keywords: 'gate, gates, gate' }));
		const id = randomUUIDv7();
		for (const _ of [1, 2]) expect((await add('chair', 'The gate', id)).is).toBe('done');
		expect(await add('chair', 'the GATE')).toEqual({
			is: 'invalid',
			fields: { label: 'There is a theme of that name already.' },
		});
		for (const someone of ['host', 'reviewer', 'governor', 'outsider'] as const)
			expect(['denied', 'missing'], someone).toContain((await add(someone, 'Other')).is);
		const change = (version: number, label: string) =>
			review.as('chair', (ctx) =>
				changeTheme(ctx, {
					partnershipId,
					themeId: id,
					version: String(version),
					label,
					keywords: '',
					use: 'retired',
				}),
			);
		for (const _ of [1, 2]) expect((await change(1, 'The gates')).is).toBe('done');
		expect((await change(1, 'A gate')).is).toBe('conflict');
		const after = await review.as('host', (ctx) => themesOf(ctx, partnershipId));
		expect(after.at(-1)).toMatchObject({ label: 'The gates', retired: true, keywords: [] });
		expect(await review.as('outsider', (ctx) => themesOf(ctx, partnershipId))).toEqual([]);
	});

	test('one press puts a theme on a finding and takes it off; its words suggest what it may be', async () => {
		const { review, partnershipId, themes } = await begun();
		const { themes: others } = await begun();
		const id = await finding(review);
		const { reviewId } = review;
		await review.as('chair', (ctx) =>
			addTheme(ctx, { id: randomUUIDv7(), partnershipId, label: 'Going on', keywords: 'by themselves' }),
		);
		const press = (someone: Someone, deed: typeof setTheme, themeId: string, findingId = id) =>
			review.as(someone, (ctx) => deed(ctx, { reviewId, findingId, themeId }));
		const shown = async (someone: Someone) =>
			(await review.as(someone, (ctx) => findingsScreen(ctx, reviewId)))?.findings[0];
		expect(await shown('facilitator')).toMatchObject({
			themes: [],
			suggestedThemes: [{ label: 'Going on' }],
		});
		const [first, second] = [themes[0]!, themes[1]!];
		for (const theme of [first, second, first])
			expect(await press('reviewer', setTheme, theme.id)).toEqual({ is: 'done', value: null });
		expect((await shown('facilitator'))!.themes).toHaveLength(2);
		for (const _ of [1, 2]) expect((await press('facilitator', unsetTheme, first.id)).is).toBe('done');
		expect((await shown('reviewer'))!.themes).toMatchObject([{ id: second.id }]);
		const third = await finding(review);
		await press('reviewer', setTheme, first.id, third);
		await review.as('reviewer', (ctx) =>
			mergeFindings(ctx, { id: randomUUIDv7(), reviewId, findingId: id, others: [third] }),
		);
		expect((await shown('reviewer'))!.themes.map((theme) => theme.id).toSorted()).toEqual(
			[first.id, second.id].toSorted(),
		);
		// Another partnership's, and a finding of none.
		expect((await press('reviewer', setTheme, others[0]!.id)).is).toBe('invalid');
		expect((await press('reviewer', setTheme, second.id, randomUUIDv7())).is).toBe('invalid');
		for (const someone of ['host', 'champion', 'governor', 'otherHead', 'outsider'] as const)
			expect(['denied', 'missing'], someone).toContain((await press(someone, setTheme, first.id)).is);
	});
});
