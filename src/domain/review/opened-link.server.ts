import { sql } from 'kysely';
import { readProtocol, type Protocol } from '#domain/protocol/schema.ts';
import type { Context } from '#platform/context.ts';
import type { Linkable, Packable, PackReader } from './input.ts';
import type { Signing } from './stage.ts';

/** What stands around the one document that a link opens. `id` is the review's, so that its rows are found by it. */
export interface OpenedLink extends Signing {
	partnershipId: string;
	id: string;
	thing: Linkable | 'pack';
	/** What a pack holds that may still be shown, for what kind of reader it is, and whom of the team it names. */
	contents: Packable[];
	reader: PackReader;
	speakers: { name: string; contact: string }[];
	forWhom: string;
	/** The last day on which the link opens. */
	lastDay: string;
	host: string;
	focus: string;
	/** The days of the review. */
	heldFrom: string | null;
	heldUntil: string | null;
	protocol: Protocol;
}

/** The document the acting link opens; null where it has ended, or for anyone who is no link. */
export async function openedLink(ctx: Context): Promise<OpenedLink | null> {
	const { rows } = await sql<{ frame: Omit<OpenedLink, 'protocol'> & { protocol: unknown } }>`
		select frame from opened_link()`.execute(ctx.db);
	return rows[0] ? { ...rows[0].frame, protocol: readProtocol(rows[0].frame.protocol) } : null;
}
