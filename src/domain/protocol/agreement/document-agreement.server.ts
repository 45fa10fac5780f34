import { headedMembers } from '#domain/partnership/model.ts';
import { personById } from '#domain/partnership/role-queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readProtocol } from '../schema.ts';
import { protocolInWords, type Section } from '../words.ts';
import type { AgreedDocument, AgreementBoard, AskedHere } from './board.ts';
import { differenceInWords } from './difference.ts';
import { titledInWords } from './memorandum-words.ts';
import { memorandumSchema } from './memorandum.ts';
import { agreementBoard } from './queries.server.ts';
import { isAsked } from './status.ts';

const inWords: Record<AgreedDocument, (document: unknown) => Section[]> = {
	memorandum: (document) => titledInWords(memorandumSchema.parse(document)),
	protocol: (document) => protocolInWords(readProtocol(document)),
};

export interface DocumentAgreement {
	/** How all members stand, to this document and the other. */
	board: AgreementBoard;
	/** The members that the actor heads and has not agreed for. */
	asked: AskedHere[];
	/** The name they are to type. */
	myName: string;
}

/** How all members stand to one document, and what the actor, as a head, is asked to agree to. */
export async function documentAgreement(
	ctx: Context,
	partnershipId: string,
	document: AgreedDocument,
): Promise<DocumentAgreement> {
	const standing = await standingIn(ctx, partnershipId);
	const headed = standing ? headedMembers(standing) : [];
	const me = standing && (await personById(ctx, standing.personId));
	const board = await agreementBoard(ctx, partnershipId);
	const due = board.members.flatMap(({ id, name, holding: { [document]: holding }, [document]: status }) => {
		if (!status || !holding || !isAsked(status) || !headed.includes(id)) return [];
		return [{ memberId: id, memberName: name, holding, before: 'by' in status ? status.by : null }];
	});
	const common = board.latest[document]?.id ?? null;
	const read = due.flatMap(({ holding, before }) => [
		holding.versionId,
		...(before ? [before.versionId] : []),
	]);
	const words = await wordsOf(ctx, partnershipId, document, common === null ? read : [common, ...read]);
	const asked = due.map((one) => ({
		...one,
		changes: one.before && differenceInWords(words(one.before.versionId), words(one.holding.versionId)),
		otherwise:
			one.holding.group === null || common === null
				? null
				: differenceInWords(words(common), words(one.holding.versionId)),
	}));
	return { board, asked, myName: me?.name ?? '' };
}

/** What several versions say, read at once. */
async function wordsOf(
	ctx: Context,
	partnershipId: string,
	document: AgreedDocument,
	ids: string[],
): Promise<(id: string) => Section[]> {
	if (ids.length === 0) return () => [];
	const rows = await ctx.db
		.selectFrom(document === 'memorandum' ? 'memorandum_version' : 'protocol_version')
		.select(['id', 'document'])
		.where('partnership_id', '=', partnershipId)
		.where('id', 'in', [...new Set(ids)])
		.execute();
	const found = new Map(rows.map((row) => [row.id, inWords[document](row.document)]));
	return (id) => found.get(id) ?? [];
}
