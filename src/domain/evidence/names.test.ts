import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likelyNames } from './names.ts';

const names = (text: string, ...more: string[][]): string[] =>
	likelyNames(text, ...more).map(({ found }) => found);

/** What reviewers write on an ordinary day. None of it names anybody. */
const ordinary = [
	'Five groups began within a minute of each other with the same four actions.',
	'A child who met rivers in Year 3 met them again in Year 6.',
	'“I’m a slow reader but I’m a good listener, so I get the story anyway.”',
	'In Key Stage 2 the Pupil Premium lead meets parents each Monday.',
	'On Tuesday Year 4 pupils wrote about the Romans and the Great Fire of London.',
	'The English subject leader and the Deputy Head walked with us.',
	'Miss a step and the group stops: they say so themselves.',
	'Pupils told us, sir, that they had never missed a lesson.',
	'Reception and Nursery share the hall; the Early Years Foundation Stage profile is on the wall.',
	'Ofsted said in March 2023 that reading was strong. Governors agree.',
	'TAs and the SENDCo plan together. PE is on Friday, RE and PSHE in the Autumn Term.',
	'Will pupils remember this? Mark schemes are used well.',
	'Teachers in both Year 5 classes model each step.',
	'Children’s books show the Second World War, the Stone Age and Ancient Greece.',
	'- Good use of talk\n- Calm corridors\n- Clear routines',
	'Seen: Quality of Teaching and Learning is high. So what: What next?',
	'English: a page on where full stops go.',
	'Staff say that Forest School on Wednesday is loved.',
	'They use White Rose and Little Wandle; Talk for Writing begins in Year 1.',
	'Pupils know of Rosa Parks and Mary Seacole, and sing at St Mary’s church in Essex County.',
];

describe('NFS-9 nobody is named', () => {
	test.each(ordinary)('is silent about “%s”', (sentence) => {
		expect(likelyNames(sentence)).toEqual([]);
	});

	test.each([
		['Feedback for Mrs Okonjo-Bell was kind.', 'Mrs Okonjo-Bell'],
		['mr pennywhistle’s class was calm', 'mr pennywhistle'],
		['We saw Miss Anna Larch teach.', 'Miss Anna Larch'],
		['“Sir Pennywhistle lets us choose.”', 'Sir Pennywhistle'],
		['Mr. O’Dowd asked twice.', 'Mr. O’Dowd'],
		['The group led by Ada Quince ran itself.', 'Ada Quince'],
		['Ada Quince’s book is marked daily.', 'Ada Quince'],
		['On Monday Ada Quince read to us.', 'Ada Quince'],
		['The Year 4 teacher asked open questions.', 'Year 4 teacher'],
	])('finds in “%s” %s', (sentence, name) => {
		expect(names(sentence)).toEqual([name]);
	});

	test('finds people of the school by any of their names, and passes over what is allowed', () => {
		const known = ['Priya Lanternby'];
		expect(names('Priya asked. We heard Lanternby’s view.', known)).toEqual(['Priya', 'Lanternby']);
		expect(names('All Larks greets everybody. At Puddle Green they do, too.', [], ['Puddle Green'])).toEqual(
			[],
		);
	});

	test('says why, once for each name', () => {
		expect(likelyNames('Mrs Larch smiled. Mrs Larch left. The Year 1 TA stayed.')).toEqual([
			{ found: 'Mrs Larch', why: 'a title with a name' },
			{ found: 'Year 1 TA', why: 'one person, where there is one class' },
		]);
	});

	test('raises no alarm however ordinary sentences are put together, and misses no name between them', () => {
		const prose = fc.array(fc.constantFrom(...ordinary), { maxLength: 6 });
		const between = fc.constantFrom(' ', '\n', '\n\n', '  ');
		const name = fc.constantFrom('Mrs Pennywhistle', 'Ms Larch', 'Ada Quince', 'Dr Tibbs');
		fc.assert(
			fc.property(prose, between, prose, name, (before, space, after, who) => {
				expect(likelyNames([...before, ...after].join(space))).toEqual([]);
				expect(names([...before, `Later ${who} left.`, ...after].join(space)).join()).toContain(who);
			}),
		);
	});

	test('takes any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) =>
				Array.isArray(likelyNames(text, [text], [text])),
			),
		);
	});
});
