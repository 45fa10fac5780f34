import { eventRoutes } from './declared-events.ts';
import { followingRoutes } from './declared-following.ts';
import { introductionRoutes } from './declared-introductions.ts';
import { meetingRoutes } from './declared-meetings.ts';
import { partnershipRoutes } from './declared-partnership.ts';
import { planningRoutes } from './declared-planning.ts';
import { peopleRoutes } from './declared-people.ts';
import { publicRoutes } from './declared-public.ts';
import { reportRoutes } from './declared-report.ts';
import { reviewRoutes } from './declared-review.ts';
import { supportRoutes } from './declared-support.ts';
import { workshopRoutes } from './declared-workshop.ts';
import type { Declared } from './declaration.ts';

/** Every route by its id, as SvelteKit names it. A route or deed that is missing here fails the tests. */
export const declared: Record<string, Declared> = {
	...publicRoutes,
	...partnershipRoutes,
	...meetingRoutes,
	...eventRoutes,
	...supportRoutes,
	...planningRoutes,
	...peopleRoutes,
	...reportRoutes,
	...workshopRoutes,
	...followingRoutes,
	...introductionRoutes,
	// Their last deed binds whoever was not.
	...reviewRoutes,
};
