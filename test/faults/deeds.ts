import type { Deed } from './deed.ts';
import { jotting } from './jotting.ts';
import { reportWriting } from './report-writing.ts';

/** Everything that is saved while the faults happen; add a deed of the domain here and it is killed too. */
export const deeds: readonly Deed[] = [jotting, reportWriting];
