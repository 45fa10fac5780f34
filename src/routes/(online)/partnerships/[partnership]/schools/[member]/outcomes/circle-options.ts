import type { Circle } from '#domain/outcome/access.ts';

/** Whom a head may let in on figures. */
export const circleOptions: { value: Circle; label: string }[] = [
	{ value: 'governors', label: 'Your governors' },
	{ value: 'heads', label: 'Heads of the partnership' },
	{ value: 'partnership', label: 'Everyone in the partnership' },
];
