import { readColumns, type Headings, type Row } from './columns.ts';
import { countryOf, plainAuthority } from './country.ts';
import type { RegisteredSchool, Status } from './model.ts';
import type { Succession } from './succession.ts';

// DfE's own headings first ("Get Information about Schools", all-data extract of 111 columns), then those of published copies.
const schoolHeadings = {
	urn: ['URN', 'urn'],
	name: ['EstablishmentName', 'name'],
	status: ['EstablishmentStatus (name)', 'status'],
	localAuthority: ['LA (name)', 'local_authority_name', 'la_name'],
	laCode: ['LA (code)', 'la_code'],
	phase: ['PhaseOfEducation (name)', 'phase_of_education', 'phase'],
	type: ['TypeOfEstablishment (name)', 'type'],
	gender: ['Gender (name)', 'gender'],
	locality: ['Locality', 'locality'],
	furtherLocality: ['Address3', 'address3'],
	town: ['Town', 'town'],
	postcode: ['Postcode', 'postcode'],
	district: ['DistrictAdministrative (name)', 'district'],
	easting: ['Easting', 'easting'],
	northing: ['Northing', 'northing'],
	lowAge: ['StatutoryLowAge', 'low_age'],
	highAge: ['StatutoryHighAge', 'high_age'],
	pupils: ['NumberOfPupils', 'pupils'],
	capacity: ['SchoolCapacity', 'capacity'],
	fsmPercent: ['PercentageFSM', 'fsm_pct'],
	religiousCharacter: ['ReligiousCharacter (name)', 'religious_character'],
	trust: ['Trusts (name)', 'trust'],
	specialProvision: ['TypeOfResourcedProvision (name)'],
	inspectedOn: ['OfstedLastInsp', 'ofsted_last_insp'],
	inspectionOutcome: ['OfstedRating (name)', 'ofsted_rating'],
	openedOn: ['OpenDate', 'open_date'],
	closedOn: ['CloseDate', 'close_date'],
} as const satisfies Headings<string>;

const linkHeadings = {
	urn: ['URN'],
	linkUrn: ['LinkURN'],
	linkName: ['LinkName'],
	linkType: ['LinkType'],
	day: ['LinkEstablishedDate'],
} as const satisfies Headings<string>;

type SchoolRow = Row<keyof typeof schoolHeadings>;

/** What one file says of one school; what it does not say is absent. */
export type Listed = Partial<RegisteredSchool> &
	Pick<RegisteredSchool, 'urn' | 'name' | 'status' | 'localAuthority' | 'country'>;

export const looksLikeLinks = (headings: readonly string[]): boolean => headings.includes('LinkURN');

/**
 * The schools in a file from DfE.
 * @throws WrongFile where one of the columns URN, name, status or authority is missing
 */
export function readSchools(text: string): Listed[] {
	return readColumns(text, schoolHeadings, ['urn', 'name', 'status', 'localAuthority']).flatMap(listed);
}

function listed(row: SchoolRow): Listed[] {
	const urn = wholeNumber(row.urn);
	const status = statuses[row.status ?? ''];
	if (!urn || !row.name || !status) return [];
	const localAuthority = row.localAuthority ?? '';
	const locality = [row.locality, row.furtherLocality].filter(Boolean).join(', ');
	const said = {
		urn,
		name: row.name,
		status,
		localAuthority: plainAuthority(localAuthority),
		country: countryOf(localAuthority),
		laCode: row.laCode,
		phase: meant(row.phase),
		type: meant(row.type),
		gender: meant(row.gender),
		locality,
		town: row.town,
		postcode: row.postcode,
		district: meant(row.district),
		easting: wholeNumber(row.easting),
		northing: wholeNumber(row.northing),
		lowAge: wholeNumber(row.lowAge),
		highAge: wholeNumber(row.highAge),
		pupils: wholeNumber(row.pupils),
		capacity: wholeNumber(row.capacity),
		fsmPercent: figure(row.fsmPercent),
		religiousCharacter: meant(row.religiousCharacter),
		trust: row.trust,
		specialProvision: meant(row.specialProvision),
		inspectedOn: day(row.inspectedOn),
		inspectionOutcome: meant(row.inspectionOutcome),
		openedOn: day(row.openedOn),
		closedOn: day(row.closedOn),
	};
	return [
		Object.fromEntries(
			Object.entries(said).filter(([, value]) => value !== undefined && value !== null && value !== ''),
		) as unknown as Listed,
	];
}

const statuses: Record<string, Status> = {
	Open: 'open',
	'Open, but proposed to close': 'proposed to close',
	'Proposed to open': 'proposed to open',
	Closed: 'closed',
};

const notSaid = new Set(['Not applicable', 'Not reported', 'Does not apply']);
const meant = (text: string | undefined) => (text && !notSaid.has(text) ? text : '');

/**
 * The successions in a file of links from DfE, and the names it gives to the schools at their ends. Links that are no
 * change of identity (sixth-form centres, expansions) are passed over.
 * @throws WrongFile where a column is missing
 */
export function readLinks(text: string): { links: Succession[]; names: Map<number, string> } {
	const names = new Map<number, string>();
	const links = readColumns(text, linkHeadings, ['urn', 'linkUrn', 'linkName', 'linkType', 'day']).flatMap(
		(row): Succession[] => {
			const [urn, linkUrn] = [wholeNumber(row.urn), wholeNumber(row.linkUrn)];
			const said = /^(Predecessor|Successor)(?: - (merged|amalgamated|Split School))?$/.exec(
				row.linkType ?? '',
			);
			if (!urn || !linkUrn || !said) return [];
			if (row.linkName) names.set(linkUrn, row.linkName);
			const [predecessor, successor] = said[1] === 'Successor' ? [urn, linkUrn] : [linkUrn, urn];
			return [{ predecessor, successor, kind: kinds[said[2] ?? ''] ?? 'succeeded', day: day(row.day) }];
		},
	);
	return { links, names };
}

const kinds: Record<string, Succession['kind']> = {
	merged: 'merged',
	amalgamated: 'amalgamated',
	'Split School': 'split',
};

function wholeNumber(text: string | undefined): number | null {
	return text && /^\d+$/.test(text) ? Number(text) : null;
}

function figure(text: string | undefined): number | null {
	return text && /^\d+(\.\d+)?%?$/.test(text) ? Number.parseFloat(text) : null;
}

/** '21-01-2021' or '2021-01-21' → '2021-01-21'. */
function day(text: string | undefined): string | null {
	const british = /^(\d{2})[-/](\d{2})[-/](\d{4})$/.exec(text ?? '');
	if (british) return `${british[3]}-${british[2]}-${british[1]}`;
	return text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}
