import { v5 as nameId } from 'uuid';
import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { EditionBody } from './body.ts';

interface Of {
	partnershipId: string;
	reviewId: string;
}

const row = (of: Of) => ({ partnership_id: of.partnershipId, review_id: of.reviewId });

/** Marks that the body was changed after an edition; once is enough. */
export async function insertReopening(
	ctx: Context,
	of: Of,
	edition: number,
	changedBy: string,
): Promise<void> {
	await ctx.db
		.insertInto('reopening')
		.values({ ...row(of), edition_number: edition, changed_by: changedBy, changed_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** The change was taken back: the edition says again what is written. */
export async function deleteReopening(ctx: Context, of: Of, edition: number): Promise<void> {
	await ctx.db
		.deleteFrom('reopening')
		.where('partnership_id', '=', of.partnershipId)
		.where('review_id', '=', of.reviewId)
		.where('edition_number', '=', edition)
		.execute();
}

/** False where the number is taken: two made an edition at once. */
export async function insertEdition(
	ctx: Context,
	of: Of,
	edition: {
		number: number;
		body: EditionBody;
		digest: string;
		madeBy: string;
		correction: { corrects: number; reason: string } | null;
	},
	keys: string[],
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('edition')
		.values({
			...row(of),
			number: edition.number,
			body: JSON.stringify(edition.body),
			digest: edition.digest,
			made_by: edition.madeBy,
			made_at: ctx.now,
			corrects: edition.correction?.corrects ?? null,
			reason: edition.correction?.reason ?? null,
			keys,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** A signature, or who says that somebody cannot sign and why. A signature goes over such a word, not the other way round. */
export async function upsertSignOff(
	ctx: Context,
	of: Of,
	signOff: { edition: number; personId: string; recordedBy: string; cannotSignBecause: string | null },
	keys: string[],
): Promise<void> {
	const written = {
		recorded_by: signOff.recordedBy,
		cannot_sign_because: signOff.cannotSignBecause,
		signed_at: ctx.now,
		keys,
	};
	await ctx.db
		.insertInto('sign_off')
		.values({ ...row(of), edition_number: signOff.edition, person_id: signOff.personId, ...written })
		.onConflict((conflict) =>
			conflict
				.columns(['partnership_id', 'review_id', 'edition_number', 'person_id'])
				.doUpdateSet(written)
				.where('sign_off.cannot_sign_because', 'is not', null),
		)
		.execute();
}

/** Says once that the facts of an edition are right. */
export async function insertFactCheck(
	ctx: Context,
	of: Of,
	check: { edition: number; personId: string; role: string },
	keys: string[],
): Promise<void> {
	await ctx.db
		.insertInto('fact_check')
		.values({
			...row(of),
			edition_number: check.edition,
			person_id: check.personId,
			role: check.role,
			checked_at: ctx.now,
			keys,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function insertRemark(
	ctx: Context,
	of: Of,
	remark: {
		id: string;
		kind: 'host response' | 'team comment' | 'host context';
		heading: string | null;
		authorId: string;
		authorRole: string;
		words: string;
		/** The finding it is about, where it is about one. */
		findingId?: string | null;
	},
	keys: string[],
): Promise<Insertion> {
	return insertOnce(
		ctx.db,
		'remark',
		{
			...row(of),
			id: remark.id,
			kind: remark.kind,
			heading: remark.heading,
			author_id: remark.authorId,
			author_role: remark.authorRole,
			words: remark.words,
			finding_id: remark.findingId ?? null,
			written_at: ctx.now,
			keys,
		},
		['review_id', 'author_id'],
	);
}

export async function insertPublication(
	ctx: Context,
	of: Of,
	edition: number,
	publishedBy: string,
): Promise<void> {
	await ctx.db
		.insertInto('publication')
		.values({ ...row(of), edition_number: edition, published_by: publishedBy, published_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** How long a look at a page lasts that is loaded anew whenever others have written. In milliseconds. */
const aLook = 15 * 60_000;

/**
 * That somebody looked at a confidential thing, or carried it out of the building: every copy, and a page that stays open once in a
 * quarter of an hour.
 */
export async function insertLook(
	ctx: Context,
	of: Of,
	deed: 'read' | 'printed',
	personId: string,
	thing: 'report' | 'evidence' = 'report',
): Promise<void> {
	await ctx.db
		.insertInto('audit_entry')
		.values({
			partnership_id: of.partnershipId,
			id:
				deed === 'read'
					? nameId(`read ${thing} ${personId} ${Math.floor(ctx.now.getTime() / aLook)}`, of.reviewId)
					: ctx.newId(),
			at: ctx.now,
			person_id: personId,
			deed,
			thing,
			thing_id: of.reviewId,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}
