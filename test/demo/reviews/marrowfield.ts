import type { Story } from '../story.ts';

/** Reasoning in mathematics at Marrowfield. */
export const marrowfield: Story = {
	host: 'marrowfield',
	focus: 'When children explain their thinking in maths, does anything change because of it?',
	focusKind: 'current-priority',
	focusSource: 'data',
	team: {
		foxglove: 'facilitator',
		inkwell: 'reviewer',
		saltmarrow: 'reviewer',
		wintergreen: 'expert',
		marblewood: 'champion',
	},
	meeting: {
		context:
			'Two forms of entry, a nursery, and a staff in which nobody has taught for more than six years except the deputy. Arithmetic is solid. On the papers that ask for reasons our children lose marks they should have.',
		organisation:
			'Everything happens in maths lessons before lunch, which the school has moved for the day. The maths leader walks with the team for the first hour and teaches for the second.',
		hostInObservations: 'some',
		support: 'A look at how other schools use teaching assistants during whole-class talk.',
	},
	decisions: [
		'The team sees the last ten minutes of lessons as well as the first ten.',
		'The head joins one observation, in Year 4, so that he can compare notes with the team afterwards.',
	],
	lines: [
		'What do teachers do with an explanation once a child has given it?',
		'Who explains, and who doesn’t?',
		'Does the written work show the thinking that we hear?',
	],
	timetable: [
		{
			key: 'welcome',
			kind: 'senior-leaders',
			title: 'Welcome, and why this question',
			place: 'Head’s room',
			from: '08:40',
			to: '09:05',
			who: ['foxglove', 'inkwell', 'saltmarrow', 'wintergreen', 'hedgepath'],
			lines: ['A', 'B', 'C'],
		},
		{
			key: 'lower',
			kind: 'observation',
			title: 'Maths in Years 1 to 3',
			place: 'Ground floor',
			from: '09:10',
			to: '10:20',
			who: ['inkwell', 'foxglove'],
			lines: ['A', 'B'],
		},
		{
			key: 'upper',
			kind: 'observation',
			title: 'Maths in Years 4 to 6',
			place: 'First floor',
			from: '09:10',
			to: '10:20',
			who: ['saltmarrow', 'wintergreen'],
			lines: ['A', 'B'],
		},
		{
			key: 'leader',
			kind: 'subject-leaders',
			title: 'Conversation with the maths leader',
			place: 'Music room',
			from: '10:40',
			to: '11:15',
			who: ['wintergreen', 'inkwell'],
			lines: ['A', 'C'],
		},
		{
			key: 'books',
			kind: 'books',
			title: 'Maths books of three children from each class',
			place: 'Music room',
			from: '11:20',
			to: '12:10',
			who: ['saltmarrow', 'wintergreen', 'inkwell'],
			lines: ['C'],
		},
		{
			key: 'pupils',
			kind: 'pupils',
			title: 'Two groups with their books',
			place: 'Hall',
			from: '13:00',
			to: '13:40',
			who: ['inkwell', 'saltmarrow'],
			lines: ['B', 'C'],
		},
		{
			key: 'assistants',
			kind: 'staff',
			title: 'Conversation with five teaching assistants',
			place: 'Staffroom',
			from: '13:00',
			to: '13:40',
			who: ['foxglove', 'wintergreen'],
			lines: ['B'],
		},
		{
			key: 'sort',
			kind: 'team-time',
			title: 'Sorting and writing',
			place: 'Music room',
			from: '13:50',
			to: '15:10',
			who: ['foxglove', 'inkwell', 'saltmarrow', 'wintergreen'],
			lines: [],
		},
		{
			key: 'feedback',
			kind: 'feedback',
			title: 'Feedback to the headteacher',
			place: 'Head’s room',
			from: '15:15',
			to: '15:55',
			who: ['foxglove', 'inkwell', 'saltmarrow', 'wintergreen', 'hedgepath'],
			lines: [],
		},
	],
	evidence: [
		{
			by: 'saltmarrow',
			at: '09:24',
			during: 'upper',
			line: 'A',
			source: 'observation',
			kind: 'strength',
			year: 'Year 5',
			seen: 'A wrong answer about eighths was left on the board. “I’m not rubbing it out, somebody might need it.” Twenty minutes later somebody did.',
			soWhat: 'Errors are material here, not embarrassments. The class went quiet in the good way.',
		},
		{
			by: 'wintergreen',
			at: '09:33',
			during: 'upper',
			line: 'B',
			source: 'observation',
			kind: 'development',
			year: 'Year 6',
			seen: 'In eighteen minutes of class talk, eleven explanations. Nine came from the same four children, all of whom sit where the light is.',
			soWhat: 'The talk is good and belongs to few. The other twenty-four are an audience.',
		},
		{
			by: 'inkwell',
			at: '09:41',
			during: 'lower',
			line: 'A',
			source: 'observation',
			kind: 'strength',
			year: 'Year 2',
			seen: 'Children hold up one finger for “I agree”, two for “I agree for another reason”. The teacher always asks a two.',
			soWhat:
				'A small habit that makes a second explanation worth having. Six-year-olds waited to hear what the other reason was.',
		},
		{
			by: 'foxglove',
			at: '09:50',
			during: 'lower',
			line: 'B',
			source: 'observation',
			kind: 'question',
			year: 'Year 3',
			seen: 'A teaching assistant whispered the explanation to the child beside her a moment before the child was asked.',
			soWhat: 'Kindly meant. What would happen if the whisper were a question?',
		},
		{
			by: 'saltmarrow',
			at: '10:08',
			during: 'upper',
			line: 'A',
			source: 'observation',
			kind: 'development',
			year: 'Year 4',
			seen: 'Explanations were thanked, each with the same warm word, and the lesson went on as planned. One of them was wrong, and nobody noticed.',
			soWhat: 'Explaining has become a thing to be done. It does not yet change what happens next.',
		},
		{
			by: 'wintergreen',
			at: '10:55',
			during: 'leader',
			line: 'A',
			source: 'leaders',
			kind: 'note',
			differs: true,
			seen: 'The maths leader expects that about half the class speaks in any lesson.',
			soWhat: 'We counted between four and nine of thirty. She asked us to count again with her, and did.',
		},
		{
			by: 'saltmarrow',
			at: '11:36',
			during: 'books',
			line: 'C',
			source: 'work-scrutiny',
			kind: 'development',
			seen: 'Written reasons follow one sentence starter in every class: “I know this because…”. From Year 4 on, what follows it is nearly always the calculation in words.',
			soWhat:
				'Children have learned the look of a reason. The starter has been kept longer than it was needed.',
		},
		{
			by: 'inkwell',
			at: '11:52',
			during: 'books',
			line: 'C',
			source: 'work-scrutiny',
			kind: 'strength',
			seen: 'In one Year 5 class, drawings stand beside the sums: bars, number lines, once a cake with an apology for the cake.',
			soWhat: 'The drawings show more thinking than the sentences do. Here the paper matches what we heard.',
		},
		{
			by: 'inkwell',
			at: '13:14',
			during: 'pupils',
			line: 'B',
			source: 'pupils',
			kind: 'note',
			year: 'Year 6',
			seen: '“If you wait long enough someone else says it.”',
			soWhat: 'Said without any malice, as a piece of useful advice.',
		},
		{
			by: 'saltmarrow',
			at: '13:22',
			during: 'pupils',
			line: 'C',
			source: 'pupils',
			kind: 'note',
			year: 'Year 4',
			seen: '“I can draw why. I can’t write why.”',
			soWhat: 'Then let her draw it. The Year 5 books show how.',
		},
		{
			by: 'foxglove',
			at: '13:28',
			during: 'assistants',
			line: 'B',
			source: 'staff',
			kind: 'strength',
			seen: 'The teaching assistants know exactly who never speaks. Between them they named a number within one of our own count, without having seen it.',
			soWhat:
				'The school already has the information it needs. It is in the staffroom and not in the planning.',
		},
	],
	findings: [
		{
			kind: 'strength',
			line: 'A',
			seen: 'Mistakes are kept in sight and used.',
			effect: 'Children offer half-formed ideas without looking round first, and others build on them.',
			rests: [0, 2],
		},
		{
			kind: 'development',
			line: 'B',
			seen: 'A handful of children do the explaining in each class, and adults know who the others are.',
			effect:
				'Most children hear reasons given but seldom have to find one, so they meet the test paper alone.',
			rests: [1, 5, 8, 10],
		},
		{
			kind: 'development',
			line: 'A',
			seen: 'An explanation is thanked and then left where it is.',
			effect:
				'Wrong ideas pass by, and children learn that explaining is good manners more than mathematics.',
			rests: [4, 3],
		},
		{
			kind: 'question',
			line: 'C',
			seen: 'The written starter has outlived its use from Year 4 on, while drawings in one class say more.',
			effect:
				'What if children could choose how to show a reason, in words or in a drawing, for half a term?',
			rests: [6, 7, 9],
		},
	],
	report: {
		strengths:
			'Marrowfield’s classrooms are safe places in which to be wrong, and that took years to make. The maths leader’s response to our count, to fetch a clipboard and come with us, told us more than any document could.',
		development:
			'Both points can be worked at without new resources. We would begin with the second: decide beforehand what would be worth stopping the lesson for. Who speaks may follow by itself.',
		process:
			'Moving the lessons made a compact morning. Seeing the ends of lessons was worth the walking about. We ran twenty minutes late all day and the maths leader had no break; that is ours to put right.',
	},
	responses: [
		{
			by: 'hedgepath',
			words:
				'I joined you in Year 4 and wrote “lovely explanations” in my notes. So had the lesson. I have told the staff this story twice now and it has done more than I could have by being right. Thank you for the count, and for doing it a second time with us.',
		},
	],
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
