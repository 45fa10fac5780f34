import type { z } from 'zod';
import { takePartnershipTurn } from '#domain/partnership/turn.server.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { addItemInput, changeItemInput, itemInput, placeItemInput } from '../input.ts';
import { itemsOf, mostItems, type AgendaItem } from '../item-queries.server.ts';
import * as store from '../item-store.server.ts';
import { latestMinutes } from '../minutes-queries.server.ts';
import { atMeeting } from './opening.server.ts';

/** Puts something on the agenda of a meeting, as the last. The same form sent again does it once. */
export const addItem = (ctx: Context, input: unknown): Promise<Outcome> =>
	atMeeting(
		ctx,
		addItemInput,
		input,
		({ runs }) => runs,
		async ({ input: item, by }) => {
			await takePartnershipTurn(ctx, item.partnershipId);
			const items = await itemsOf(ctx, item.partnershipId, item.meetingId);
			const { title, ledBy, lastsMinutes } = item;
			const before = items.find(({ id }) => id === item.id);
			if (before) return sentAgain(before, { title, ledBy, lastsMinutes }, null);
			if (items.length >= mostItems)
				return invalid({ '': `There are ${mostItems} things on the agenda already.` });
			const made = await store.insertItem(ctx, item, {
				...{ id: item.id, title, ledBy, lastsMinutes },
				...{ position: Math.max(0, ...items.map(({ position }) => position)) + 1, addedBy: by },
			});
			return made === 'taken' ? missing : done(null);
		},
	);

/** Says it otherwise. Where somebody else did meanwhile, theirs comes back. */
export const changeItem = (ctx: Context, input: unknown): Promise<Outcome> =>
	onItem(ctx, changeItemInput, input, async ({ input: changed, item }) => {
		const { title, ledBy, lastsMinutes, version } = changed;
		const said = { title, ledBy, lastsMinutes };
		if (await store.updateItem(ctx, changed, { id: item.id, version, ...said })) return done(null);
		return sentAgain(item, said, null);
	});

/** Moves it a place up or down; the first stays where it is when moved up. */
export const placeItem = (ctx: Context, input: unknown): Promise<Outcome> =>
	onItem(ctx, placeItemInput, input, async ({ input: { to, ...meeting }, item, items }) => {
		const ids = items.map(({ id }) => id);
		const from = ids.indexOf(item.id);
		const place = to === 'up' ? from - 1 : from + 1;
		if (place >= 0 && place < ids.length) {
			ids.splice(from, 1);
			ids.splice(place, 0, item.id);
			await store.orderItems(ctx, meeting, ids);
		}
		return done(null);
	});

/** Takes it off the agenda. Refused where something was minuted under it. */
export const removeItem = (ctx: Context, input: unknown): Promise<Outcome> =>
	onItem(ctx, itemInput, input, async ({ input: meeting, item }) => {
		const minutes = await latestMinutes(ctx, meeting.partnershipId, meeting.meetingId);
		if (minutes?.notes[item.id]) return invalid({ '': 'Something is minuted under this. It stays.' });
		await store.markItemRemoved(ctx, meeting, item.id);
		return done(null);
	});

async function onItem<S extends z.ZodType<z.output<typeof itemInput>>>(
	ctx: Context,
	schema: S,
	input: unknown,
	deed: (on: { input: z.output<S>; item: AgendaItem; items: AgendaItem[] }) => Promise<Outcome>,
): Promise<Outcome> {
	return atMeeting(
		ctx,
		schema,
		input,
		({ runs }) => runs,
		async ({ input: sent, partnershipId, meeting }) => {
			await takePartnershipTurn(ctx, partnershipId);
			const items = await itemsOf(ctx, partnershipId, meeting.id);
			const item = items.find(({ id }) => id === sent.itemId);
			return item ? deed({ input: sent, item, items }) : missing;
		},
	);
}
