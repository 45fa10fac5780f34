import { createHash } from 'node:crypto';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { headingsOf, type EditionBody } from './body.ts';
import { checksBeforeSigning, type Check } from './checks.ts';
import { findingsOf, sectionsOf, type FindingRow, type SectionRow } from './queries.server.ts';

/** The report as it stands in writing. */
export interface Draft {
	findings: FindingRow[];
	sections: SectionRow[];
	body: EditionBody;
	digest: string;
	checks: Check[];
}

/** Brings together what the team has written, with what still stands before signing. */
export async function draftOf(ctx: Context, review: OpenReview): Promise<Draft> {
	const { protocol, facts } = review;
	const findings = await findingsOf(ctx, review);
	const sections = await sectionsOf(ctx, review);
	const body: EditionBody = {
		host: facts.hostName,
		kind: protocol.kinds.find(({ key }) => key === facts.kind)?.label ?? facts.kind,
		focus: facts.focus,
		firstDay: facts.firstDay,
		lastDay: facts.lastDay,
		team: facts.team
			.filter(({ role }) => role !== 'champion')
			.map(({ name, role }) => ({ name, role: protocol.roles[role].one })),
		headings: headingsOf(protocol, findings, sections),
	};
	return {
		findings,
		sections,
		body,
		digest: digestOf(body),
		checks: checksBeforeSigning(protocol, findings, sections),
	};
}

/**
 * Tells whether two bodies say the same. Only what was written counts: someone marrying or a date put right reopens no
 * signatures.
 */
function digestOf({ headings }: EditionBody): string {
	return createHash('sha256').update(JSON.stringify(headings)).digest('hex');
}
