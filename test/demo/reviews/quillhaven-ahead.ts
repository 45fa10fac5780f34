import type { Story } from '../story.ts';

/** The next review: proposed and nearly agreed, its pre-review meeting still to come. */
export const quillhavenAhead: Story = {
	host: 'quillhaven',
	focus: 'Has the move of the playground become a change in how children treat each other?',
	focusKind: 'embedded',
	focusSource: 'self-evaluation',
	team: {
		foxglove: 'facilitator',
		hedgepath: 'reviewer',
		wickstraw: 'reviewer',
		saltmarrow: 'reviewer',
		plumbline: 'champion',
	},
	meeting: { context: '', organisation: '', hostInObservations: 'no' },
	decisions: [],
	lines: [
		'What do children do now when a game goes wrong?',
		'Have the midday staff become part of how the school decides?',
	],
	timetable: [],
	evidence: [],
	findings: [],
	report: {},
	responses: [],
	actions: [],
	progress: [],
	lookBack: {},
};
