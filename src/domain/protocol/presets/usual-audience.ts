import { leastFewestPupils, type Audience } from '../parts/audience.ts';
import type { ProtocolDraft } from '../protocol.ts';

type Bounds = ProtocolDraft['audience']['things']['report'];

export const fewestPupils = leastFewestPupils;

/** Read by `floor` without asking; the host may open it to `further` as well; `countedBy` see it counted, unread. */
export const readBy = (
	floor: readonly Audience[],
	further: readonly Audience[] = [],
	countedBy: readonly Audience[] = [],
): Bounds => ({ floor: [...floor], ceiling: [...floor, ...further], countedBy: [...countedBy] });
