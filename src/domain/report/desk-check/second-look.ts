import type { Protocol } from '#domain/protocol/schema.ts';
import { counted } from '#domain/protocol/clauses.ts';
import type { EditionHeading, WrittenFinding } from '../body.ts';
import { asAWhole } from './as-a-whole.ts';
import { avoidedIn } from './avoided-words.ts';
import type { Check, SecondLook } from './entry.ts';
import { type Nameable, namesIn } from './names.ts';
import { around, type Passage, passagesOf, sentencesIn, type Span } from './passages.ts';
import { smallNumbersIn } from './small-numbers.ts';
import { unfounded } from './unfounded.ts';

interface Report {
	protocol: Protocol;
	findings: readonly WrittenFinding[];
	headings: readonly EditionHeading[];
	nameable: Nameable;
}

type Rule = (passage: Passage) => (Span & { check: Check; why: string; because?: string })[];

/**
 * What is worth a second look before the report is signed: likely names (NFS-9), numbers of few people, words the partnership
 * avoids, what is said without a finding, balance (KSA-15, NFS-10) and length. The same words in one place are one entry,
 * and what one rule has found no other finds again. Nothing here stands in anybody’s way.
 */
export function worthASecondLook({ protocol, findings, headings, nameable }: Report): SecondLook[] {
	const rules = rulesOf(protocol, nameable);
	const found = new Map<string, SecondLook>();
	for (const passage of passagesOf(headings)) {
		const sentences = sentencesIn(passage.words);
		let at = 0;
		for (const span of apart(rules, passage)) {
			while (at < sentences.length - 1 && sentences[at + 1]!.from <= span.from) at += 1;
			addTo(found, passage, span, sentences[at] ?? span);
		}
	}
	return [...found.values(), ...unfounded(protocol, headings), ...asAWhole(protocol, findings, headings)];
}

/** What the rules find in a passage, in its order; where two find the same words the earlier rule has them. */
function apart(rules: readonly Rule[], passage: Passage): ReturnType<Rule> {
	const taken = new Uint8Array(passage.words.length);
	const kept = rules
		.flatMap((rule) => rule(passage))
		.filter(({ from, to }) => {
			if (taken.subarray(from, to).includes(1)) return false;
			taken.fill(1, from, to);
			return true;
		});
	return kept.sort((one, other) => one.from - other.from);
}

function rulesOf({ report }: Protocol, nameable: Nameable): Rule[] {
	const [names, numbers, avoided] = [
		namesIn(nameable),
		smallNumbersIn(report.numbersFrom),
		avoidedIn(report),
	];
	const ofNames = 'No pupil and no single teacher is named in a report.';
	const ofNumbers = `A number of fewer than ${counted(report.numbersFrom)} people may show who they are. Say ‘some’ or ‘a few’, or leave it out.`;
	return [
		(passage) => names(passage).map((span) => ({ ...span, check: 'names', why: ofNames })),
		(passage) => numbers(passage).map((span) => ({ ...span, check: 'numbers', why: ofNumbers })),
		(passage) => avoided(passage).map((span) => ({ ...span, check: 'avoided' })),
	];
}

function addTo(
	found: Map<string, SecondLook>,
	{ place, words }: Passage,
	{ check, why, because, ...span }: ReturnType<Rule>[number],
	sentence: Span,
): void {
	const said = words.slice(span.from, span.to);
	const seen = words.slice(sentence.from, Math.max(sentence.to, span.to));
	const key = JSON.stringify([check, place, said.toLocaleLowerCase('en-GB')]);
	const before = found.get(key);
	if (before) {
		before.times += 1;
		before.seenIn.push(seen);
		return;
	}
	const within = around(seen, { from: span.from - sentence.from, to: span.to - sentence.from });
	const entry = { check, place, words: said, why, within, times: 1, seenIn: [seen] };
	found.set(key, because === undefined ? entry : { ...entry, because });
}
