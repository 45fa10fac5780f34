import type { Listed } from './layout.ts';
import type { RegisteredSchool } from './model.ts';

/** What an update did to the register, to be read out to whoever ran it. */
export interface Changes {
	added: number;
	changed: number;
	closed: number;
	same: number;
}

/**
 * Lays what a file says over what is known. What the file does not say stays, and a school that it does not list stays:
 * DfE also gives out files of one authority. A school listed again is known by more than a link from then on.
 */
export function mergeListed(known: Map<number, RegisteredSchool>, incoming: readonly Listed[]): Changes {
	const changes: Changes = { added: 0, changed: 0, closed: 0, same: 0 };
	for (const row of incoming) {
		const held = known.get(row.urn);
		const next = { ...(held && !held.knownByLink ? held : unsaid), ...row };
		// A school listed as open again was never closed: a link had only made it seem so.
		if (row.status !== 'closed') next.closedOn = null;
		known.set(row.urn, next);
		if (!held || held.knownByLink) changes.added++;
		else if (held.status !== 'closed' && next.status === 'closed') changes.closed++;
		else if (Object.entries(row).some(([key, value]) => held[key as keyof RegisteredSchool] !== value))
			changes.changed++;
		else changes.same++;
	}
	return changes;
}

const unsaid: Omit<RegisteredSchool, 'urn' | 'name' | 'status' | 'localAuthority' | 'country'> = {
	laCode: '',
	phase: '',
	type: '',
	gender: '',
	town: '',
	locality: '',
	postcode: '',
	district: '',
	easting: null,
	northing: null,
	lowAge: null,
	highAge: null,
	pupils: null,
	capacity: null,
	fsmPercent: null,
	religiousCharacter: '',
	trust: '',
	specialProvision: '',
	inspectedOn: null,
	inspectionOutcome: '',
	openedOn: null,
	closedOn: null,
	knownByLink: false,
	placeFrom: null,
};
