import { addDays } from '#domain/calendar/day.ts';
import { offerInReview, tellMet } from '#domain/introduction/deeds.server.ts';
import { wishContact } from '#domain/introduction/wish/deeds.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import { londonDay } from '#platform/day.ts';
import type { SchoolKey } from '../cast.ts';
import { did, doing } from './doing.ts';
import type { Founded } from './founding.ts';
import { headOf } from './heads.ts';

/** What heads wish to be in touch about; two of them the same. */
const wishes: readonly { of: SchoolKey; theme: string; words: string }[] = [
	{ of: 'tumblebrook', theme: 'Writing', words: 'Two new teachers, one of them in Year 3.' },
	{
		of: 'larkspindle',
		theme: 'Writing',
		words: 'What children have written at length before they come to us.',
	},
	{ of: 'bramblesea', theme: 'Reading', words: '' },
];

/** What was offered during the review at Owlbeck, one kept and one waiting, and what schools wish to be in touch about. */
export async function introduce(founded: Founded, newId: () => string): Promise<void> {
	const { partnershipId, members, now } = founded;
	const today = londonDay(now);
	const origin = 'http://localhost:4000';
	const offers = [
		{
			id: newId(),
			...{ otherId: members.get('marrowfield'), gives: 'they', way: 'come and see' },
			...{ givingStaff: 'the Year 1 teacher', gainingStaff: 'our new Year 1 teacher' },
			...{ about: 'How a corner of the room gives children a reason to write.', due: addDays(today, 3) },
		},
		{
			id: newId(),
			...{ otherId: members.get('quillhaven'), gives: 'we', way: 'be put in touch' },
			...{ givingStaff: 'the Year 2 teachers', gainingStaff: 'the Year 3 teachers' },
			...{ about: 'What children who leave us can write by themselves.', due: addDays(today, 40) },
		},
	];
	await doing(founded, headOf('owlbeck'), addDays(today, -20), '16:00', async (ctx) => {
		const { id: reviewId } = await ctx.db
			.selectFrom('review')
			.innerJoin('publication', 'publication.review_id', 'review.id')
			.select('review.id')
			.where('review.host_member_id', '=', members.get('owlbeck')!)
			.orderBy('review.first_day', 'desc')
			.limit(1)
			.executeTakeFirstOrThrow();
		for (const offer of offers)
			await did(offerInReview(ctx, origin, { ...offer, reviewId }), 'keep an offer');
	});
	await doing(founded, headOf('marrowfield'), addDays(today, -9), '16:00', (ctx) => {
		const met = { metOn: addDays(today, -12), outcome: 'They plan the corners of both rooms together now.' };
		return did(tellMet(ctx, { partnershipId, introductionId: offers[0]!.id, ...met }), 'tell that they met');
	});
	for (const { of, theme, words } of wishes)
		await doing(founded, headOf(of), addDays(today, -20), '16:00', async (ctx) => {
			const themeId = (await themesOf(ctx, partnershipId)).find(({ label }) => label === theme)!.id;
			const wish = { id: newId(), partnershipId, memberId: members.get(of), themeId, words };
			await did(wishContact(ctx, wish), 'wish to be in touch');
		});
}
