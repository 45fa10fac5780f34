import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { foundedPartnership, type Founded } from '#domain/partnership/founded.fixture.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { forEachEngine } from '#test/database.ts';
import type { Part } from '../parts-in-order.ts';
import { versions } from '../queries.server.ts';
import * as deciding from './deciding.server.ts';
import { digestOf } from './digest.server.ts';
import { openDraft } from './opening.server.ts';
import { draftById } from './queries.server.ts';
import { remarkOnDraft } from './remarks.server.ts';
import { savePart } from './writing.server.ts';

forEachEngine((database) => {
	let family: Founded;
	let draftId: string;
	const send = async (deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>, input: object) =>
		(await family.as(family.chair, (ctx) => deed(ctx, { draftId, ...input }))).is;
	const twice = async (deed: Parameters<typeof send>[0], input: object) =>
		expect(await Promise.all([send(deed, input), send(deed, input)])).toEqual(['done', 'done']);
	const form = () => ({ id: randomUUIDv7(), reason: 'Agreed at the meeting.' });
	const begin = () =>
		send(openDraft, { id: draftId, partnershipId: family.partnershipId, preset: 'network' });
	const document = () =>
		family.as(
			family.chair,
			async (ctx) => (await draftById(ctx, draftId))!.document as Record<Part, unknown>,
		);

	beforeEach(async () => {
		family = await foundedPartnership(database());
		draftId = randomUUIDv7();
		expect(await begin()).toBe('done');
	});

	test('a form sent twice is one deed', async () => {
		await twice(deciding.submitDraft, form());
		await twice(deciding.publishDraft, form());
		expect(await family.as(family.chair, (ctx) => versions(ctx, family.partnershipId))).toHaveLength(1);
		draftId = randomUUIDv7();
		expect(await begin()).toBe('done');
		await twice(deciding.submitDraft, form());
		await twice(deciding.takeBackDraft, form());
		await twice(deciding.submitDraft, form());
		await twice(deciding.dropDraft, form());
	});

	test('a form sent again from an old page, after something else, is told so', async () => {
		const forward = form();
		const back = form();
		expect(await send(deciding.submitDraft, forward)).toBe('done');
		expect(await send(deciding.takeBackDraft, back)).toBe('done');
		expect(await send(deciding.submitDraft, forward)).toBe('conflict');
		expect(await send(deciding.dropDraft, back)).toBe('conflict');
		expect(await send(deciding.dropDraft, form())).toBe('done');
		expect(await send(deciding.publishDraft, form())).toBe('invalid');
		expect(await begin()).toBe('invalid');
	});

	test('a question sent twice is one, and one that was changed since is not lost unsaid', async () => {
		expect(await send(deciding.submitDraft, form())).toBe('done');
		const question = { id: randomUUIDv7(), words: 'Why three heads?' };
		await twice(remarkOnDraft, question);
		expect(await send(remarkOnDraft, { ...question, words: 'Why four?' })).toBe('conflict');
	});

	test('of two who change one part at once, one is told; other parts are kept', async () => {
		const before = await document();
		const save = (part: Part, typed: object) =>
			send(savePart, { part, before: digestOf(before[part]), form: typed });
		const sent = await Promise.all([
			save('preamble', { 'preamble.vision': 'Ours' }),
			save('preamble', { 'preamble.vision': 'Theirs' }),
			save('workshop', { 'workshop.method': 'Talk' }),
		]);
		expect(sent.toSorted()).toEqual(['conflict', 'done', 'done']);
		expect(await document()).toMatchObject({
			preamble: { vision: expect.stringMatching(/^(Ours|Theirs)$/) },
			workshop: { method: 'Talk' },
		});
	});
});
