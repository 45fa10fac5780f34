import { fernmarsh } from './reviews/fernmarsh.ts';
import type { Story } from './story.ts';
import type { Until } from './telling.ts';

/** The reviews of both cycles in order, by weeks from the day the demo is loaded. */
export const programme: readonly { story: Story; weeks: number; until: Until }[] = [
	{ story: fernmarsh, weeks: -112, until: 'the end' },
];
