import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { AgreedDocument } from './board.ts';
import type { Memorandum } from './memorandum.ts';

/** Adds the next version. False where another of that number came first. */
export async function insertMemorandum(
	ctx: Context,
	version: {
		id: string;
		partnershipId: string;
		number: number;
		document: Memorandum;
		reason: string;
		publishedBy: string;
	},
): Promise<boolean> {
	const added = await ctx.db
		.insertInto('memorandum_version')
		.values({
			partnership_id: version.partnershipId,
			id: version.id,
			number: version.number,
			document: JSON.stringify(version.document),
			reason: version.reason,
			published_by: version.publishedBy,
			published_at: ctx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.executeTakeFirst();
	return added !== undefined;
}

/** Records a head's agreement. Agreeing twice is agreeing once. */
export async function insertAgreement(
	ctx: Context,
	document: AgreedDocument,
	agreement: {
		partnershipId: string;
		versionId: string;
		memberId: string;
		agreedBy: string;
		typedName: string;
	},
): Promise<void> {
	const row = {
		partnership_id: agreement.partnershipId,
		member_id: agreement.memberId,
		agreed_by: agreement.agreedBy,
		typed_name: agreement.typedName,
		agreed_at: ctx.now,
	};
	const { versionId } = agreement;
	const insert =
		document === 'memorandum'
			? ctx.db.insertInto('memorandum_agreement').values({ ...row, memorandum_version_id: versionId })
			: ctx.db.insertInto('protocol_agreement').values({ ...row, protocol_version_id: versionId });
	await insert.onConflict((conflict) => conflict.doNothing()).execute();
}

/**
 * Notes that a person is reminded of a document now. False where they were reminded after `since`: of two who press the
 * button at once, one sends.
 */
export async function noteReminder(
	ctx: Context,
	reminder: {
		partnershipId: string;
		personId: string;
		document: AgreedDocument;
		remindedBy: string;
		since: Date;
	},
): Promise<boolean> {
	const noted = await ctx.db
		.insertInto('agreement_reminder')
		.values({
			partnership_id: reminder.partnershipId,
			person_id: reminder.personId,
			document: reminder.document,
			reminded_by: reminder.remindedBy,
			reminded_at: ctx.now,
		})
		.onConflict((conflict) =>
			conflict
				.columns(['partnership_id', 'person_id', 'document'])
				.doUpdateSet({ reminded_by: reminder.remindedBy, reminded_at: ctx.now })
				.where(sql<boolean>`agreement_reminder.reminded_at <= ${reminder.since}`),
		)
		.returning('person_id')
		.executeTakeFirst();
	return noted !== undefined;
}
