import type { DatingAnswer, DatingInput } from '../dating/model.ts';
import type { TeamingAnswer, TeamingInput, TeamRole } from '../teaming/model.ts';

/** What people agreed to for one review. */
export interface Agreed {
	review: string;
	/** Empty where no team is agreed: any team is then no change. */
	people: { person: string; role: TeamRole }[];
	/** The first day; null where none is agreed: any day is then no change. */
	day: string | null;
}

/** Teams and days of one year, to be chosen in one go. Plain data: it is stored, and crosses to another thread. */
export interface YearInput {
	teams: TeamingInput;
	/** `people` of each review are those of the host; its team is added once it is known. The same reviews as those of `teams`. */
	days: DatingInput;
	/** What was agreed before, to be kept where it can be; empty where nothing is. */
	agreed: Agreed[];
}

export interface YearAnswer {
	stage: 'year';
	teams: TeamingAnswer;
	days: DatingAnswer;
	/** Where something was agreed: which of these reviews change, in team or day, and the fewest that any plan can change. */
	changed: { reviews: string[]; fewest: number; proven: boolean } | null;
}
