import type { Story } from '../story.ts';

/** Writing at Fernmarsh: the fullest story of the first cycle. */
export const fernmarsh: Story = {
	host: 'fernmarsh',
	focus: 'Do our strongest young writers get the chance to write at greater depth?',
	focusKind: 'current-priority',
	focusSource: 'improvement-plan',
	team: {
		foxglove: 'facilitator',
		hedgepath: 'reviewer',
		quillington: 'reviewer',
		papermoon: 'expert',
		plumbline: 'champion',
	},
	meeting: {
		context:
			'One and a half forms of entry, so every class but one is mixed in age. The writing scheme was given up a year and a half ago and replaced by units built around whole books. Results at the end of Year 6 were secure last summer, but only four children were judged to be writing at greater depth.',
		organisation:
			'Two pairs in the morning, one in Key Stage 1 and one in Key Stage 2, so that no class is visited more than twice. The English leader is free all day. Lunch with the school council.',
		hostInObservations: 'no',
		support:
			'Somebody to moderate Year 2 writing with, as the infant classes have no parallel class to compare with.',
	},
	decisions: [
		'No class is visited before ten o’clock: Fernmarsh starts with reading and wants the team to see writing.',
		'The school sends twelve books chosen by the team from the class lists, not by the teachers.',
		'Staff are told on Monday what the team is looking for, and what it is not looking for.',
	],
	lines: [
		'What do children who write well do next, once they have done what was asked?',
		'How much of what they write do children choose for themselves: form, reader, length?',
		'Do teachers agree with each other about what greater depth looks like?',
	],
	timetable: [
		{
			key: 'welcome',
			kind: 'senior-leaders',
			title: 'The headteacher introduces the school and the question',
			place: 'Library',
			from: '08:45',
			to: '09:15',
			who: ['foxglove', 'hedgepath', 'quillington', 'papermoon', 'inkwell'],
			lines: ['A', 'B', 'C'],
		},
		{
			key: 'leader',
			kind: 'subject-leaders',
			title: 'Conversation with the English leader',
			place: 'Library',
			from: '09:20',
			to: '10:00',
			who: ['hedgepath', 'papermoon'],
			lines: ['C'],
		},
		{
			key: 'ks2',
			kind: 'observation',
			title: 'Writing in the three upper classes',
			place: 'Upper corridor',
			from: '10:05',
			to: '11:05',
			who: ['hedgepath', 'quillington'],
			lines: ['A', 'B'],
		},
		{
			key: 'ks1',
			kind: 'observation',
			title: 'Writing in Years 1 and 2',
			place: 'Infant block',
			from: '10:05',
			to: '11:05',
			who: ['papermoon', 'foxglove'],
			lines: ['A', 'B'],
		},
		{
			key: 'books',
			kind: 'books',
			title: 'Twelve writing books from last September until now',
			place: 'Library',
			from: '11:20',
			to: '12:20',
			who: ['hedgepath', 'quillington', 'papermoon'],
			lines: ['A', 'B', 'C'],
		},
		{
			key: 'pupils',
			kind: 'pupils',
			title: 'Ten children bring a piece they are proud of',
			place: 'Hall',
			from: '13:05',
			to: '13:45',
			who: ['quillington', 'papermoon'],
			lines: ['A', 'B'],
		},
		{
			key: 'sort',
			kind: 'team-time',
			title: 'The team sorts what it has seen',
			place: 'Library',
			from: '13:50',
			to: '15:05',
			who: ['foxglove', 'hedgepath', 'quillington', 'papermoon'],
			lines: [],
		},
		{
			key: 'feedback',
			kind: 'feedback',
			title: 'Feedback to the headteacher',
			place: 'Library',
			from: '15:10',
			to: '15:50',
			who: ['foxglove', 'hedgepath', 'quillington', 'papermoon', 'inkwell'],
			lines: [],
		},
	],
	evidence: [
		{
			by: 'hedgepath',
			at: '09:48',
			during: 'leader',
			line: 'C',
			source: 'leaders',
			kind: 'note',
			seen: 'The English leader keeps a folder of pieces that staff argued about last year, with the two sides of each argument written on the back.',
			soWhat:
				'People here can disagree about a piece of writing and learn from it. The folder stops at Year 4, though: nothing from the top of the school.',
		},
		{
			by: 'papermoon',
			at: '10:22',
			during: 'ks1',
			line: 'B',
			source: 'observation',
			kind: 'strength',
			year: 'Year 2',
			seen: 'After a story about a lost kite, children picked who should tell it. We counted a kite, a tree, a grandmother, a seagull and the wind.',
			soWhat:
				'Because the voice was theirs to choose, sentences changed shape. The seagull was rude and short; the tree went on and on, on purpose.',
		},
		{
			by: 'hedgepath',
			at: '10:31',
			during: 'ks2',
			line: 'A',
			source: 'observation',
			kind: 'development',
			year: 'Year 5',
			seen: 'Three children had met everything on the checklist by twenty past ten. They asked what to do and were told to check their spellings, then to read quietly.',
			soWhat:
				'The checklist is a floor that has become a ceiling. These three stopped writing with half an hour of the lesson left.',
		},
		{
			by: 'quillington',
			at: '10:44',
			during: 'ks2',
			line: 'A',
			source: 'observation',
			kind: 'strength',
			year: 'Year 6',
			seen: 'A pupil read a paragraph aloud, said “that’s not how she would say it”, crossed out two lines and tried again. Nobody had asked for it.',
			soWhat:
				'There are writers in this room who hear their reader. The lesson had left them the time to go back.',
		},
		{
			by: 'foxglove',
			at: '10:52',
			during: 'ks1',
			line: 'A',
			source: 'observation',
			kind: 'question',
			year: 'Year 1',
			seen: 'The confident writers were given a longer strip of paper. They filled it with more of the same sentence.',
			soWhat:
				'Is more the same as deeper? What would a child of six do with a choice of words in place of a longer strip?',
		},
		{
			by: 'quillington',
			at: '11:35',
			during: 'books',
			line: 'B',
			source: 'work-scrutiny',
			kind: 'development',
			seen: 'In eight of twelve books from Years 3 to 6, every piece since September has the same title and the same opening line as its neighbour’s.',
			soWhat:
				'Children write well inside a frame that somebody else has made. We could not tell what any of them would have chosen.',
		},
		{
			by: 'papermoon',
			at: '11:50',
			during: 'books',
			line: 'C',
			source: 'work-scrutiny',
			kind: 'strength',
			seen: 'Teachers’ comments talk to the writer about the reader: “I lost him here, did you want me to?” One comment in two is answered by a change in the text.',
			soWhat: 'Feedback is read and used. It is the best lever this school has for the next step.',
		},
		{
			by: 'hedgepath',
			at: '12:05',
			during: 'books',
			line: 'C',
			source: 'work-scrutiny',
			kind: 'development',
			differs: true,
			seen: 'We put four Year 6 pieces in order and then looked at the school’s own order. We agreed on the first and on nothing after it.',
			soWhat:
				'The head’s own view is that judgements are secure. On this evidence they are secure at the expected standard and unsure above it.',
		},
		{
			by: 'quillington',
			at: '13:18',
			during: 'pupils',
			line: 'A',
			source: 'pupils',
			kind: 'note',
			year: 'Year 5',
			seen: '“I know it’s finished when all the boxes are ticked. Then I usually have a bit of a draw.”',
			soWhat: 'A cheerful and exact account of line A.',
		},
		{
			by: 'papermoon',
			at: '13:27',
			during: 'pupils',
			line: 'B',
			source: 'pupils',
			kind: 'strength',
			year: 'Year 6',
			seen: 'Asked for the piece they were proudest of, seven of ten brought something from the after-school newspaper, and not from a lesson.',
			soWhat:
				'The newspaper gives them a reader, a word limit and an editor of eleven who says no. That can be brought into lessons.',
		},
		{
			by: 'quillington',
			at: '13:36',
			during: 'pupils',
			line: 'B',
			source: 'pupils',
			kind: 'note',
			year: 'Year 4',
			seen: '“In the newspaper you can be funny. In literacy you have to use a fronted adverbial first.”',
			soWhat: 'Heard, laughed at, and agreed with by the whole table.',
		},
		{
			by: 'hedgepath',
			at: '14:10',
			line: 'C',
			source: 'school-data',
			kind: 'note',
			seen: 'Of fourteen children judged to write at greater depth at the end of Year 2, four were judged so at the end of Year 6.',
			soWhat:
				'Small numbers, and children move. But it points the same way as the books: depth is found early and not fed later.',
		},
	],
	findings: [
		{
			kind: 'strength',
			line: 'C',
			seen: 'Teachers write to children as readers, and children answer by changing their text.',
			effect:
				'Drafting means something here. Children as young as six go back to a sentence because somebody did not follow it.',
			rests: [6, 3],
		},
		{
			kind: 'strength',
			line: 'B',
			seen: 'Where the voice or the reader is left to the child, in Year 2 and in the school newspaper, the writing takes risks.',
			effect: 'Children vary sentences for a reason they can explain, which is what greater depth asks for.',
			rests: [1, 9, 10],
		},
		{
			kind: 'development',
			line: 'A',
			seen: 'In the upper classes the checklist tells able writers when to stop.',
			effect:
				'Those who could go further tidy up, draw or wait. Up to half an hour of a writing lesson is lost to them.',
			rests: [2, 8, 4],
		},
		{
			kind: 'development',
			line: 'C',
			seen: 'Above the expected standard, teachers do not yet share a picture of what they are looking for.',
			effect:
				'The same piece is praised in one class and passed over in the next, so children can’t tell what better is.',
			rests: [7, 0, 11],
		},
		{
			kind: 'question',
			line: 'B',
			seen: 'From Year 3 on, title, form and opening are nearly always given.',
			effect: 'What would happen if one piece in each unit had none of the three?',
			rests: [5, 9],
		},
	],
	report: {
		strengths:
			'We were struck all day by how readily children talked about their readers. They did not perform for visitors; they were busy. The change from a bought scheme to whole books has given every class something worth writing about, and the English leader has carried her colleagues with patience and good humour.',
		development:
			'Both points come from the same place. The checklist was brought in for good reasons, to help children who did not know where to begin, and it has helped them. It now needs an upper edge that opens. We would begin with Years 5 and 6, with pieces on the table and not with a new document.',
		questions: 'We would ask the second question of the newspaper’s editors first. They have strong views.',
		process:
			'Choosing the books ourselves made the hour with them honest. We would start the conversation with pupils before lunch another time: it changed what we went looking for, and by then the lessons were over.',
	},
	teamComment: {
		by: 'quillington',
		words:
			'I came to look at writing in a primary school and went home with a page of notes for my own Year 7. Two of my English teachers would like to spend a morning with the newspaper, if its editors will have them.',
	},
	responses: [
		{
			by: 'inkwell',
			words:
				'Thank you for reading our books as though they were books. The finding about the checklist stung for an evening and has been useful ever since. You are right that I thought our judgements were secure; I had been looking at the ones we all agree on. Staff asked me to say that the feedback at the end of the day was kind, clear and short, and that they noticed all three.',
		},
	],
	workshop: {
		by: 'plumbline',
		after: 9,
		outcome:
			'Nineteen staff, teaching assistants included, an hour and a half after school. We began with six anonymous pieces on each table and the question “what would you say to this writer next?”, and only then laid out the findings.\n\nWhat staff chose to do first:\n– In Years 5 and 6 the checklist loses its last third. In its place stands one question: what do you want your reader to do now?\n– Once a half-term, a “free piece”: no title, no form, no opening given. A trial in three classes until Easter.\n– Moderation moves from twice a year to three short sessions a term, always with one piece from the year above and one from the year below.\n\nWhat staff asked for: another school to moderate with, above all in Year 2 and Year 6.\n\nOn the review itself: people liked being told beforehand what the team was not looking at. Two would have liked the team in the staffroom at break.',
	},
	actions: [
		{
			finding: 2,
			title: 'Replace the end of the checklist in Years 5 and 6 with a question about the reader',
			owner: 'Morwenna Tealeaf',
			due: 80,
			measure:
				'In a lesson visited without warning, the children who finish first are still writing, and can say what they are changing and for whom.',
			updates: [
				{
					after: 30,
					progress: 'under way',
					by: 'tealeaf',
					words:
						'Running in both Year 5 and 6 classes. The first week was noisy: children asked “but is it finished?” a great deal. By the third week they asked each other.',
				},
				{
					after: 78,
					progress: 'done',
					by: 'tealeaf',
					words:
						'Visited four lessons in a fortnight. In three, nobody had stopped. In the fourth two had, and knew why: they were waiting to read theirs to someone. Year 4 has asked to join.',
				},
			],
		},
		{
			finding: 3,
			title:
				'Three short moderation sessions a term, with pieces from the year above and below, two of them with Marrowfield',
			owner: 'English leader',
			due: 150,
			measure: 'Given five unmarked Year 6 pieces, teachers of Years 4 to 6 put the same two at the top.',
			updates: [
				{
					after: 52,
					progress: 'under way',
					words:
						'First session with Marrowfield held in their staffroom. We disagreed about nearly everything for forty minutes and then not at all. Second date fixed.',
				},
				{
					after: 120,
					progress: 'under way',
					words:
						'The second joint session was lost to the flu. We held one of our own and moved the joint one to after the holiday.',
					movedTo: 185,
				},
				{
					after: 180,
					progress: 'done',
					words:
						'Five pieces, six teachers: five chose the same two, the sixth chose one of them. The argument about the other is now in the folder.',
				},
			],
		},
		{
			finding: 4,
			title: 'A free piece each half-term in Years 3, 4 and 6',
			owner: 'Rosalind Inkwell',
			due: 130,
			measure:
				'Each class shows at least four different forms among its free pieces, and the school council says the pieces are worth reading.',
			updates: [
				{
					after: 60,
					progress: 'under way',
					words:
						'First round done. Year 3 wrote twenty-six letters, because I had just shown them a letter. Lesson learned: show them three things or none.',
				},
				{
					after: 126,
					progress: 'changed course',
					words:
						'Two classes now let children choose between a free piece and the newspaper, which has become a weekly with a queue. The queue seems to do what we hoped the free piece would, so we are following it.',
				},
			],
		},
	],
	progress: [
		{
			by: 'inkwell',
			after: 70,
			words:
				'Two of three actions are under way and one has surprised us. Able writers in Years 5 and 6 write for longer. I can’t yet show that they write better, and I would like us to look at that in the summer and not claim it before.',
		},
	],
	lookBack: {
		host: {
			by: 'inkwell',
			after: 215,
			answers: {
				applied:
					'The checklist now ends in a question. We moderate three times a term, twice of those with Marrowfield. The free piece became the weekly newspaper, which any child from Year 3 can write for.',
				further:
					'Year 2 borrowed the question from the top of the school and words it “who is listening?”. Parents have begun to write letters to the editor.',
				reach: 'whole',
				difference:
					'Nine children left Year 6 writing at greater depth, against four the year before. The cohorts differ, so I set more by something else: in the last book look we could tell whose writing it was without the name.',
				'review-more':
					'An hour with the teaching assistants. They sit next to the children this was about and nobody asked them.',
				worked: 'Feedback on the day itself, and a workshop led by someone who had heard it.',
				'did-not': 'The second joint moderation. One bad week for illness cost us a term.',
			},
		},
		team: {
			by: 'hedgepath',
			after: 222,
			answers: {
				applied:
					'We came back for a morning. The checklist is half as long and is used by those who need it. We saw no able writer waiting.',
				further:
					'Marrowfield has taken the moderation pattern for its own Years 4 to 6, which was not in anybody’s plan.',
				reach: 'beyond',
				difference:
					'Children’s talk has changed most. In the review they told us when a piece was finished. Now they told us what was still wrong with it.',
				'review-more':
					'We might have offered the moderation partner on the day. It took four weeks of emails to arrange what three of us in the room could have agreed in two minutes.',
				worked: 'Choosing the books from the class lists.',
			},
		},
	},
	closed: { by: 'foxglove', after: 230 },
};
