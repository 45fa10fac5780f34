/** Words that stand in a note and look like somebody's name, and what makes them look so. */
export interface LikelyName {
	found: string;
	why: string;
}

const words = (list: string): Set<string> => new Set(list.split(' '));

/** Words that schools write with a capital letter and that are no part of a name; plurals go with them. */
const ordinary = words(
	'monday tuesday wednesday thursday friday saturday sunday january february march july august september october ' +
		'november december autumn spring summer winter term christmas easter ' +
		'year key stage early foundation phase class reception nursery infant junior primary secondary middle high ' +
		'academy trust school council college church england english maths mathematics science history geography art music ' +
		'french spanish german latin computing phonics reading writing spelling grammar design technology pe pshe re ' +
		'religious education physical learning teaching walk quality behaviour attitude personal development leadership ' +
		'management head headteacher teacher deputy assistant lead leader senco sendco governor pupil premium special ' +
		'educational need parent staff room hall library forest ofsted dfe team group line lines of and the to in for with ' +
		'north south east west great britain british europe european america american africa african united kingdom ' +
		'london world war first second third new old black white royal national curriculum roman viking tudor victorian ' +
		'stone iron bronze age ancient greece greek egypt egyptian anglo saxon bible book week day assembly google word ' +
		'st saint county city town village river street lane road avenue parish borough diocese cathedral christian muslim ' +
		'hindu sikh jewish buddhist wall working guided shared independent mental health ' +
		'local authority improvement plan knowledge organiser screening check equality diversity social emotional wave anti bullying ' +
		'ambassador show my homework big write tower hamlets number one',
);
/** Words with which sentences begin and names do not. */
const openings = words(
	'a an all also although another any are as ask asked at because before both but by can children did do does during each ' +
		'every few four from good had has have he her his how i if is it its just like many mark marks may more most much ' +
		'my no not on one only other our say saw she since so some staff ten that their then there these they this those ' +
		'three through two under until was we well were what when where whether which while who whole why will would you',
);

/** What schools use and children learn about: two words with capitals, and nobody of the school. */
export const wellKnown: readonly string[] = (
	'White Rose|Little Wandle|Read Write Inc|Times Tables Rock Stars|Times Table Rock Stars|' +
	'Talk for Writing|Letters and Sounds|Power Maths|Oak National|Oxford Owl|Oxford Reading Tree|' +
	'Accelerated Reader|Bug Club|Daily Mile|Golden Mile|Forest School|Zones of Regulation|' +
	'Duke of Edinburgh|Sutton Trust|Growth Mindset|Lesson Study|Rock Stars|Chromebook|William Shakespeare|' +
	'Roald Dahl|Rosa Parks|Mary Seacole|Florence Nightingale|Charles Darwin|Nelson Mandela|' +
	'Martin Luther King|Henry VIII|Michael Rosen|Harry Potter|Guy Fawkes|Samuel Pepys|Neil Armstrong|' +
	'Tim Peake|Anne Frank|Julia Donaldson|Michael Morpurgo|Queen Victoria|Beatrix Potter|Ada Lovelace|' +
	'Isaac Newton|Marie Curie|Grace Darling'
).split('|');

const capital = String.raw`\p{Lu}(?:\p{Ll}|['’]\p{Lu})[\p{L}'’-]*`;
const titled = new RegExp(
	String.raw`\b(?:(?:[Mm]rs?\.? (?!and |or |is |are |was |were |has |have |had )\p{L}|(?:M[sx]|Dr|Miss|Sir|Madam)\.? \p{Lu})[\p{L}'’-]*)(?: ${capital})*`,
	'gu',
);
const oneOfAKind =
	/\b(?:year \d+|y\d+|reception|nursery) (?:class )?(?:teacher|teaching assistant|ta)(?![\p{L}])/giu;
const capitals = new RegExp(`${capital}(?: ${capital})*`, 'gu');

/** Stands for what has been found or passed over; it breaks a row of capitals in two. */
const gap = '\u0000';

/**
 * Finds what looks like the name of a pupil or a teacher, in the order in which it is looked for: nobody is named in
 * evidence, and feedback speaks of no single teacher (NFS-9). It errs on the side of silence, for it warns and refuses nothing.
 * `known` are full names of people there; `allowed` are words that are none, such as the name of the school.
 */
export function likelyNames(
	text: string,
	known: readonly string[] = [],
	allowed: readonly string[] = [],
): LikelyName[] {
	const found = new Map<string, string>();
	let rest = [...allowed, ...wellKnown].reduce(
		(left, name) => (name ? left.replaceAll(name, gap) : left),
		text,
	);
	const take = (name: string, why: string): string => {
		const bare = name.replace(/['’]s?$|-+$/u, '');
		if (!found.has(bare)) found.set(bare, why);
		return gap;
	};

	rest = rest.replace(titled, (name) => take(name, 'a title with a name'));
	rest = rest.replace(oneOfAKind, (name) => take(name, 'one person, where there is one class'));
	const parts = new Set(known.flatMap((name) => name.split(' ').filter((part) => part.length > 2)));
	rest.replace(capitals, (run, at: number) => {
		if (/\p{L}/u.test(rest.charAt(at - 1))) return run;
		for (const row of inRows(run, opensSentence(rest, at))) {
			const bare = row.map((word) => word.replace(/['’]s?$/u, ''));
			if (bare.some((word) => parts.has(word))) take(row.join(' '), 'somebody of this school');
			else if (row.length > 1) take(row.join(' '), 'a first name and a surname');
		}
		return run;
	});
	return [...found].map(([name, why]) => ({ found: name, why }));
}

/** A run of capitalised words, cut wherever one of them is an ordinary word. */
function inRows(run: string, opening: boolean): string[][] {
	const rows: string[][] = [[]];
	run.split(' ').forEach((word, index) => {
		const plain = word.toLowerCase().replace(/['’]?s?['’]?$/u, '');
		const passes =
			ordinary.has(plain) ||
			ordinary.has(word.toLowerCase()) ||
			(opening && index === 0 && (openings.has(word.toLowerCase()) || /(?:ed|ing|ly|[^s]s)$/u.test(word)));
		if (passes) rows.push([]);
		else rows.at(-1)?.push(word);
	});
	return rows.filter((row) => row.length > 0);
}

/** Whether what stands there begins a sentence, a line or a quotation, where any word has a capital letter. */
export function opensSentence(text: string, at: number): boolean {
	let before = at - 1;
	for (; before >= 0 && /\s/u.test(text.charAt(before)); before -= 1)
		if (text.charAt(before) === '\n') return true;
	return before < 0 || '.!?:…“"‘(•*-'.includes(text.charAt(before));
}
