import { createHash } from 'node:crypto';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { headingsOf, type EditionBody } from './body.ts';
import { documentOf, partsOf } from './document/document.server.ts';
import { findingsOf, type FindingRow } from './queries.server.ts';

/** The report as it stands in writing. */
export interface Draft {
	findings: FindingRow[];
	body: EditionBody;
	digest: string;
}

/** Brings together what the team has written, as it would be signed. */
export async function draftOf(ctx: Context, review: OpenReview): Promise<Draft> {
	const { protocol, facts } = review;
	const findings = await findingsOf(ctx, review);
	const { doc } = await documentOf(ctx, review);
	const parts = partsOf(
		doc,
		protocol.report.headings.map(({ key }) => key),
	);
	const headings = headingsOf(protocol, findings, parts);
	const body: EditionBody = {
		host: facts.hostName,
		kind: protocol.kinds.find(({ key }) => key === facts.kind)?.label ?? facts.kind,
		focus: facts.focus,
		firstDay: facts.firstDay,
		lastDay: facts.lastDay,
		team: facts.team
			.filter(({ role }) => role !== 'champion')
			.map(({ name, role }) => ({ name, role: protocol.roles[role].one })),
		headings,
	};
	return { findings, body, digest: digestOf(body) };
}

/**
 * Tells whether two bodies say the same. Only what was written counts: someone marrying or a date put right reopens no
 * signatures.
 */
function digestOf({ headings }: EditionBody): string {
	return createHash('sha256').update(JSON.stringify(headings)).digest('hex');
}
