/**
 * The five partnerships of the published case studies, with their schools by URN where the studies name them: 23 in all.
 * Facts of public record; no person is named. Where a URN has changed since, `was` is the one of that time: the product has
 * to lead from it to the present one.
 */
export interface RealPartnership {
	name: string;
	/** What it calls its inner groups. */
	groupWord: string;
	/** Title of the preset that is shaped after how it reviews. */
	preset: string;
	members: readonly RealMember[];
	groups: readonly { name: string; members: readonly string[] }[];
	/** More schools take part than the study names: so many open state schools of the district fill it up. */
	filledUpTo?: { schools: number; district: string };
}

export interface RealMember {
	name: string;
	/** One school, or an infant and a junior school that take part as one. */
	schools: readonly { urn: number; was?: number }[];
}

export const harwich: RealPartnership = {
	name: 'Harwich Education Partnership',
	groupWord: 'group',
	preset: 'Small partnership, a review each half-term',
	members: [
		{ name: 'Harwich and Dovercourt High School', schools: [{ urn: 145061 }] },
		{ name: 'Spring Meadow Primary School', schools: [{ urn: 114834 }] },
		{ name: 'The Mayflower Primary School', schools: [{ urn: 114747 }] },
		{ name: 'All Saints’ Primary School, Dovercourt', schools: [{ urn: 115203 }] },
		{ name: 'Chase Lane Primary School', schools: [{ urn: 115301 }] },
		{ name: 'Two Village Primary School', schools: [{ urn: 151534, was: 145856 }] },
	],
	groups: [],
};

/** KSA-1: eight registered schools are six reviewing units, in two trios. */
export const saffronWalden: RealPartnership = {
	name: 'Saffron Walden partnership',
	groupWord: 'trio',
	preset: 'Trios, the report finished on the day',
	members: [
		{ name: 'Debden', schools: [{ urn: 143855 }] },
		{ name: 'Great Chesterford', schools: [{ urn: 137516 }] },
		{ name: 'St Thomas More', schools: [{ urn: 137081 }] },
		{ name: 'Katherine Semar', schools: [{ urn: 141574 }, { urn: 141572 }] },
		{ name: 'R A Butler', schools: [{ urn: 136325 }, { urn: 136328 }] },
		{ name: 'Bentfield', schools: [{ urn: 114978 }] },
	],
	groups: [
		{ name: 'Peer review trio 1', members: ['Debden', 'Great Chesterford', 'St Thomas More'] },
		{ name: 'Peer review trio 2', members: ['Katherine Semar', 'R A Butler', 'Bentfield'] },
	],
};

export const chelmsford: RealPartnership = {
	name: 'Chelmsford Education Network',
	groupWord: 'cluster',
	preset: 'Network of schools with clusters',
	members: [{ name: 'Moulsham Junior School', schools: [{ urn: 137971 }] }],
	groups: [],
	filledUpTo: { schools: 24, district: 'Chelmsford' },
};

export const colchester: RealPartnership = {
	name: 'Colchester Schools’ Consortium',
	groupWord: 'quad',
	preset: 'Consortium of quads with a steering group',
	members: [],
	groups: [],
	filledUpTo: { schools: 15, district: 'Colchester' },
};

export const notley: RealPartnership = {
	name: 'Notley Family of Schools',
	groupWord: 'group',
	preset: 'Family with independent chair and full protocol',
	members: [
		{ name: 'John Ray Infant School', schools: [{ urn: 150501, was: 114941 }] },
		{ name: 'John Ray Junior School', schools: [{ urn: 143538 }] },
		{ name: 'Notley High School', schools: [{ urn: 137013 }] },
		{ name: 'Notley Green Primary School', schools: [{ urn: 138901 }] },
		{ name: 'Rayne Primary School', schools: [{ urn: 145407 }] },
		{ name: 'Terling Primary School', schools: [{ urn: 115166 }] },
		{ name: 'White Court School', schools: [{ urn: 114988 }] },
		{ name: 'White Notley Primary School', schools: [{ urn: 115111 }] },
	],
	groups: [],
};

export const realPartnerships: readonly RealPartnership[] = [
	harwich,
	saffronWalden,
	chelmsford,
	colchester,
	notley,
];
