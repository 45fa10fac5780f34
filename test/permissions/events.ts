import { randomUUIDv7 } from 'node:crypto';
import { bringPeople } from '#domain/event/deeds/joining.server.ts';
import { linkAction } from '#domain/event/deeds/linking.server.ts';
import { planEvent } from '#domain/event/deeds/planning.server.ts';
import { saveWriteUp, tellTakeaway } from '#domain/event/deeds/writing-up.server.ts';
import { linkableActions, linkableFindings } from '#domain/event/link-queries.server.ts';
import { did, doing } from '../demo/doing.ts';
import type { Founded } from '../demo/founding.ts';
import { headOf } from '../demo/heads.ts';

/** The host's head holds an event today for their own people, which is full and written up, and follows from a finding of theirs. */
export async function holdAnEvent(founded: Founded, today: string): Promise<void> {
	const { partnershipId, members, people } = founded;
	const memberId = members.get('bramblesea')!;
	const head = headOf('bramblesea');
	await doing(founded, head, today, '00:05', async (ctx) => {
		const on = { partnershipId, eventId: randomUUIDv7() };
		const [finding] = await linkableFindings(ctx, partnershipId, [memberId]);
		const [action] = await linkableActions(ctx, partnershipId, [memberId]);
		const planned = {
			...{ partnershipId, id: on.eventId, kind: 'lesson study', title: 'Reading aloud', fromDay: today },
			...{ atMemberId: memberId, ledBy: people.get(head), places: '2', findingId: finding!.id },
			...{ forWhom: 'schools', invitedIds: memberId },
		};
		await did(planEvent(ctx, planned), 'plan an event');
		const coming = { personIds: people.get('marblewood'), others: '1', othersVersion: '0' };
		await did(bringPeople(ctx, { ...on, memberId, ...coming }), 'bring people');
		await did(linkAction(ctx, { ...on, actionId: action!.id }), 'link an action');
		await did(saveWriteUp(ctx, { ...on, version: '0', done: 'We read.' }), 'write it up');
		await did(
			tellTakeaway(ctx, { ...on, memberId, version: '0', words: 'We read more.' }),
			'say what is taken',
		);
	});
}
