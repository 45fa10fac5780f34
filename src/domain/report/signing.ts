import type { Protocol } from '#domain/protocol/schema.ts';
import { signatories, type Signing } from '#domain/review/stage.ts';

export interface Signer {
	personId: string;
	name: string;
	/** What they sign as, in the protocol's own words. */
	as: string;
}

/** Everyone who signs by the protocol, once each, with what they sign as. */
export function signers(protocol: Protocol, facts: Signing): Signer[] {
	const asked = new Set<string>(protocol.report.signedBy);
	return signatories(facts, protocol)
		.filter(({ personId }, index, all) => all.findIndex((other) => other.personId === personId) === index)
		.map(({ personId, name }) => {
			const role =
				facts.team.find((member) => member.personId === personId && asked.has(member.role))?.role ?? 'host';
			return { personId, name, as: protocol.roles[role].one };
		});
}

/** A signature, or the facilitator's word that somebody cannot sign. */
export interface SignOff {
	personId: string;
	signedAt: Date;
	cannotSignBecause: string | null;
}

export interface SigningRow extends Signer {
	signOff: SignOff | null;
}

/** Each signer with what they have done about this edition. */
export const signingState = (all: readonly Signer[], signOffs: readonly SignOff[]): SigningRow[] =>
	all.map((signer) => ({
		...signer,
		signOff: signOffs.find(({ personId }) => personId === signer.personId) ?? null,
	}));

/** Why the edition cannot be published yet; null when all have signed, or cannot with a reason. */
export function unsigned(rows: readonly SigningRow[]): string | null {
	const waiting = rows.filter(({ signOff }) => signOff === null).map(({ name }) => name);
	if (waiting.length === 0) return null;
	return `The report is published once it is agreed. Still to sign: ${waiting.join(', ')}.`;
}
