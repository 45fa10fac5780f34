import type { Story } from '../../story.ts';

/** What the team saw, and what it made of it. */
export const seen: Pick<Story, 'evidence' | 'findings'> = {
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
};
