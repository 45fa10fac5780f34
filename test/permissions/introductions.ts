import { randomUUIDv7 } from 'node:crypto';
import { offerInReview } from '#domain/introduction/deeds.server.ts';
import { wishContact } from '#domain/introduction/wish/deeds.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import { did, doing } from '../demo/doing.ts';
import type { Founded } from '../demo/founding.ts';
import { headOf } from '../demo/heads.ts';

/** The host's head keeps an offer of the review that is over, and wishes to work with others on a theme. */
export async function keepAnOffer(founded: Founded, reviewId: string, today: string): Promise<void> {
	const { partnershipId, members } = founded;
	await doing(founded, headOf('bramblesea'), today, '00:06', async (ctx) => {
		const said = { about: 'Reading', givingStaff: 'the Year 3 teacher', gainingStaff: 'ours', due: today };
		const between = { otherId: members.get('owlbeck'), gives: 'they', way: 'come and see' };
		const offer = { id: randomUUIDv7(), reviewId, ...between, ...said };
		await did(offerInReview(ctx, 'http://localhost', offer), 'keep an offer');
		const [theme] = await themesOf(ctx, partnershipId);
		const wish = { id: randomUUIDv7(), partnershipId, memberId: members.get('bramblesea') };
		await did(wishContact(ctx, { ...wish, themeId: theme!.id, words: 'Reading' }), 'wish to be in touch');
	});
}
