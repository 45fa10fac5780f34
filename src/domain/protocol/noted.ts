import type { Stage } from './parts/stages.ts';
import type { Protocol } from './protocol.ts';

/**
 * Whether notes are written together at a stage (CSC-28): people say themselves that it is done, and it has a form. A stage with a
 * screen of its own has its form there; the questions on the quality of a review are each side's own to answer (NFS-18).
 */
export const isNoted = ({ quality }: Pick<Protocol, 'quality'>, { done, form }: Stage): boolean =>
	done === 'ticked' && form !== undefined && form !== quality.internal.form;
