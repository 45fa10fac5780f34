import type { AppointmentRole, ResponsibilityRole } from '#domain/partnership/model.ts';

// The people and schools that tests and the demo share. Every school, place and person here is invented, and named so that
// nobody can take them for a real one; addresses end in .example, where no letter can arrive.

/** The partnership they form, marked as what it is wherever its name is read. */
export const partnership = { name: 'Eight Stiles Family of Schools (demo)', groupWord: 'trio' };

export const schools = {
	fernmarsh: { name: 'Fernmarsh Primary School', place: 'Fernmarsh (invented)' },
	owlbeck: { name: 'Owlbeck Infant School', place: 'Owlbeck (invented)' },
	quillhaven: { name: 'Quillhaven Junior School', place: 'Owlbeck (invented)' },
	tumblebrook: { name: 'Tumblebrook Village School', place: 'Tumblebrook (invented)' },
	larkspindle: { name: 'Larkspindle High School', place: 'Larkspindle (invented)' },
	allLarks: { name: 'All Larks Church of England Primary School', place: 'Puddlewick (invented)' },
	marrowfield: { name: 'Marrowfield Primary School', place: 'Marrowfield (invented)' },
	bramblesea: { name: 'Bramblesea Community Primary School', place: 'Bramblesea (invented)' },
} as const;
export type SchoolKey = keyof typeof schools;

export interface CastMember {
	name: string;
	school?: SchoolKey;
	role: AppointmentRole | ResponsibilityRole;
}

export const cast = {
	inkwell: { name: 'Rosalind Inkwell', school: 'fernmarsh', role: 'headteacher' },
	applecart: { name: 'Desmond Applecart', school: 'owlbeck', role: 'headteacher' },
	lanternby: { name: 'Priya Lanternby', school: 'quillhaven', role: 'headteacher' },
	thimbleton: { name: 'Gwen Thimbleton', school: 'tumblebrook', role: 'headteacher' },
	quillington: { name: 'Femi Quillington', school: 'larkspindle', role: 'headteacher' },
	buttercrane: { name: 'Agnes Buttercrane', school: 'allLarks', role: 'executive head' },
	wickstraw: { name: 'Callum Wickstraw', school: 'allLarks', role: 'head of school' },
	hedgepath: { name: 'Tomasz Hedgepath', school: 'marrowfield', role: 'headteacher' },
	saltmarrow: { name: 'Bettina Saltmarrow', school: 'bramblesea', role: 'headteacher' },
	copperkettle: { name: 'Nadia Copperkettle', school: 'fernmarsh', role: 'champion' },
	plumbline: { name: 'Ivor Plumbline', school: 'marrowfield', role: 'champion' },
	marblewood: { name: 'Sunita Marblewood', school: 'bramblesea', role: 'champion' },
	featherby: { name: 'Joss Featherby', school: 'larkspindle', role: 'champion' },
	papermoon: { name: 'Edie Papermoon', school: 'owlbeck', role: 'senior leader' },
	wintergreen: { name: 'Hal Wintergreen', school: 'larkspindle', role: 'senior leader' },
	tealeaf: { name: 'Morwenna Tealeaf', school: 'fernmarsh', role: 'deputy' },
	ropewalk: { name: 'Winifred Ropewalk', school: 'fernmarsh', role: 'governor' },
	foxglove: { name: 'Marguerite Foxglove', role: 'independent chair' },
	ledgerly: { name: 'Oswin Ledgerly', role: 'administrator' },
	tidewater: { name: 'Leonie Tidewater', role: 'outside partner' },
} as const satisfies Record<string, CastMember>;
export type PersonKey = keyof typeof cast;

/** Who founds the partnership and chairs it, beside heading a school of it. */
export const founder: PersonKey = 'lanternby';

/** 'Rosalind Inkwell' → 'rosalind.inkwell@eight-stiles.example' */
export const addressOf = (key: PersonKey): string =>
	`${cast[key].name.toLowerCase().replaceAll(' ', '.')}@eight-stiles.example`;

/** The trios of the present school year. */
export const trios: Record<string, readonly SchoolKey[]> = {
	'Brook trio': ['fernmarsh', 'tumblebrook', 'marrowfield'],
	'Harbour trio': ['bramblesea', 'allLarks', 'larkspindle'],
	'Owlbeck pair': ['owlbeck', 'quillhaven'],
};
