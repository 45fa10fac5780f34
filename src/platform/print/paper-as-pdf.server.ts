import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import type { Paper } from './paper.ts';
import { printOnSides, printPdf } from './pdf.server.ts';

const template = () => readFileSync(join(projectRoot, 'src/platform/print/paper.typ'), 'utf8');

/** A paper as a tagged PDF with bookmarks. */
export const paperAsPdf = (paper: Paper): Uint8Array<ArrayBuffer> => printPdf(template(), paper);

/** The same on so many sides, in type of 9 points at the least; `sides` tells how many it took. */
export const paperOnSides = (sides: number, paper: Paper) =>
	printOnSides(sides, ['10.5', '10', '9.5', '9'], template(), paper);

/** In type that is read standing, at arm's length. */
export const paperInLargeType = (paper: Paper): Uint8Array<ArrayBuffer> =>
	printOnSides(Number.POSITIVE_INFINITY, ['15'], template(), paper).pdf;
