import type { Story } from '../../story.ts';

/** What became of it. */
export const after: Pick<
	Story,
	'workshop' | 'actions' | 'progress' | 'takenHome' | 'baseline' | 'impact' | 'lookBack' | 'closed'
> = {
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
	takenHome: [
		{
			by: 'papermoon',
			after: 2,
			kind: 'a method',
			words:
				'Put two finished pieces side by side and ask only which one the reader would keep. I tried it with my own class on Monday and nobody mentioned full stops.',
			opened: true,
		},
		{
			by: 'papermoon',
			after: 2,
			kind: 'reassurance',
			words: 'Able writers wait elsewhere, too. It is not that I plan badly.',
		},
		{
			by: 'hedgepath',
			after: 3,
			kind: 'a resource',
			words: 'The folder of moderated pieces with the argument written on the back.',
		},
		{
			by: 'quillington',
			after: 5,
			kind: 'professional development',
			words: 'I had not watched anybody teach for a whole morning since I became a head.',
		},
	],
	baseline: {
		after: 16,
		measure: 'Writing at greater depth',
		framework: 'Teacher assessment framework at the end of key stage 2',
		pupils: 'Year 6',
		figure: '5 of 58',
		hoped: '8 of 58 by the summer, and agreed with another school',
		again: [
			{
				after: 188,
				figure: '9 of 58',
				words:
					'The same children, judged again with Marrowfield at the table. Two of the nine were hard to agree on, and we wrote down why.',
			},
		],
	},
	impact: [
		{
			after: 182,
			heading: 'assessment',
			action: 1,
			words:
				'Teachers of Years 4 to 6 now agree on what a strong piece is, and can say why. In the autumn each of us could only say which.',
			measure: {
				what: 'Unmarked Year 6 pieces whose place all six teachers agreed on',
				before: '9 of 30',
				now: '24 of 30',
			},
		},
		{
			after: 184,
			heading: 'marking',
			action: 0,
			pupils: 'Years 4, 5 and 6',
			words:
				'Children who finish first go on writing, and ask each other what to change. Whether they write better we cannot show yet.',
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
