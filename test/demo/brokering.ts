import { addDays } from '#domain/calendar/day.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import { noteDay, tellOutcome, thank } from '#domain/support/deployment/deeds.server.ts';
import { agreeToHelp, proposeHelpers } from '#domain/support/proposing/deeds.server.ts';
import { askForSupport } from '#domain/support/request/deeds.server.ts';
import { requestById } from '#domain/support/request/queries.server.ts';
import { londonDay } from '#platform/day.ts';
import { founder, type PersonKey, type SchoolKey } from '../cast.ts';
import { did, doing, type Doing } from './doing.ts';
import { headOf } from './heads.ts';

interface Partnership extends Doing {
	partnershipId: string;
	members: ReadonlyMap<SchoolKey, string>;
}

/** Letters of the demo go nowhere; its links are never followed. */
const origin = 'https://fresh-eyes.example';

/** Support that was agreed: by days before today. */
interface Story {
	of: SchoolKey;
	theme: string;
	words: string;
	by: SchoolKey;
	asked: number;
	days: number;
	who: string;
	person?: PersonKey;
	noted: readonly { ago: number; words: string }[];
	outcome?: { words: string; thanks: string };
}

const stories: readonly Story[] = [
	{
		...{ of: 'tumblebrook', theme: 'Writing', by: 'fernmarsh', asked: 34, days: 2 },
		words: 'Two new teachers want to see how every class comes to publish a book of its own.',
		...{ who: 'our deputy, with Year 4', person: 'tealeaf' },
		noted: [
			{ ago: 20, words: 'Morwenna taught with both teachers and planned the first book with them.' },
			{ ago: 6, words: 'The first drafts, read aloud and edited in pairs.' },
		],
	},
	{
		...{ of: 'bramblesea', theme: 'Reading', by: 'quillhaven', asked: 60, days: 1 },
		words: 'We would like to see reading aloud in every year, and how parents are won for it.',
		who: 'our reading lead',
		noted: [{ ago: 45, words: 'Four of us listened to three classes and talked with five parents.' }],
		outcome: {
			words: 'Three classes read aloud each day now, and six parents come on Fridays.',
			thanks: 'You let us see an ordinary Thursday, and that was what helped.',
		},
	},
];

/** Two schools have been helped by others; a third asks, and nobody is proposed yet. */
export async function broker(founded: Partnership, newId: () => string): Promise<void> {
	for (const story of stories) await help(founded, story, newId);
	await ask(founded, newId, {
		...{ of: 'owlbeck', theme: 'Mathematics', asked: 3, atMeetings: 'yes' },
		words: 'Our Year 2 teachers would like to plan the step to Year 3 with somebody who knows both.',
	});
}

interface Asked {
	of: SchoolKey;
	theme: string;
	words: string;
	asked: number;
	mayName?: string;
	atMeetings?: string;
}

const daysAgo = ({ now }: Doing, count: number) => addDays(londonDay(now), -count);

async function ask(
	founded: Partnership,
	newId: () => string,
	{ of, theme, words, asked, ...consents }: Asked,
): Promise<string> {
	const { partnershipId, members } = founded;
	const id = newId();
	await doing(founded, headOf(of), daysAgo(founded, asked), '17:00', async (ctx) => {
		const themeId = (await themesOf(ctx, partnershipId)).find(({ label }) => label === theme)!.id;
		const request = { id, partnershipId, memberId: members.get(of)!, themeId, words, ...consents };
		const byDay = addDays(londonDay(founded.now), 40);
		await did(askForSupport(ctx, origin, { ...request, byDay }), 'ask for support');
	});
	return id;
}

async function help(founded: Partnership, story: Story, newId: () => string): Promise<void> {
	const { partnershipId, members, people } = founded;
	const requestId = await ask(founded, newId, { ...story, mayName: 'yes' });
	const on = { partnershipId, requestId };
	const day = (later: number) => daysAgo(founded, story.asked - later);
	await doing(founded, founder, day(2), '16:00', async (ctx) => {
		await did(proposeHelpers(ctx, origin, { ...on, memberIds: members.get(story.by)! }), 'propose a school');
	});
	const deploymentId = await doing(founded, headOf(story.by), day(5), '16:30', async (ctx) => {
		const [helper] = (await requestById(ctx, partnershipId, requestId))!.helpers;
		const when = { days: String(story.days), fromDay: day(5), toDay: day(60) };
		const personId = story.person ? people.get(story.person)! : '';
		const agreed = { ...on, helperId: helper!.id, ...when, who: story.who, personId };
		await did(agreeToHelp(ctx, origin, { ...agreed, words: 'Gladly.' }), 'agree to help');
		return (await requestById(ctx, partnershipId, requestId))!.deployments[0]!.id;
	});
	const deployed = { ...on, deploymentId };
	for (const { ago, words } of story.noted)
		await doing(founded, headOf(story.by), daysAgo(founded, ago), '17:00', async (ctx) => {
			const noted = { ...deployed, id: newId(), day: daysAgo(founded, ago), words };
			await did(noteDay(ctx, noted), 'note a day of support');
		});
	if (!story.outcome) return;
	const { words, thanks } = story.outcome;
	await doing(founded, headOf(story.of), daysAgo(founded, 10), '17:00', async (ctx) => {
		await did(tellOutcome(ctx, { ...deployed, number: '0', words }), 'tell what came of support');
		await did(thank(ctx, origin, { ...deployed, words: thanks, open: 'yes' }), 'say thank you');
	});
}
