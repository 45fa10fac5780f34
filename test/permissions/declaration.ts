import type { Role } from './roles.ts';
import type { WhichReview, World } from './world.ts';

/** Whoever is not named finds nothing there (404), and who is signed out is sent to sign in. */
export interface Declared {
	/** Who sees it. 'anyone' may be signed out. Absent where there is nothing to read. */
	seen?: readonly Role[] | 'anyone';
	/** In which review it is asked for; today's unless said. */
	in?: WhichReview;
	deeds?: Record<string, Deed>;
}

/** One form action, or a method of a route that answers by itself. */
export interface Deed {
	/** Who is answered as somebody who may: done, or refused by a rule, with a reason. */
	by: readonly Role[] | 'anyone';
	in?: WhichReview;
	/**
	 * A form that is read whole, and is done without harm or refused by a rule that is asked after the right. `fresh` is an
	 * id of this attempt alone.
	 */
	form?: (world: World, fresh: string) => Record<string, string | string[]>;
	/** What is sent as JSON instead, where no form is read. */
	json?: (world: World, fresh: string, role: Role) => unknown;
	/** What must have happened just before, with the same `fresh`. */
	after?: { by: Role; deed: string };
	/** Why it is not posted here. */
	untried?: string;
}
