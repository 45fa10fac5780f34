import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { WrittenContact } from './input.ts';
import type { Contact } from './model.ts';

interface NewConcern {
	partnershipId: string;
	reviewId: string;
	kind: string;
	aboutHead: boolean;
	raisedBy: string;
	/** The id made on the device. */
	sentAs: string;
}

/** The id of a concern newly kept; null where this person has sent this very one before. */
export async function insertConcern(ctx: Context, concern: NewConcern): Promise<string | null> {
	const row = await ctx.db
		.insertInto('concern')
		.values({
			partnership_id: concern.partnershipId,
			id: ctx.newId(),
			review_id: concern.reviewId,
			kind: concern.kind,
			about_head: concern.aboutHead,
			raised_by: concern.raisedBy,
			raised_at: ctx.now,
			sent_as: concern.sentAs,
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.executeTakeFirst();
	return row?.id ?? null;
}

/** What telling somebody leaves: when, by which letter, and the digest of the secret in it. */
export interface Telling {
	letterId: string;
	tokenHash: string;
}

/** Keeps who is told, in turn; one of them has just been. */
export async function insertSteps(
	ctx: Context,
	of: { partnershipId: string; concernId: string },
	contacts: readonly Contact[],
	told: { contact: Contact; telling: Telling } | null,
): Promise<void> {
	if (contacts.length === 0) return;
	const rows = contacts.map((contact, place) => ({
		partnership_id: of.partnershipId,
		concern_id: of.concernId,
		place,
		role: contact.role,
		name: contact.name,
		phone: contact.phone,
		email: contact.email,
		person_id: contact.personId,
		...(contact === told?.contact
			? { told_at: ctx.now, letter_id: told.telling.letterId, token_hash: told.telling.tokenHash }
			: {}),
	}));
	await ctx.db.insertInto('concern_telling').values(rows).execute();
}

/** Takes one step for this process. False where another has taken it, or somebody has answered meanwhile. */
export async function takeStep(
	ctx: Context,
	of: { partnershipId: string; concernId: string; place: number },
	{ letterId, tokenHash }: Telling,
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('concern_telling as t')
		.set({ told_at: ctx.now, letter_id: letterId, token_hash: tokenHash })
		.where('t.partnership_id', '=', of.partnershipId)
		.where('t.concern_id', '=', of.concernId)
		.where('t.place', '=', of.place)
		.where('t.told_at', 'is', null)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('concern_telling as o')
						.select('o.place')
						.where('o.partnership_id', '=', of.partnershipId)
						.where('o.concern_id', '=', of.concernId)
						.where('o.acknowledged_at', 'is not', null),
				),
			),
		)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** The actor has seen it; the first time counts. */
export async function acknowledge(ctx: Context, concernId: string, personId: string): Promise<void> {
	await ctx.db
		.updateTable('concern_telling')
		.set({ acknowledged_at: ctx.now })
		.where('concern_id', '=', concernId)
		.where('person_id', '=', personId)
		.where('told_at', 'is not', null)
		.where('acknowledged_at', 'is', null)
		.execute();
}

/** The same by whoever holds the secret of a letter. */
export async function acknowledgeByLetter(ctx: Context, tokenHash: string): Promise<void> {
	await sql`select answer_bell_of_letter(${tokenHash}, ${ctx.now})`.execute(ctx.db);
}

/** Keeps a school's list. False where it is no longer as it was at `version`, 0 before there was one. */
export async function keepList(
	ctx: Context,
	of: { partnershipId: string; memberId: string },
	version: number,
	contacts: readonly WrittenContact[],
	writtenBy: string,
): Promise<boolean> {
	const written = { contacts: JSON.stringify(contacts), written_by: writtenBy, written_at: ctx.now };
	if (version > 0) {
		const { numUpdatedRows } = await ctx.db
			.updateTable('contact_list')
			.set({ ...written, version: version + 1 })
			.where('partnership_id', '=', of.partnershipId)
			.where('member_id', '=', of.memberId)
			.where('version', '=', version)
			.executeTakeFirst();
		return numUpdatedRows === 1n;
	}
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('contact_list')
		.values({ partnership_id: of.partnershipId, member_id: of.memberId, ...written })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}
