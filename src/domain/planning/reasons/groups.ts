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
export function groupReasons({ schools, measures, loss }: Group, names: Names): Reason[] {
	const facts = measures.flatMap((measure) => measure.facts);
	const of = <Is extends GroupFact['is']>(is: Is) =>
		facts.filter((fact): fact is Extract<GroupFact, { is: Is }> => fact.is === is);
	return [
		...needsMet(of('need met'), names),
		...contrast(of('contrast'), schools.length),
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

type Met = Extract<GroupFact, { is: 'need met' }>;

/** One sentence for all that the same schools can help a school with, the most urgent first. */
function needsMet(facts: readonly Met[], names: Names): Reason[] {
	const alike = Map.groupBy(facts, ({ school, by }) => JSON.stringify([school, by]));
	return [...alike.values()].map((met): Reason => {
		const [first, ...others] = met.toSorted((one, other) => other.urgency - one.urgency);
		const { school, by, theme, urgency } = first!;
		const rest = inSeries(others.map((one) => one.theme));
		const most = urgency >= 3 ? ', its most urgent need' : '';
		const also = rest === '' ? '' : `${most === '' ? '' : ','} and with ${rest}`;
		return {
			is: 'for',
			words: `${both(by, names)} can help ${named(names, school)} with ${theme}${most}${also}.`,
		};
	});
}

/** What all of them differ in, and what some do. */
function contrast(facts: readonly Extract<GroupFact, { is: 'contrast' }>[], schools: number): Reason[] {
	const pairs = (schools * (schools - 1)) / 2;
	const differ = (trait: Trait) => facts.filter(({ traits }) => traits.includes(trait)).length;
	const known = (Object.keys(traitWords) as Trait[]).filter((trait) => differ(trait) > 0);
	const worded = (traits: readonly Trait[]) => inSeries(traits.map((trait) => traitWords[trait]));
	const all = worded(known.filter((trait) => differ(trait) === pairs));
	const some = worded(known.filter((trait) => differ(trait) < pairs));
	if (all === '' && some === '') return [];
	const parts = [
		...(all === '' ? [] : [`all differ in ${all}`]),
		...(some === '' ? [] : [`some in ${some}`]),
	];
	const words = all === '' ? `Some of them differ in ${some}.` : `They ${parts.join(', ')}.`;
	return [{ is: 'for', words }];
}

/** The longest journey alone: the others are shorter. */
function furthest(facts: readonly Extract<GroupFact, { is: 'journey' }>[], names: Names): Reason[] {
	const longest = facts.reduce<(typeof facts)[number] | null>(
		(most, fact) => (most === null || fact.metres > most.metres ? fact : most),
		null,
	);
	if (!longest) return [];
	const kilometres = Math.round(longest.metres / 1000);
	const words =
		facts.length === 1
			? `${both(longest.schools, names)} are ${kilometres} km apart as the crow flies.`
			: `The longest way, ${kilometres} km as the crow flies, is between ${both(longest.schools, names)}.`;
	return [{ is: 'against', words }];
}
