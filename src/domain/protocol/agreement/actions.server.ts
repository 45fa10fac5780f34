import { mayAgreeFor } from '#domain/partnership/access.ts';
import { invitingNames, personById } from '#domain/partnership/role-queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { isTypedName, typeYourName } from '#domain/partnership/typed-name.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { queueLetter } from '#platform/mail/letter.ts';
import { conflict, denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { protocolInForce } from '../queries.server.ts';
import { publishInTurn } from '../store.server.ts';
import { mayPublishMemorandum, mayRemind } from './access.ts';
import { daysBetweenReminders, remindersDue, type AgreedDocument } from './board.ts';
import { agreeInput, publishMemorandumInput, remindInput } from './input.ts';
import { reminderLetter } from './letters.ts';
import { memorandumInForce } from './memoranda.server.ts';
import { beyondInWords } from './memorandum-words.ts';
import { widerThanAgreed, type Memorandum } from './memorandum.ts';
import { agreementBoard, whatHolds } from './queries.server.ts';
import * as store from './store.server.ts';

/**
 * Publishes the next version of the memorandum; every head is asked anew (HEP-3). Refuses circles narrower than the protocol
 * in force already reaches, and a version written on one that is no longer the latest.
 */
export async function publishMemorandum(
	ctx: Context,
	input: unknown,
): Promise<Outcome<{ id: string; number: number }>> {
	const read = readInput(publishMemorandumInput, input);
	if (!read.ok) return invalid(read.fields);
	const { id, partnershipId, version, reason, notice, ...text } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing || ctx.actor.kind !== 'person') return missing;
	if (!mayPublishMemorandum(standing)) return denied;
	const memorandum: Memorandum = { format: 1, ...text, ...(notice === '' ? {} : { notice }) };
	await publishInTurn(ctx, partnershipId);
	const protocol = await protocolInForce(ctx, partnershipId);
	const beyond = protocol ? widerThanAgreed(protocol.protocol, memorandum) : [];
	if (beyond.length > 0)
		return invalid({
			opensTo: `The protocol in force goes further. ${beyondInWords(beyond)} Tick them here, or narrow the protocol first.`,
		});
	const inForce = await memorandumInForce(ctx, partnershipId);
	if (inForce?.id === id) return done({ id, number: inForce.number });
	if ((inForce?.number ?? 0) !== version) return conflict(inForce);
	const next = { id, partnershipId, number: version + 1, document: memorandum, reason };
	const added = await store.insertMemorandum(ctx, { ...next, publishedBy: ctx.actor.id });
	return added ? done({ id, number: next.number }) : conflict(inForce);
}

/**
 * A member's head agrees to what holds for it by typing their own name (HEP-3): the version in force, and what its group
 * does otherwise (CSC-6). Refuses another name; agreeing to anything else is a conflict: there is something newer to read.
 */
const agree =
	(document: AgreedDocument) =>
	async (ctx: Context, input: unknown): Promise<Outcome> => {
		const read = readInput(agreeInput, input);
		if (!read.ok) return invalid(read.fields);
		const { partnershipId, memberId, versionId, typedName } = read.value;
		const standing = await standingIn(ctx, partnershipId);
		if (!standing || ctx.actor.kind !== 'person') return missing;
		if (!mayAgreeFor(standing, memberId)) return denied;
		const { holdingOf } = await whatHolds(ctx, partnershipId);
		const holding = holdingOf(document, memberId);
		if (!holding) return missing;
		const person = await personById(ctx, ctx.actor.id);
		if (!person) return missing;
		if (!isTypedName(typedName, person.name)) return invalid({ typedName: typeYourName(person.name) });
		if (holding.versionId !== versionId) return conflict(holding);
		const agreement = { partnershipId, versionId, memberId, agreedBy: person.id, typedName };
		await store.insertAgreement(ctx, document, agreement);
		return done(null);
	};

export const agreeMemorandum = agree('memorandum');
export const agreeProtocol = agree('protocol');

/**
 * Writes one letter to each head who has not agreed to what is in force, and tells whom. Nobody is written to about the
 * same document twice within three days.
 */
export async function remindOfAgreements(
	ctx: Context,
	origin: string,
	input: unknown,
): Promise<Outcome<{ reminded: string[] }>> {
	const read = readInput(remindInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing || ctx.actor.kind !== 'person') return missing;
	if (!mayRemind(standing)) return denied;
	const remindedBy = ctx.actor.id;
	const since = new Date(ctx.now.getTime() - daysBetweenReminders * 24 * 60 * 60 * 1000);
	const { partnership, inviter } = await invitingNames(ctx, partnershipId, remindedBy);
	const reminded: string[] = [];
	for (const { head, asked } of remindersDue(await agreementBoard(ctx, partnershipId))) {
		const documents = new Set<AgreedDocument>();
		for (const document of new Set(asked.map((one) => one.document))) {
			const reminder = { partnershipId, personId: head.personId, document, remindedBy, since };
			if (await store.noteReminder(ctx, reminder)) documents.add(document);
		}
		if (documents.size === 0) continue;
		const link = `${origin}/partnerships/${partnershipId}/agreements`;
		const fresh = asked.filter(({ document }) => documents.has(document));
		await queueLetter(
			ctx.db,
			reminderLetter({ ...head, partnership, reminder: inviter, asked: fresh, link }),
		);
		reminded.push(head.name);
	}
	if (reminded.length === 0)
		return invalid({
			'': `Nobody was written to: whoever has not agreed was reminded in the last ${daysBetweenReminders} days, or there is nobody left to ask.`,
		});
	return done({ reminded });
}
