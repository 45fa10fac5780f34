import { addDays } from '#domain/calendar/day.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import { offerExpertise, stateNeed } from '#domain/support/deeds.server.ts';
import type { NeedStatus, Way } from '#domain/support/model.ts';
import { londonDay } from '#platform/day.ts';
import type { SchoolKey } from '../cast.ts';
import { did, doing, type Doing } from './doing.ts';
import { headOf } from './heads.ts';

interface Partnership extends Doing {
	partnershipId: string;
	members: ReadonlyMap<SchoolKey, string>;
}

const offers: readonly { of: SchoolKey; theme: string; ways: Way[]; words: string; days?: number }[] = [
	{
		of: 'fernmarsh',
		theme: 'Writing',
		ways: ['visit us', 'come to you'],
		words: 'Every class publishes a book each term, and children edit one another.',
		days: 2,
	},
	{
		of: 'quillhaven',
		theme: 'Reading',
		ways: ['visit us'],
		words: 'Reading aloud every day, from Year 3 to Year 6, with parents as listeners.',
	},
	{
		of: 'larkspindle',
		theme: 'Mathematics',
		ways: ['speak', 'come to you'],
		words: 'Our teachers plan the move from Year 6 to Year 7 with those of the primary schools.',
		days: 3,
	},
];

const needs: readonly { of: SchoolKey; status: NeedStatus; themes: readonly string[]; words: string }[] = [
	{
		of: 'tumblebrook',
		status: 2,
		themes: ['Writing', 'Assessment'],
		words: 'Two of three teachers are new.',
	},
	{ of: 'bramblesea', status: 1, themes: ['Reading'], words: '' },
	{ of: 'fernmarsh', status: 0, themes: [], words: 'We have it in hand this year.' },
];

/** Heads say what their schools can share and what they need. */
export async function offerSupport(founded: Partnership, newId: () => string): Promise<void> {
	const { partnershipId, members } = founded;
	const day = addDays(londonDay(founded.now), -40);
	const of = (school: SchoolKey) => ({ partnershipId, memberId: members.get(school)! });
	for (const { of: school, theme, days, ...offer } of offers)
		await doing(founded, headOf(school), day, '16:00', async (ctx) => {
			const themes = await themesOf(ctx, partnershipId);
			const themeId = themes.find(({ label }) => label === theme)!.id;
			const daysATerm = days === undefined ? '' : String(days);
			const offered = { id: newId(), ...of(school), themeId, daysATerm, ...offer };
			await did(offerExpertise(ctx, offered), 'offer to share');
		});
	for (const { of: school, status, themes: named, words } of needs)
		await doing(founded, headOf(school), day, '16:10', async (ctx) => {
			const themes = await themesOf(ctx, partnershipId);
			const [first = '', second = ''] = named.map((label) => themes.find((one) => one.label === label)!.id);
			const stated = { ...of(school), number: '0', status: String(status), first, second, words };
			await did(stateNeed(ctx, stated), 'say what a school needs');
		});
}
