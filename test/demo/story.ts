import type { Answers } from '#domain/form/answer.ts';
import type { KindTakenHome } from '#domain/improvement/taken-home/taken-home.ts';
import type { Progress } from '#domain/improvement/model.ts';
import type { TeamRole } from '#domain/review/roles.ts';
import type { PersonKey, SchoolKey } from '../cast.ts';

/** One review of the demo as its people would tell it. Days are counted from the day of the review. */
export interface Story {
	host: SchoolKey;
	focus: string;
	focusKind: 'current-priority' | 'embedded' | 'confirm';
	focusSource: 'self-evaluation' | 'improvement-plan' | 'inspection' | 'data';
	team: Partial<Record<PersonKey, TeamRole>>;
	meeting: Meeting;
	decisions: readonly string[];
	/** Lettered in this order. */
	lines: readonly string[];
	/** The lines that stand for an item of the host's trio: their letters with the item's. */
	takesUp?: Readonly<Record<string, string>>;
	timetable: readonly Slot[];
	evidence: readonly Piece[];
	findings: readonly Finding[];
	/** What is written under the report's headings beside the findings. */
	report: Partial<Record<'strengths' | 'development' | 'questions' | 'process', string>>;
	teamComment?: { by: PersonKey; words: string };
	responses: readonly { by: PersonKey; words: string }[];
	workshop?: { by: PersonKey; after: number; outcome: string };
	actions: readonly Action[];
	progress: readonly { by: PersonKey; after: number; words: string }[];
	/** Told by the host, under a heading of the protocol; `action` is its position in the list of actions, from 0. */
	impact?: readonly Told[];
	/** Measured by the host, and measured again. */
	baseline?: Baseline;
	/** What each of the team takes home from it. */
	takenHome?: readonly TakenHome[];
	lookBack: Partial<Record<'host' | 'team', { by: PersonKey; after: number; answers: Answers }>>;
	/** Who closed it, so many days after. */
	closed?: { by: PersonKey; after: number };
}

/** What the pre-review meeting settled; the rest of its form is the same at every school. */
export interface Meeting {
	context: string;
	organisation: string;
	sinceLast?: string;
	hostInObservations: 'yes' | 'no' | 'some';
	support?: string;
}

export interface Slot {
	key: string;
	kind: string;
	title: string;
	place: string;
	from: string;
	to: string;
	who: readonly PersonKey[];
	lines: readonly string[];
}

export interface Piece {
	by: PersonKey;
	at: string;
	/** The key of the slot it was seen in. */
	during?: string;
	line: string;
	source: string;
	kind: 'strength' | 'question' | 'development' | 'note';
	seen: string;
	soWhat: string;
	differs?: true;
	year?: string;
	photo?: Photo;
}

/** A photo of it, as far as anything invented can be photographed: drawn, faces and names covered. */
export interface Photo {
	description: string;
	/** SVG, 1200 by 900. */
	drawn: string;
}

export interface Finding {
	kind: 'strength' | 'question' | 'development';
	line: string;
	seen: string;
	effect: string;
	/** Positions in the list of evidence, from 0. */
	rests: readonly number[];
}

export interface Told {
	after: number;
	heading: string;
	words: string;
	pupils?: string;
	measure?: { what: string; before: string; now: string };
	action?: number;
}

export interface TakenHome {
	by: PersonKey;
	after: number;
	kind: KindTakenHome;
	words: string;
	/** Open to the head of their school. */
	opened?: true;
}

export interface Baseline {
	/** The first figure's day, and those of the later ones. */
	after: number;
	measure: string;
	framework: string;
	pupils: string;
	figure: string;
	hoped: string;
	again: readonly { after: number; figure: string; words: string }[];
}

export interface Action {
	/** Position in the list of findings, from 0. */
	finding: number;
	title: string;
	owner: string;
	due: number;
	measure: string;
	updates: readonly { after: number; progress: Progress; words: string; by?: PersonKey; movedTo?: number }[];
}
