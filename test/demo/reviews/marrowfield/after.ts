import type { Story } from '../../story.ts';

/** What became of it. */
export const after: Pick<Story, 'workshop' | 'actions' | 'progress' | 'impact' | 'lookBack' | 'closed'> = {
	workshop: {
		by: 'marblewood',
		after: 11,
		outcome:
			'All teachers and nine teaching assistants, in mixed tables. We watched two minutes of talk acted out by four brave colleagues and asked: who didn’t speak, and what would you have stopped for?\n\nNext steps chosen:\n– Each maths lesson plan names one answer worth stopping for.\n– Teaching assistants keep the list of who has explained this week. On Thursday the list decides who is asked.\n– Years 4 to 6 drop the sentence starter until half-term. Any way of showing a reason counts.\n\nHelp wanted: time with the Year 5 class that draws, for everybody. The head offered to cover lessons himself, to applause.\n\nOn the review: “it felt like being looked at by people who like children”. Feedback came at the end of a very long day for the maths leader.',
	},
	actions: [
		{
			finding: 1,
			title:
				'Teaching assistants keep the list of who has explained, and Thursday’s lessons are asked from it',
			owner: 'Ivor Plumbline',
			due: 75,
			measure:
				'In any week, at least two thirds of each class from Year 2 on have explained something to the whole class.',
			updates: [
				{
					after: 35,
					progress: 'under way',
					by: 'plumbline',
					words:
						'Lists kept in every class. Week one: between a fifth and a third of the children. Week three: nearly half. Two classes keep theirs on the wall and we asked them not to.',
				},
				{
					after: 74,
					progress: 'done',
					by: 'plumbline',
					words:
						'Two thirds or more in ten of twelve classes, three weeks running. The assistants now plan Thursday’s question with the teacher, which nobody had thought of.',
				},
			],
		},
		{
			finding: 2,
			title: 'Plans name one answer worth stopping for',
			owner: 'Maths leader',
			due: 110,
			measure: 'In six lessons visited, at least four change direction because of something a child said.',
			updates: [
				{
					after: 48,
					progress: 'under way',
					words:
						'Written into the planning sheet, which made it one more box. Taken out again; the year groups now talk about it on Mondays and write nothing.',
				},
				{
					after: 108,
					progress: 'done',
					words: 'Five of six. In the sixth the children were simply right all the way through.',
				},
			],
		},
		{
			finding: 3,
			title: 'Half a term without the sentence starter in Years 4 to 6',
			owner: 'Maths leader',
			due: 60,
			measure:
				'Two colleagues from outside the year group can follow the reason in most books without asking.',
			updates: [
				{
					after: 58,
					progress: 'done',
					words:
						'Drawings in about half of the books, words in the rest, both at once in the best. We are keeping it. Year 3 asked why they still had to write the starter, which was a fair question.',
				},
			],
		},
	],
	progress: [
		{
			by: 'hedgepath',
			after: 60,
			words:
				'More children explain, and more lessons change course. I had hoped to tell you about results and can’t yet: the mock papers moved by two marks, which is a Tuesday.',
		},
	],
	impact: [
		{
			after: 112,
			heading: 'year-groups',
			action: 0,
			pupils: 'Years 2 to 6',
			words: 'Many more children explain their thinking to the whole class, the quiet ones among them.',
			measure: {
				what: 'Children who have explained something to the whole class in one week, by the classes’ lists',
				before: '27%',
				now: '68%',
			},
		},
	],
	lookBack: {
		host: {
			by: 'hedgepath',
			after: 210,
			answers: {
				applied:
					'All three actions, one in a form we had not planned. The list on Thursdays is simply how we teach now.',
				further: 'English has borrowed the list. So has the school council, to its chair’s dismay.',
				reach: 'whole',
				difference:
					'On the reasoning papers our Year 6 gained most where marks are given for saying why. The papers are short and one year is one year. The count is firmer: two thirds of children explain in a week, where it was a fifth.',
				'review-more':
					'Shown us one school that does this well. You said the drawings were good; I would have liked to see some that were better.',
				worked: 'The counting. Nobody could argue and nobody was blamed.',
				'did-not': 'I read the draft at eleven at night. Next time, in the morning.',
			},
		},
		team: {
			by: 'wintergreen',
			after: 219,
			answers: {
				applied:
					'What was agreed, plus some that was not. The planning box was tried and dropped within weeks, which we took for a good sign.',
				further:
					'Two Year 7 classes at Larkspindle now have children arriving from Marrowfield who ask “do you want another reason?”. Their teachers were surprised.',
				reach: 'beyond',
				difference: 'Lessons stop for children. We saw three in an hour.',
				'review-more': 'We were short of time in the early years and said nothing about them in the end.',
			},
		},
	},
	closed: { by: 'hedgepath', after: 226 },
};
