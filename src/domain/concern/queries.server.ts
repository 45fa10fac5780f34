import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { WrittenContact } from './input.ts';
import type { Contact, ContactRole, Rules, Step } from './model.ts';

/** Nobody raises or is told of as many; the latest are shown. */
const most = 100;

/** Whom reviewers ring at a member, as far as the actor may read it: its heads, and the bound team of a review there. */
export async function contactsOf(ctx: Context, memberId: string): Promise<Contact[]> {
	const { rows } = await sql<Contact>`
		select role, name, phone, email, person_id as "personId", heads from contacts_of(${memberId})`.execute(
		ctx.db,
	);
	return rows;
}

/** The list as it was written, with its version: 0 and empty before there is one. */
export async function writtenList(
	ctx: Context,
	{ partnershipId, memberId }: { partnershipId: string; memberId: string },
): Promise<{ version: number; contacts: WrittenContact[] }> {
	const row = await ctx.db
		.selectFrom('contact_list')
		.select(['version', 'contacts'])
		.where('partnership_id', '=', partnershipId)
		.where('member_id', '=', memberId)
		.executeTakeFirst();
	return row
		? { version: row.version, contacts: row.contacts as unknown as WrittenContact[] }
		: { version: 0, contacts: [] };
}

export interface SeenConcern {
	id: string;
	partnershipId: string;
	reviewId: string;
	school: string;
	kind: string;
	aboutHead: boolean;
	raisedBy: string;
	raisedByMe: boolean;
	raisedAt: Date;
	/** By the protocol of its review. */
	rules: Rules;
	/** In turn; those who are still to be told for whoever raised it alone. */
	steps: SeenStep[];
}

export interface SeenStep extends Step {
	place: number;
	/** For the job that writes to them; empty for everybody else but who raised it. */
	email: string;
	/** It is the actor who was told. */
	mine: boolean;
}

/** The concerns that the actor raised or was told of, the latest first; one of them where its id is given. */
export async function seenConcerns(ctx: Context, concernId: string | null = null): Promise<SeenConcern[]> {
	const { rows } = await sql<{ concern: Stored }>`
		select concern from seen_concerns(${concernId}::uuid, ${most})`.execute(ctx.db);
	return rows.map(({ concern }) => read(concern));
}

/** Whether there are any for the actor to see. */
export async function hasConcerns(ctx: Context): Promise<boolean> {
	const { rows } = await sql<{ has: boolean }>`select has_concerns() as has`.execute(ctx.db);
	return rows[0]!.has;
}

/** For the job alone: all that nobody has answered and of which somebody can still be told. */
export async function unanswered(ctx: Context): Promise<SeenConcern[]> {
	const { rows } = await sql<{ concern: Stored }>`select concern from unanswered_concerns()`.execute(ctx.db);
	return rows.map(({ concern }) => read(concern));
}

/** The concern by which this person has sent this very form before. */
export const sentBefore = (
	ctx: Context,
	sent: { reviewId: string; kind: string; aboutHead: boolean; raisedBy: string; sentAs: string },
) =>
	ctx.db
		.selectFrom('concern')
		.select('id')
		.where('raised_by', '=', sent.raisedBy)
		.where('sent_as', '=', sent.sentAs)
		.where('review_id', '=', sent.reviewId)
		.where('kind', '=', sent.kind)
		.where('about_head', '=', sent.aboutHead)
		.executeTakeFirst();

/** What a letter asks of whoever holds its secret. */
export interface LetterBell {
	school: string;
	raisedBy: string;
	toldAt: Date;
	acknowledgedAt: Date | null;
}

/** Null for a secret that opens nothing, or no longer. */
export async function bellOfLetter(ctx: Context, tokenHash: string): Promise<LetterBell | null> {
	const { rows } = await sql<{ bell: AsJson<LetterBell> }>`
		select bell from bell_of_letter(${tokenHash}, ${ctx.now})`.execute(ctx.db);
	const bell = rows[0]?.bell;
	return bell
		? { ...bell, toldAt: new Date(bell.toldAt), acknowledgedAt: instant(bell.acknowledgedAt) }
		: null;
}

type AsJson<T> = {
	[K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};
interface Stored extends Omit<AsJson<SeenConcern>, 'steps' | 'rules' | 'raisedByMe'> {
	rules: Rules;
	raisedByMe?: boolean;
	steps: (AsJson<Omit<SeenStep, 'role'>> & { role: ContactRole })[];
}

const instant = (text: string | null) => (text === null ? null : new Date(text));

const read = ({ raisedAt, steps, raisedByMe = false, ...concern }: Stored): SeenConcern => ({
	...concern,
	raisedByMe,
	raisedAt: new Date(raisedAt),
	steps: steps.map((step) => ({
		...step,
		toldAt: instant(step.toldAt),
		sentAt: instant(step.sentAt),
		acknowledgedAt: instant(step.acknowledgedAt),
	})),
});
