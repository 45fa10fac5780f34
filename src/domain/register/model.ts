/** Whether a school takes pupils. The register's own four states, in our words. */
export type Status = 'open' | 'proposed to close' | 'proposed to open' | 'closed';

/** Where a school is. Empty text and null where the register does not say. */
export interface Place {
	town: string;
	locality: string;
	postcode: string;
	district: string;
	/** Metres on the Ordnance Survey's grid. */
	easting: number | null;
	northing: number | null;
}

/** One school as the national register has it. Days are 'YYYY-MM-DD'; empty text where the register does not say. */
export interface RegisteredSchool extends Place {
	urn: number;
	name: string;
	localAuthority: string;
	laCode: string;
	country: string;
	phase: string;
	type: string;
	gender: string;
	status: Status;
	lowAge: number | null;
	highAge: number | null;
	/** Number on roll, and places. */
	pupils: number | null;
	capacity: number | null;
	/** Percent of pupils eligible for free school meals. */
	fsmPercent: number | null;
	religiousCharacter: string;
	trust: string;
	specialProvision: string;
	inspectedOn: string | null;
	inspectionOutcome: string;
	openedOn: string | null;
	closedOn: string | null;
	/** Not in the register itself: another school's link is all that is known of it. */
	knownByLink: boolean;
	/** The URN whose place this is, where the school's own is not in the register. Such a place is provisional. */
	placeFrom: number | null;
}

export const isCurrent = (school: Pick<RegisteredSchool, 'status'>): boolean =>
	school.status === 'open' || school.status === 'proposed to close';

/** True where the screen must say that what it shows was worked out from a link and may be wrong. */
export const isProvisional = (school: Pick<RegisteredSchool, 'knownByLink' | 'placeFrom'>): boolean =>
	school.knownByLink || school.placeFrom !== null;

/** What tells apart two schools of one name: the town, or the authority where the town is unknown. */
export const whereabouts = (school: Pick<RegisteredSchool, 'town' | 'localAuthority'>): string =>
	school.town || school.localAuthority;

/** A school in a list of answers: enough to recognise it and to tell it from others of its name. */
export interface SchoolEntry {
	urn: number;
	name: string;
	/** The town, or the authority where the town is unknown. */
	place: string;
	country: string;
	phase: string;
	status: Status;
	/** What is shown was worked out from a link between schools and may be wrong. */
	provisional: boolean;
}

export const entryOf = (school: RegisteredSchool): SchoolEntry => ({
	urn: school.urn,
	name: school.name,
	place: whereabouts(school),
	country: school.country,
	phase: school.phase,
	status: school.status,
	provisional: isProvisional(school),
});

/** What a typed URN turned out to be. Screens make a sentence of each. */
export type UrnAnswer =
	| { is: 'found'; school: SchoolEntry }
	| { is: 'closed'; school: SchoolEntry; successors: SchoolEntry[] }
	| { is: 'elsewhere'; school: SchoolEntry; country: string }
	| { is: 'unknown' }
	| { is: 'not a urn' };

/** The URN in what somebody typed ('137971', ' URN 137971 '), or null where it is not one: five or six digits. */
export function urnIn(text: string): number | null {
	const digits = /^\s*(?:urn\b[\s:.]*)?(\d{5,6})\s*$/i.exec(text)?.[1];
	return digits ? Number(digits) : null;
}
