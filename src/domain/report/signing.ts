import type { Protocol } from '#domain/protocol/schema.ts';
import type { TeamRole } from '#domain/review/roles.ts';
import { signatories, type Signing } from '#domain/review/stage.ts';

export interface Signer {
	personId: string;
	name: string;
	/** What they sign as, in the protocol's own words. */
	as: string;
}

/** The beginning of a digest as people compare it by eye: 80 bits in groups of four. */
export const fingerprint = (digest: string): string => digest.slice(0, 20).match(/.{4}/g)!.join(' ');

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
	name: string;
	/** What they are or were on the team; 'host' for the host's head. */
	role: TeamRole | 'host';
	signedAt: Date;
	cannotSignBecause: string | null;
}

export interface SigningRow extends Signer {
	signOff: SignOff | null;
}

/**
 * Each signer with what they have done about this edition, and whoever signed it and has left since. A published edition was
 * agreed by those who signed it: who has come after them is not among its signers.
 */
export function signingState(
	protocol: Protocol,
	facts: Signing,
	edition: { signOffs: readonly SignOff[]; publishedAt: Date | null } | null,
): SigningRow[] {
	const signOffs = edition?.signOffs ?? [];
	const asked = signers(protocol, facts).map((signer) => ({
		...signer,
		signOff: signOffs.find(({ personId }) => personId === signer.personId) ?? null,
	}));
	const gone = signOffs
		.filter(({ personId }) => !asked.some((signer) => signer.personId === personId))
		.map((signOff) => {
			const { personId, name, role } = signOff;
			return { personId, name, as: protocol.roles[role].one, signOff };
		});
	const present = edition?.publishedAt ? asked.filter(({ signOff }) => signOff !== null) : asked;
	return [...present, ...gone];
}

/** Why the edition cannot be published yet; null when all have signed, or cannot with a reason. Somebody signs a report. */
export function unsigned(rows: readonly SigningRow[]): string | null {
	if (rows.length === 0)
		return 'Nobody who signs the report is on the team. Somebody who does joins it first.';
	const waiting = rows.filter(({ signOff }) => signOff === null).map(({ name }) => name);
	if (waiting.length === 0) return null;
	return `The report is published once it is agreed. Still to sign: ${waiting.join(', ')}.`;
}
