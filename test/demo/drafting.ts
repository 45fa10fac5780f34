import { addDays } from '#domain/calendar/day.ts';
import { groups } from '#domain/partnership/queries.server.ts';
import { publishDraft, submitDraft } from '#domain/protocol/drafting/deciding.server.ts';
import { digestOf } from '#domain/protocol/drafting/digest.server.ts';
import { openDraft } from '#domain/protocol/drafting/opening.server.ts';
import { draftById } from '#domain/protocol/drafting/queries.server.ts';
import { remarkOnDraft } from '#domain/protocol/drafting/remarks.server.ts';
import { savePart } from '#domain/protocol/drafting/writing.server.ts';
import { asPosted } from '#domain/protocol/editor/as-posted.fixture.ts';
import { fieldsOf } from '#domain/protocol/editor/fields.ts';
import type { Node } from '#domain/protocol/editor/node.ts';
import type { Part } from '#domain/protocol/parts-in-order.ts';
import { protocolInForce } from '#domain/protocol/queries.server.ts';
import { protocolJsonSchema } from '#domain/protocol/schema.ts';
import type { Context } from '#platform/context.ts';
import { londonDay } from '#platform/day.ts';
import { founder, type PersonKey } from '../cast.ts';
import { did, doing, type Doing } from './doing.ts';

interface Partnership extends Doing {
	partnershipId: string;
}

/**
 * Publishes the protocol the family began with: the preset, with two parts left to the trios. Gives the version's id.
 */
export async function publishFirst(founded: Partnership, day: string, newId: () => string): Promise<string> {
	const { partnershipId } = founded;
	const draftId = newId();
	return doing(founded, founder, day, '16:00', async (ctx) => {
		await did(openDraft(ctx, { id: draftId, partnershipId, preset: 'family' }), 'begin from a preset');
		await change(ctx, draftId, 'adaptation', { 'adaptation.parts': ['day', 'workshop'] });
		const reason =
			'We begin with the protocol as others have tried it, and leave the day and the workshop to each trio.';
		await did(publishDraft(ctx, { id: newId(), draftId, reason }), 'publish the protocol');
		return (await protocolInForce(ctx, partnershipId))!.id;
	});
}

/**
 * What is being changed in the protocol today: one trio's way of holding its workshop, approved in the autumn, and the chair's
 * draft, put forward and asked about.
 */
export async function draftChanges(founded: Partnership, newId: () => string): Promise<void> {
	const today = londonDay(founded.now);
	await adaptTheWorkshop(founded, addDays(today, -30), newId);
	await putForward(founded, addDays(today, -6), newId);
}

async function adaptTheWorkshop(founded: Partnership, day: string, newId: () => string): Promise<void> {
	const { partnershipId } = founded;
	const draftId = newId();
	const lead: PersonKey = 'inkwell';
	await doing(founded, lead, day, '16:00', async (ctx) => {
		const group = (await groups(ctx, partnershipId)).find(({ name }) => name === 'Brook trio')!;
		await did(openDraft(ctx, { id: draftId, partnershipId, groupId: group.id }), 'open a trio’s draft');
		await change(ctx, draftId, 'workshop', { 'workshop.team': 'welcome' });
		const reason =
			'Our three schools lie along one brook, and whoever reviewed wants to hear what becomes of it.';
		await did(submitDraft(ctx, { id: newId(), draftId, reason }), 'put a trio’s draft forward');
	});
	await doing(founded, founder, addDays(day, 4), '17:30', (ctx) =>
		did(
			publishDraft(ctx, {
				id: newId(),
				draftId,
				reason: 'Approved for this school year, as long as the staff of the host do the talking.',
			}),
			'approve a trio’s adaptation',
		),
	);
}

async function putForward(founded: Partnership, day: string, newId: () => string): Promise<void> {
	const { partnershipId } = founded;
	const draftId = newId();
	const question = newId();
	await doing(founded, founder, day, '18:00', async (ctx) => {
		await did(openDraft(ctx, { id: draftId, partnershipId }), 'open a draft of the protocol');
		await change(ctx, draftId, 'focus', { 'focus.linesAtMost': '4' });
		await change(ctx, draftId, 'evidence', { 'evidence.photos': 'never' });
		const reason =
			'Six lines were too many: at the last three reviews two of them got an hour between them. And nobody has used a photo yet.';
		await did(submitDraft(ctx, { id: newId(), draftId, reason }), 'put the draft forward');
	});
	await doing(founded, 'thimbleton', addDays(day, 1), '08:10', (ctx) =>
		did(
			remarkOnDraft(ctx, {
				id: question,
				draftId,
				part: 'evidence',
				words:
					'Could we keep photos of displays, as long as no child is in them? Ours said more than my notes did.',
			}),
			'ask about the draft',
		),
	);
	await doing(founded, founder, addDays(day, 2), '12:40', (ctx) =>
		did(
			remarkOnDraft(ctx, {
				id: newId(),
				draftId,
				answersId: question,
				words:
					'Let us talk about it on the day we decide. I would take ‘if wanted’ over ‘never’ if two more of us say so.',
			}),
			'answer a question on the draft',
		),
	);
}

/** Changes some fields of one part, as its editor would post them. */
async function change(
	ctx: Context,
	draftId: string,
	part: Part,
	typed: Record<string, string | string[]>,
): Promise<void> {
	const { document } = (await draftById(ctx, draftId))!;
	const node = (protocolJsonSchema as Node).properties![part]!;
	const form = { ...asPosted(fieldsOf(node, document[part], part, document)), ...typed };
	await did(savePart(ctx, { draftId, part, before: digestOf(document[part]), form }), `change ${part}`);
}
