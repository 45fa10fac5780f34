import type { PersonKey } from '../../cast.ts';
import type { Founded } from '../founding.ts';
import type { Story } from '../story.ts';

/** A review being told: where it stands in time, and the ids of what has been made so far. */
export interface Telling {
	founded: Founded;
	story: Story;
	id: string;
	day: string;
	newId: () => string;
	host: PersonKey;
	team: PersonKey[];
	lines: Map<string, string>;
	slots: Map<string, string>;
	evidence: string[];
	findings: string[];
}
