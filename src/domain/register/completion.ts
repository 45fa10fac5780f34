import { isCurrent, type Place, type RegisteredSchool } from './model.ts';
import { oneWay, type Succession } from './succession.ts';

/** The name a link gives to the school at its other end; the register may hold nothing else about it. */
export type NamesByLink = ReadonlyMap<number, string>;

export interface Register {
	schools: Map<number, RegisteredSchool>;
	successions: Succession[];
}

/**
 * What the links add to the register. The list of links is newer than the list of schools, so that
 * - a successor that the list does not hold, or holds as only proposed, is open, and its predecessor closed that day;
 * - a school that only a link knows takes name from the link, all else from its neighbour;
 * - a school without a place takes its neighbour's, and says whose it is (`placeFrom`): provisional.
 * Links after `asOf` have not happened yet and change nothing. Where the list has both schools open, the list is believed.
 * @param asOf the day the links were taken, 'YYYY-MM-DD'
 */
export function completeRegister(
	listed: Iterable<RegisteredSchool>,
	links: readonly Succession[],
	names: NamesByLink,
	asOf: string,
): Register {
	const schools = new Map([...listed].map((school) => [school.urn, { ...school }]));
	const successions = oneWay(links, schools).filter(({ day }) => !day || day <= asOf);
	const begun = (urn: number) => !schools.has(urn) || schools.get(urn)!.status === 'proposed to open';
	const changes = successions.filter(
		({ kind, day, successor }) => kind !== 'split' && day && begun(successor),
	);

	for (const school of strangers(successions, schools, names)) schools.set(school.urn, school);
	for (const { successor, day } of changes) open(schools.get(successor)!, day);
	for (const { predecessor, day } of changes) close(schools.get(predecessor)!, day);
	inheritPlaces(schools, successions);
	return { schools, successions };
}

/** Schools that only links know. Walked until no more neighbours are found: a chain may have several of them. */
function* strangers(
	successions: readonly Succession[],
	listed: ReadonlyMap<number, RegisteredSchool>,
	names: NamesByLink,
): Generator<RegisteredSchool> {
	const known = new Map(listed);
	let waiting = successions;
	for (let before = -1; before !== known.size;) {
		before = known.size;
		for (const { predecessor, successor } of waiting) {
			const [from, to] = known.has(predecessor) ? [predecessor, successor] : [successor, predecessor];
			const neighbour = known.get(from);
			if (!neighbour || known.has(to)) continue;
			const stranger = strangerBeside(neighbour, to, names.get(to) ?? neighbour.name, to === successor);
			known.set(to, stranger);
			yield stranger;
		}
		waiting = waiting.filter(
			({ predecessor, successor }) => !known.has(predecessor) || !known.has(successor),
		);
	}
}

function strangerBeside(
	neighbour: RegisteredSchool,
	urn: number,
	name: string,
	isSuccessor: boolean,
): RegisteredSchool {
	return {
		...neighbour,
		...nowhere,
		urn,
		name,
		status: isSuccessor ? 'open' : 'closed',
		type: '',
		trust: '',
		openedOn: null,
		closedOn: null,
		knownByLink: true,
		placeFrom: null,
	};
}

function open(school: RegisteredSchool, day: string | null): void {
	if (school.status === 'proposed to open') school.status = 'open';
	school.openedOn ??= day;
}

function close(school: RegisteredSchool, day: string | null): void {
	if (!isCurrent(school)) return;
	school.status = 'closed';
	school.closedOn ??= day;
}

const nowhere: Place = { town: '', locality: '', postcode: '', district: '', easting: null, northing: null };

export const withoutPlace = (school: RegisteredSchool): RegisteredSchool => ({
	...school,
	...nowhere,
	placeFrom: null,
});

/** Forward along the chains first: a school that moves with its change of URN is rarer than one that stays. */
function inheritPlaces(schools: Map<number, RegisteredSchool>, successions: readonly Succession[]): void {
	const placed = (school: RegisteredSchool | undefined) =>
		school && (school.town || school.postcode || school.easting !== null);
	for (let moved = true; moved;) {
		moved = false;
		for (const { predecessor, successor, kind } of successions) {
			const from = schools.get(predecessor);
			const to = schools.get(successor);
			if (!from || !to || kind === 'split' || !placed(from) || placed(to)) continue;
			const { town, locality, postcode, district, easting, northing } = from;
			Object.assign(to, {
				town,
				locality,
				postcode,
				district,
				easting,
				northing,
				placeFrom: from.placeFrom ?? from.urn,
			});
			moved = true;
		}
	}
}
