import type { SchoolKey } from '../cast.ts';

interface Said {
	name: string;
	usedFor: string;
	/** How many school years ago it began, and its last year where it is given up. */
	since: number;
	until?: number;
}

/** By which systems schools say they assess; the names are invented. */
export const systems: Partial<Record<SchoolKey, readonly Said[]>> = {
	fernmarsh: [{ name: 'Stepping Tests', usedFor: 'Years 3 to 6, reading and mathematics', since: 3 }],
	marrowfield: [
		{ name: 'Stepping Tests', usedFor: 'Years 3 to 6, mathematics', since: 1 },
		{ name: 'Ladder Reading', usedFor: 'Years 2 to 6', since: 6, until: 2 },
	],
	quillhaven: [{ name: 'Ladder Reading', usedFor: 'Years 2 to 6', since: 4 }],
	owlbeck: [{ name: 'Our own phonics checks', usedFor: 'Reception to Year 2', since: 5 }],
};
