import type { Context } from '#platform/context.ts';
import { differenceInWords, type SectionDifference } from './difference.ts';
import { titledInWords } from './memorandum-words.ts';
import { memorandumSchema, type Memorandum } from './memorandum.ts';

export interface MemorandumVersion {
	id: string;
	number: number;
	memorandum: Memorandum;
	reason: string;
	publishedAt: Date;
	publishedBy: string;
}

const versions = (ctx: Context, partnershipId: string) =>
	ctx.db
		.selectFrom('memorandum_version as v')
		.innerJoin('person as p', 'p.id', 'v.published_by')
		.where('v.partnership_id', '=', partnershipId)
		.select(['v.id', 'v.number', 'v.document', 'v.reason', 'v.published_at', 'p.name']);

type Row = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>;

const asVersion = ({ document, published_at, name, ...row }: Row): MemorandumVersion => ({
	...row,
	memorandum: memorandumSchema.parse(document),
	publishedAt: published_at,
	publishedBy: name,
});

/** The memorandum in force: the latest version, or null before the first is published. */
export async function memorandumInForce(
	ctx: Context,
	partnershipId: string,
): Promise<MemorandumVersion | null> {
	const row = await versions(ctx, partnershipId).orderBy('v.number', 'desc').limit(1).executeTakeFirst();
	return row ? asVersion(row) : null;
}

/** One version, old ones too: what was once agreed stays readable. */
export async function memorandumById(
	ctx: Context,
	partnershipId: string,
	id: string,
): Promise<MemorandumVersion | null> {
	const row = await versions(ctx, partnershipId).where('v.id', '=', id).executeTakeFirst();
	return row ? asVersion(row) : null;
}

/** All versions, the latest first, without their text. */
export async function memorandumVersions(
	ctx: Context,
	partnershipId: string,
): Promise<Omit<MemorandumVersion, 'memorandum'>[]> {
	const rows = await versions(ctx, partnershipId).orderBy('v.number', 'desc').limit(100).execute();
	return rows.map(({ id, number, reason, published_at, name }) => ({
		id,
		number,
		reason,
		publishedAt: published_at,
		publishedBy: name,
	}));
}

/** What changed in the memorandum from one version to the next; null for the first. */
export async function memorandumChanges(
	ctx: Context,
	partnershipId: string,
	number: number,
): Promise<SectionDifference[] | null> {
	const rows = await versions(ctx, partnershipId)
		.where('v.number', 'in', [number - 1, number])
		.orderBy('v.number')
		.execute();
	const [before, after] = rows.map((row) => titledInWords(asVersion(row).memorandum));
	return before && after ? differenceInWords(before, after) : null;
}
