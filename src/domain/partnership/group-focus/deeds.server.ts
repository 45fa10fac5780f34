import type { Context } from '#platform/context.ts';
import { nextLetter } from '#platform/lettering.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { maySayPart, mayWriteGroupFocus } from '../access.ts';
import * as store from './focus-store.server.ts';
import { itemsThatStand, mostItems, mostItemsEver, partOf } from './group-focus.ts';
import * as inputs from './input.ts';
import { onGroup } from './opening.server.ts';

/** Writes what a group looks into, or puts it differently (CSC-9). If somebody else did meanwhile, both are shown. */
export const writeFocus = (ctx: Context, input: unknown): Promise<Outcome> =>
	onGroup(
		ctx,
		inputs.writeFocusInput,
		input,
		mayWriteGroupFocus,
		async ({ input: given, focus, personId }) => {
			const { words, version } = given;
			const written = await store.upsertFocus(ctx, given, { words, version, writtenBy: personId });
			return written ? done(null) : sentAgain(focus, { words }, null);
		},
	);

/** Adds a question or an undertaking under the next letter (CSC-9). Refused before there is a focus, and above what a group keeps. */
export const addItem = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onGroup(ctx, inputs.addItemInput, input, mayWriteGroupFocus, async ({ input: given, focus, personId }) => {
		const { id, form, words } = given;
		if (!focus) return invalid({ '': 'Say first what your schools look into together.' });
		const before = focus.items.find((item) => item.id === id);
		if (before) return sentAgain(before, { form, words }, { id });
		if (itemsThatStand(focus).length >= mostItems || focus.items.length >= mostItemsEver)
			return invalid({ words: `A focus has ${mostItems} items at most. Drop one, or change one.` });
		const letter = nextLetter(
			focus.items.map((item) => item.letter),
			'a',
		);
		const inserted = await store.insertItem(ctx, given, { id, letter, form, words, addedBy: personId });
		return inserted === 'taken' ? missing : done({ id });
	});

/** Puts an item differently. Lines that stand for it keep their words. */
export const changeItem = (ctx: Context, input: unknown): Promise<Outcome> =>
	onGroup(ctx, inputs.changeItemInput, input, mayWriteGroupFocus, async ({ input: given, focus }) => {
		const { itemId, form, words, version } = given;
		const before = focus && itemsThatStand(focus).find(({ id }) => id === itemId);
		if (!before) return missing;
		const changed = await store.updateItem(ctx, given, { id: itemId, form, words, version });
		return changed ? done(null) : sentAgain(before, { form, words }, null);
	});

/** Drops an item. Its letter is not given again, and the lines that stand for it stay. */
export const dropItem = (ctx: Context, input: unknown): Promise<Outcome> =>
	onGroup(ctx, inputs.dropItemInput, input, mayWriteGroupFocus, async ({ input: given, focus }) => {
		const item = focus?.items.find(({ id }) => id === given.itemId);
		if (!item) return missing;
		if (!item.dropped) await store.dropItem(ctx, given, item.id);
		return done(null);
	});

/** Says a school's own aspect of the focus, and which items do not apply to it and why (CSC-9). */
export const sayPart = (ctx: Context, input: unknown): Promise<Outcome> =>
	onGroup(
		ctx,
		inputs.sayPartInput,
		input,
		(standing, group, { memberId }) => maySayPart(standing, group, memberId),
		async ({ input: given, focus, personId }) => {
			const { memberId, version, aspect, notApplicable, reason } = given;
			if (!focus) return invalid({ '': 'Your group has not said yet what it looks into.' });
			if (!notApplicable.every((itemId) => focus.items.some(({ id }) => id === itemId))) return missing;
			const part = { memberId, version, aspect, notApplicable, reason };
			const said = await store.upsertPart(ctx, given, { ...part, saidBy: personId });
			return said ? done(null) : sentAgain(partOf(focus, memberId), { aspect, notApplicable, reason }, null);
		},
	);
