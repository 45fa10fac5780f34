import { allLarks } from './reviews/all-larks.ts';
import { brambleseaToday } from './reviews/bramblesea-today.ts';
import { bramblesea } from './reviews/bramblesea.ts';
import { fernmarsh } from './reviews/fernmarsh.ts';
import { larkspindle } from './reviews/larkspindle.ts';
import { marrowfield } from './reviews/marrowfield.ts';
import { owlbeckAgain } from './reviews/owlbeck-again.ts';
import { owlbeck } from './reviews/owlbeck.ts';
import { quillhavenAhead } from './reviews/quillhaven-ahead.ts';
import { quillhaven } from './reviews/quillhaven.ts';
import { tumblebrookAgain } from './reviews/tumblebrook-again.ts';
import { tumblebrook } from './reviews/tumblebrook.ts';
import type { Story } from './story.ts';
import type { Until } from './tell.ts';

/** The reviews of both cycles in order, by weeks from the day the demo is loaded. */
export const programme: readonly { story: Story; weeks: number; until: Until }[] = [
	{ story: fernmarsh, weeks: -112, until: 'the end' },
	{ story: marrowfield, weeks: -104, until: 'the end' },
	{ story: larkspindle, weeks: -96, until: 'the end' },
	{ story: tumblebrook, weeks: -84, until: 'the end' },
	{ story: allLarks, weeks: -72, until: 'the end' },
	{ story: owlbeck, weeks: -64, until: 'the end' },
	{ story: quillhaven, weeks: -58, until: 'the end' },
	{ story: bramblesea, weeks: -52, until: 'the end' },
	{ story: tumblebrookAgain, weeks: -10, until: 'the end' },
	{ story: owlbeckAgain, weeks: -4, until: 'the end' },
	{ story: brambleseaToday, weeks: 0, until: 'on the day' },
	{ story: quillhavenAhead, weeks: 4, until: 'accepted' },
];
