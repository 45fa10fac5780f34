import { inSeries } from '#domain/protocol/model.ts';
import type { Group, GroupFact, Trait } from '../grouping/model.ts';
import { named, nextBest, type Names, type Reason } from './reason.ts';

const traitWords: Record<Trait, string> = {
	size: 'size',
	intake: 'intake',
	setting: 'setting',
	character: 'character',
	phase: 'phase',
};

/** Why these schools: for a chair, in an order that begins with what speaks for them. */
export function groupReasons({ measures, loss }: Group, names: Names): Reason[] {
	const facts = measures.flatMap((measure) => measure.facts);
	const of = <Is extends GroupFact['is']>(is: Is) =>
		facts.filter((fact): fact is Extract<GroupFact, { is: Is }> => fact.is === is);
	return [
		...of('need met').map((fact) => needMet(fact, names)),
		...contrast(of('contrast')),
		...together(of('kept together').map(({ schools }) => schools)).map((schools): Reason => ({
			is: 'for',
			words: `${both(schools, names)} shared a group last year.`,
		})),
		...of('needs together').map(({ schools }): Reason => ({
			is: 'against',
			words: `${both(schools, names)} both need much support.`,
		})),
		...furthest(of('journey'), names),
		...nextBest(loss, 'Without this group'),
	];
}

const both = (schools: readonly string[], names: Names): string =>
	inSeries(schools.map((id) => named(names, id)));

/** Pairs of one group of last year joined to what is left of it. */
function together(pairs: readonly (readonly string[])[]): string[][] {
	const parts: string[][] = [];
	for (const pair of pairs) {
		const part = parts.find((known) => pair.some((school) => known.includes(school)));
		if (part) part.push(...pair.filter((school) => !part.includes(school)));
		else parts.push([...pair]);
	}
	return parts;
}

function needMet(
	{ school, theme, urgency, by }: Extract<GroupFact, { is: 'need met' }>,
	names: Names,
): Reason {
	const how = urgency >= 3 ? 'urgently needs' : urgency === 2 ? 'needs' : 'would like';
	return { is: 'for', words: `${both(by, names)} can share ${theme}, which ${named(names, school)} ${how}.` };
}

/** One sentence for all pairs: what some of them differ in. */
function contrast(facts: readonly Extract<GroupFact, { is: 'contrast' }>[]): Reason[] {
	const differ = [...new Set(facts.flatMap(({ traits }) => traits))];
	const words = (Object.keys(traitWords) as Trait[]).filter((trait) => differ.includes(trait));
	if (words.length === 0) return [];
	return [{ is: 'for', words: `They differ in ${inSeries(words.map((trait) => traitWords[trait]))}.` }];
}

/** The longest journey alone: the others are shorter. */
function furthest(facts: readonly Extract<GroupFact, { is: 'journey' }>[], names: Names): Reason[] {
	const longest = facts.reduce<(typeof facts)[number] | null>(
		(most, fact) => (most === null || fact.metres > most.metres ? fact : most),
		null,
	);
	if (!longest) return [];
	const kilometres = Math.round(longest.metres / 1000);
	return [
		{ is: 'against', words: `${both(longest.schools, names)} are ${kilometres} km apart as the crow flies.` },
	];
}
