import { randomUUIDv7 } from 'node:crypto';
import { callMeeting } from '#domain/meeting/deeds/calling.server.ts';
import { addItem } from '#domain/meeting/deeds/items.server.ts';
import { saveMinutes } from '#domain/meeting/deeds/minutes.server.ts';
import { notePromise } from '#domain/meeting/deeds/promises.server.ts';
import { groups } from '#domain/partnership/queries.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import { stateNeed } from '#domain/support/deeds.server.ts';
import { founder } from '../cast.ts';
import { did, doing } from '../demo/doing.ts';
import type { Founded } from '../demo/founding.ts';
import { headOf } from '../demo/heads.ts';

/** The host's group meets today: something is on its agenda and minuted, and the host's head has promised something and needs support. */
export async function meetInAGroup(founded: Founded, today: string): Promise<void> {
	const { partnershipId, members, people } = founded;
	const memberId = members.get('bramblesea')!;
	await doing(founded, headOf('bramblesea'), today, '00:03', async (ctx) => {
		const [theme] = await themesOf(ctx, partnershipId);
		const need = { partnershipId, memberId, number: '0', status: '1', first: theme!.id, words: 'Reading' };
		await did(stateNeed(ctx, need), 'state a need');
	});
	await doing(founded, founder, today, '00:04', async (ctx) => {
		const group = (await groups(ctx, partnershipId)).find((one) =>
			one.members.some(({ id }) => id === memberId),
		)!;
		const meeting = { partnershipId, meetingId: randomUUIDv7() };
		const called = { id: meeting.meetingId, partnershipId, who: group.id, day: today };
		await did(callMeeting(ctx, called), 'call a meeting');
		const item = { ...meeting, id: randomUUIDv7(), title: 'Moderation' };
		await did(addItem(ctx, item), 'put something on the agenda');
		const minutes = { ...meeting, version: '0', [`note-${item.id}`]: 'In May.' };
		await did(saveMinutes(ctx, minutes), 'minute the meeting');
		const promise = { id: randomUUIDv7(), personId: people.get(headOf('bramblesea')), due: today };
		await did(notePromise(ctx, { ...meeting, ...promise, words: 'Choose the days' }), 'note a promise');
	});
}
