import type { Passage, Span } from './passages.ts';

const written = [
	...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
	...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
];

/** Numbers that count nobody: years and stages of school, ages, dates, pages. */
const references = [
	/\b(?:years?|yr|y|key stages?|ks|phases?|stages?|class(?:es)?|rooms?|levels?|pages?|p\.|lines?|grades?|bands?|sets?|weeks?|days?|lessons?|periods?|units?|chapters?|group|table|ages?|aged) ?\d{1,3}(?:(?:,|,? and|,? or| to| ?[-–/&])? ?\d{1,3}\b)*/giu,
	/\b(?:years?|ages?|aged|key stages?|classes|stages?) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven)(?:(?:,|,? and|,? or| to) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven))*\b/giu,
	new RegExp(
		String.raw`\b(?:\d{1,2}|${written.join('|')})-?(?:(?:,|,? and|,? or| to| ?[-–]) ?(?:\d{1,2}|${written.join('|')}))?[- ]years?[- ]olds?\b`,
		'giu',
	),
	/\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:january|february|march|april|may|june|july|august|september|october|november|december)\b/giu,
];

const number = new RegExp(
	String.raw`(?<![\p{L}\p{N}.,:£$/–-])(?:\d{1,3}(?![\p{L}\p{N}%:–-]|[.,]\d)|(?:a single|${written.join('|')})(?![\p{L}\p{N}-]))`,
	'giu',
);
const middle = String.raw`(?<middle>(?:[\p{L}·'’-]+ ){0,3}?)`;
const one = String.raw`pupil|child|boy|girl|learner|student|teacher|teaching assistant|TA|member of staff|adult|parent|carer|family`;
const many = String.raw`pupils|children|boys|girls|learners|students|teachers|teaching assistants|TAs|members of staff|adults|parents|carers|families`;
const people = new RegExp(
	String.raw`(?<share>(?: (?:out )?of| ?/) ?(?:the |these |those |our )?(?<whole>\d{1,3}|${written.join('|')})(?![\p{L}\p{N}-]))?(?<set> of (?:the|these|those|our))? ${middle}(?:(?<one>${one})|(?<many>${many}))(?![\p{L}-]|['’]s )(?<with> with\b)?`,
	'iuy',
);
const cohort = /\bcohort of (?<count>\d{1,3}|\p{L}+)(?![\p{L}\p{N}-])|\bn ?= ?(?<n>\d{1,3})(?!\d)/giu;

/** What stands before a number of nobody in particular. */
const inGeneral = new RegExp(
	String.raw`\b(?:(?:groups|pairs|teams|tables|sets|rows) of|(?:more|fewer|less) than|at (?:least|most)|up to|under|over|to|each|every|any|no|(?:\d|${written.join('|')}) in) $`,
	'iu',
);
const byTheClock = /\b(?:at|by|until|before|after) $/iu;
/** What makes one of many a particular one. */
const onlyBefore = /\b(?:only|just) $/iu;
const staff = /^(?:teacher|teaching assistant|TA|member of staff)$/iu;
/** Words after a number that are themselves counted, or join what is counted to something else. */
const counted =
	/^(?:\p{L}*[^s]s|of|the|a|an|in|and|or|to|that|which|when|where|who|for|with|from|by|as|is|are|at|on|another|thing|way|time|day|hour|minute|lesson|class|book|room|table|page|line|half|third|quarter|word|reason|step|point|example)$/iu;

/**
 * Finds numbers of fewer people than `least` (the protocol’s `numbersFrom`), by which those who know the school may know them:
 * ‘3 of 5 pupils’, ‘two children’, ‘one pupil with SEND’. One pupil or child alone is anybody, and passed over; one teacher is not.
 */
export function smallNumbersIn(least: number): (passage: Passage) => Span[] {
	const isSmall = (count: number) => count > 0 && count < least;
	return ({ words }) => {
		const text = references.reduce(
			(rest, reference) => rest.replace(reference, (found) => '·'.repeat(found.length)),
			words,
		);
		const found: Span[] = [];
		for (const { 0: said, index: from } of text.matchAll(number)) {
			if (from < (found.at(-1)?.to ?? 0)) continue;
			const ofPeople = peopleAfter(text, from, said);
			if (!ofPeople || ![ofPeople.count, ofPeople.whole].some(isSmall)) continue;
			found.push({ from, to: ofPeople.to });
		}
		for (const { 0: said, index: from, groups } of text.matchAll(cohort))
			if (isSmall(valueOf(groups!['count'] ?? groups!['n']!))) found.push({ from, to: from + said.length });
		return found;
	};
}

/** What a number counts, where it is people in particular; `whole` is the number they are a share of, else 0. */
function peopleAfter(
	text: string,
	from: number,
	said: string,
): { count: number; whole: number; to: number } | null {
	const before = text.slice(Math.max(0, from - 16), from);
	if (inGeneral.test(before) || (/\d/.test(said) && byTheClock.test(before))) return null;
	people.lastIndex = from + said.length;
	const after = people.exec(text);
	if (!after) return null;
	const { middle: between = '', whole = '', set, one: single, many: several, with: having } = after.groups!;
	if (between.split(' ').some((word) => word !== '' && counted.test(word))) return null;
	const count = valueOf(said);
	const isOne = count === 1 && whole === '';
	const agrees = isOne ? (single ?? set) !== undefined : several !== undefined;
	const particular =
		between !== '' || having !== undefined || staff.test(single ?? '') || onlyBefore.test(before);
	if (!agrees || (isOne && !particular)) return null;
	return { count, whole: valueOf(whole), to: people.lastIndex - (having?.length ?? 0) };
}

/** 0 for what is no number. */
function valueOf(said: string): number {
	const words = said.toLowerCase();
	if (words === 'a single') return 1;
	return /^\d+$/.test(words) ? Number(words) : written.indexOf(words) + 1;
}
