import { sql } from 'kysely';
import { headedMembers } from '#domain/partnership/model.ts';
import { personById } from '#domain/partnership/role-queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readProtocol } from '../schema.ts';
import { protocolInWords, type Section } from '../words.ts';
import type { AgreedDocument, AgreementBoard, AskedHere } from './board.ts';
import { differenceInWords, type SectionDifference } from './difference.ts';
import { titledInWords } from './memorandum-words.ts';
import { memorandumSchema } from './memorandum.ts';
import { agreementBoard } from './queries.server.ts';
import { isAsked } from './status.ts';

/** What changed in a document between two of its versions; null where there is no such earlier version. */
export async function changesBetween(
	ctx: Context,
	partnershipId: string,
	document: AgreedDocument,
	[before, after]: [before: number, after: number],
): Promise<SectionDifference[] | null> {
	const rows = await ctx.db
		.selectFrom(document === 'memorandum' ? 'memorandum_version' : 'protocol_version')
		.select(['number', 'document'])
		.where('partnership_id', '=', partnershipId)
		.where('number', 'in', [before, after])
		.$if(document === 'protocol', (query) => query.where(sql<boolean>`group_id is null`))
		.execute();
	const sections = (number: number) => {
		const row = rows.find((one) => one.number === number);
		return row && inWords[document](row.document);
	};
	const [earlier, later] = [sections(before), sections(after)];
	return earlier && later ? differenceInWords(earlier, later) : null;
}

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
	const asked: AskedHere[] = [];
	for (const { id, name, [document]: status } of board.members) {
		if (!status || !isAsked(status) || !headed.includes(id)) continue;
		const before = 'by' in status ? status.by : null;
		const span: [number, number] | null = before && [before.number, board.latest[document]!.number];
		asked.push({
			memberId: id,
			memberName: name,
			before,
			changes: span && (await changesBetween(ctx, partnershipId, document, span)),
		});
	}
	return { board, asked, myName: me?.name ?? '' };
}
