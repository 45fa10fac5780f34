import type { Story } from '../story.ts';

/** The review of today: the team is in the building and its evidence is arriving. */
export const brambleseaToday: Story = {
	host: 'bramblesea',
	focus: 'Do children who find reading hard get to read things worth reading?',
	focusKind: 'current-priority',
	focusSource: 'data',
	team: { foxglove: 'facilitator', inkwell: 'reviewer', lanternby: 'reviewer', papermoon: 'expert', featherby: 'champion' },
	meeting: { context: 'Reading is our lowest result and has been for three years. Children who fall behind read short books made for practice, some of them until Year 5. Their friends are reading about shipwrecks.', organisation: 'Two pairs until lunch, then the whole team with the library’s junior staff of nine. The reading leader is free all day.', sinceLast: 'The page for children who have been away is in every class. Pictures home have stopped: the person who sent them left.', hostInObservations: 'some', support: 'Book choice for older children who read at the level of Year 1. We have run out of books they can bear.' },
	decisions: [
		'The team hears children read only where the child says yes.',
		'Nobody is asked to read aloud in front of a group.',
		'The head joins the learning walk in Year 4 and none of the conversations with pupils.',
	],
	lines: ['What do children on practice books read besides?', 'Who decides when a child moves on, and on what grounds?', 'What do these children say about themselves as readers?'],
	timetable: [
		{ key: 'welcome', kind: 'senior-leaders', title: 'The headteacher introduces the question', place: 'Family room', from: '08:35', to: '09:00', who: ['foxglove', 'inkwell', 'lanternby', 'papermoon', 'saltmarrow'], lines: ['A', 'B', 'C'] },
		{ key: 'lower', kind: 'observation', title: 'Reading in Years 1 to 3', place: 'Harbour wing', from: '09:05', to: '10:15', who: ['papermoon', 'foxglove'], lines: ['A', 'B'] },
		{ key: 'upper', kind: 'learning-walk', title: 'Reading in Years 4 to 6', place: 'Hill wing', from: '09:05', to: '10:15', who: ['inkwell', 'lanternby', 'saltmarrow'], lines: ['A', 'B'] },
		{ key: 'leader', kind: 'subject-leaders', title: 'Conversation with the reading leader', place: 'Family room', from: '10:35', to: '11:15', who: ['papermoon', 'lanternby'], lines: ['B'] },
		{ key: 'reading', kind: 'reading', title: 'Reading with children who say yes', place: 'Library', from: '11:20', to: '12:10', who: ['papermoon', 'inkwell'], lines: ['A', 'C'] },
		{ key: 'library', kind: 'pupils', title: 'The nine children who run the library', place: 'Library', from: '13:00', to: '13:35', who: ['foxglove', 'inkwell', 'lanternby', 'papermoon'], lines: ['A', 'C'] },
		{ key: 'sort', kind: 'team-time', title: 'Sorting what we have seen', place: 'Family room', from: '13:45', to: '15:00', who: ['foxglove', 'inkwell', 'lanternby', 'papermoon'], lines: [] },
		{ key: 'feedback', kind: 'feedback', title: 'Feedback to the headteacher', place: 'Family room', from: '15:10', to: '15:50', who: ['foxglove', 'inkwell', 'lanternby', 'papermoon', 'saltmarrow'], lines: [] },
	],
	evidence: [
		{ by: 'papermoon', at: '09:18', during: 'lower', line: 'B', source: 'observation', kind: 'strength', year: 'Year 1', seen: 'Each child’s practice book is changed the day it becomes easy. Two changed while we watched, with a handshake.', soWhat: 'At this age nobody waits, and moving on is an event.' },
		{ by: 'inkwell', at: '09:27', during: 'upper', line: 'A', source: 'learning-walk', kind: 'development', year: 'Year 5', seen: 'During quiet reading, five children had practice books hidden inside larger ones.', soWhat: 'They know what the thin book says about them. They were reading it, though.' },
		{ by: 'lanternby', at: '09:34', during: 'upper', line: 'A', source: 'learning-walk', kind: 'strength', year: 'Year 4', seen: 'The class novel is read aloud by the teacher with everyone following. A child on practice books corrected the teacher on who had stolen the boat, and was right.', soWhat: 'He can’t read it alone yet and has missed none of it.' },
		{ by: 'inkwell', at: '09:51', during: 'upper', line: 'B', source: 'observation', kind: 'question', year: 'Year 6', seen: 'A chart by the door shows who is on which colour. Three names had not moved since the autumn half-term of last year.', soWhat: 'Who is the chart for?' },
		{ by: 'foxglove', at: '10:02', during: 'lower', line: 'A', source: 'observation', kind: 'note', year: 'Year 3', seen: 'After practice reading, children may take any book from the trolley. Those on the lowest colours were last to the trolley, because they finished last.', soWhat: 'A queue that nobody designed.' },
		{ by: 'lanternby', at: '10:48', during: 'leader', line: 'B', source: 'leaders', kind: 'note', differs: true, seen: 'The reading leader believes that every child on practice books also takes a library book home. The library’s own cards show eleven of twenty-eight.', soWhat: 'She asked for the cards before we did. We will look at them together after lunch.' },
		{ by: 'papermoon', at: '11:31', during: 'reading', line: 'C', source: 'reading', kind: 'note', year: 'Year 5', seen: '“I’m a slow reader but I’m a good listener, so I get the story anyway.”', soWhat: 'Said with dignity by someone who then read me a page about eels.' },
	],
	findings: [],
	report: {},
	responses: [],
	actions: [],
	progress: [],
	lookBack: {},
};
