import { sql, type RawBuilder } from 'kysely';
import type { Context } from '#platform/context.ts';
import { isId } from '#platform/text.ts';
import { upgraded } from '../upgrade.ts';
import type { Draft, DraftHead } from './draft.ts';

const most = 200;

// Whoever was chosen leads a group only while they head one of its schools.
const leadId = sql`(select a.person_id from group_membership gm
	join appointment a on a.partnership_id = gm.partnership_id and a.member_id = gm.member_id
	join appointment_confirmation c on c.partnership_id = a.partnership_id and c.appointment_id = a.id
	where gm.partnership_id = g.partnership_id and gm.group_id = g.id and a.person_id = g.lead_id
		and a.role in ('headteacher', 'executive head', 'head of school')
		and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today()) limit 1)`;

const head = sql`d.partnership_id as "partnershipId", d.id, d.base_version_id as "baseVersionId",
	case when g.id is not null then json_build_object('id', g.id, 'name', g.name, 'leadId', ${leadId}) end as "group",
	opener.name as "openedBy", saver.name as "savedBy", d.saved_at as "savedAt", d.ended_at is not null as over,
	s.number as "submissionNumber", s.reason as "submissionReason", s.by as "submittedBy", s.by_id as "submittedById", s.at as "submittedAt",
	c.id as "decisionId", c.decision, c.answers, c.reason as "decisionReason", c.by as "decidedBy", c.at as "decidedAt"`;

const from = sql`from protocol_draft d
	join person opener on opener.id = d.opened_by join person saver on saver.id = d.saved_by
	left join member_group g on g.partnership_id = d.partnership_id and g.id = d.group_id
	left join lateral (select s.number, s.reason, p.name as by, p.id as by_id, s.submitted_at as at
		from draft_submission s join person p on p.id = s.submitted_by
		where s.partnership_id = d.partnership_id and s.draft_id = d.id order by s.number desc limit 1) s on true
	left join lateral (select c.id, c.decision, c.answers, c.reason, p.name as by, c.decided_at as at
		from draft_decision c join person p on p.id = c.decided_by
		where c.partnership_id = d.partnership_id and c.draft_id = d.id order by c.answers desc nulls last, c.decided_at desc limit 1) c on true`;

type Row = Omit<DraftHead, 'submission' | 'decided'> & {
	submissionNumber: number;
	submissionReason: string | null;
	submittedBy: string;
	submittedById: string;
	submittedAt: Date;
	decisionId: string;
	decision: NonNullable<DraftHead['decided']>['decision'] | null;
	answers: number | null;
	decisionReason: string;
	decidedBy: string;
	decidedAt: Date;
};

function asHead<R extends Row>(row: R) {
	const {
		submissionNumber: number,
		submissionReason,
		submittedBy,
		submittedById,
		submittedAt,
		...rest
	} = row;
	const { decisionId: id, decision, answers, decisionReason, decidedBy, decidedAt, ...draft } = rest;
	return {
		...draft,
		submission:
			submissionReason === null
				? null
				: {
						number,
						reason: submissionReason,
						by: submittedBy,
						byId: submittedById,
						at: new Date(submittedAt),
					},
		decided:
			decision === null
				? null
				: { id, decision, answers, reason: decisionReason, by: decidedBy, at: new Date(decidedAt) },
	};
}

/** One draft with its document, brought up to the form of today where it was begun before; null where the actor may not know that there is one. */
export async function draftById(ctx: Context, draftId: string): Promise<Draft | null> {
	if (!isId(draftId)) return null;
	const { rows } = await sql<Row & { document: unknown }>`
		select ${head}, d.document ${from} where d.id = ${draftId}`.execute(ctx.db);
	if (!rows[0]) return null;
	const { document, ...row } = rows[0];
	return { ...asHead(row), document: upgraded(document) as Draft['document'] };
}

/** The same for a deed: others' deeds on the draft wait until this one is whole. Reading does not wait. */
export async function draftForDeed(ctx: Context, draftId: string): Promise<Draft | null> {
	await ctx.db.selectFrom('protocol_draft').select('id').where('id', '=', draftId).forNoKeyUpdate().execute();
	return draftById(ctx, draftId);
}

const heads = async (ctx: Context, where: RawBuilder<unknown>): Promise<DraftHead[]> => {
	const { rows } =
		await sql<Row>`select ${head} ${from} where ${where} order by d.opened_at desc limit ${most}`.execute(
			ctx.db,
		);
	return rows.map(asHead);
};

/** What is being changed in a partnership now: its own draft and its groups'. */
export const openDrafts = (ctx: Context, partnershipId: string): Promise<DraftHead[]> =>
	heads(ctx, sql`d.partnership_id = ${partnershipId} and d.ended_at is null`);

/** What was asked and answered before a version was published. */
export async function discussionOf(
	ctx: Context,
	partnershipId: string,
	versionId: string,
): Promise<Remark[]> {
	const decided = await ctx.db
		.selectFrom('draft_decision')
		.select('draft_id as id')
		.where('partnership_id', '=', partnershipId)
		.where('version_id', '=', versionId)
		.executeTakeFirst();
	return decided ? remarksOn(ctx, { partnershipId, id: decided.id }) : [];
}

export interface Remark {
	id: string;
	part: string | null;
	words: string;
	by: string;
	at: Date;
	answers: { id: string; words: string; by: string; at: Date }[];
}

/** The questions on a draft with their answers, as they came (CSC-4). */
export async function remarksOn(
	ctx: Context,
	{ partnershipId, id }: Pick<Draft, 'partnershipId' | 'id'>,
): Promise<Remark[]> {
	const { rows } = await sql<Omit<Remark, 'answers'> & { answersId: string | null }>`
		select r.id, r.part, r.words, p.name as by, r.said_at as at, r.answers_id as "answersId"
		from draft_remark r join person p on p.id = r.said_by
		where r.partnership_id = ${partnershipId} and r.draft_id = ${id} order by r.said_at, r.id limit 500`.execute(
		ctx.db,
	);
	const said = ({ id, words, by, at }: (typeof rows)[number]) => ({ id, words, by, at });
	return rows
		.filter(({ answersId }) => answersId === null)
		.map((question) => ({
			...said(question),
			part: question.part,
			answers: rows.filter(({ answersId }) => answersId === question.id).map(said),
		}));
}
