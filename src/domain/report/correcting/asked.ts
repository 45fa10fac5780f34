import type { Protocol } from '#domain/protocol/schema.ts';
import type { Facts } from '#domain/review/facts.ts';
import type { ReviewRole } from '#domain/review/roles.ts';
import { correctionStep } from '#domain/review/stage.ts';
import { mayPublish, mayWrite } from '../access.ts';

/** What a correction of a published report asks of somebody now, as Home says it; null where nothing. */
export function askedByCorrection(
	facts: Facts,
	protocol: Protocol,
	{ personId, roles }: { personId: string; roles: ReadonlySet<ReviewRole> },
): string | null {
	const step = correctionStep(facts, protocol);
	switch (step?.is) {
		case 'words':
			return mayWrite(roles, protocol) ? 'Put the corrected report up for signing' : null;
		case 'signatures':
			return step.people.includes(personId) ? 'Sign the corrected report' : null;
		case 'publication':
			return mayPublish(roles) ? 'Publish the corrected report' : null;
		default:
			return null;
	}
}
