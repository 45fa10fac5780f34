import type { GroupingAnswer, GroupingInput, GroupingSchool } from './model.ts';

/**
 * An independent check of a plan of groups: reads the input and the answer and nothing else of planning, with its own distances and
 * its own counting. Every broken rule in a sentence, and the value as it reckons it.
 */
export function checkGroups(
	input: GroupingInput,
	answer: GroupingAnswer,
): { broken: string[]; value: number } {
	const broken: string[] = [];
	const say = (fault: boolean, words: string) => void (fault && broken.push(words));
	const byId = new Map<string, GroupingSchool>();
	for (const school of input.schools.toSorted((a, b) => a.id.localeCompare(b.id, 'en'))) {
		if (!byId.has(school.id)) byId.set(school.id, school);
	}
	const times = new Map<string, number>();
	for (const id of [...answer.groups.flatMap((group) => group.schools), ...answer.unplaced]) {
		times.set(id, (times.get(id) ?? 0) + 1);
	}
	for (const id of byId.keys()) say(times.get(id) !== 1, `${id} stands ${times.get(id) ?? 0} times`);
	for (const id of times.keys()) say(!byId.has(id), `${id} is not a school of the partnership`);
	const numbers = answer.groups.map(({ number }) => number);
	say(new Set(numbers).size !== numbers.length, 'two groups have one number');

	let value = -10_000 * answer.unplaced.length;
	for (const group of answer.groups) {
		const { length } = group.schools;
		say(length < input.size.least || length > input.size.most, `group ${group.number} has ${length} schools`);
		const members = group.schools.map((id) => byId.get(id)!);
		let points = 0;
		for (let i = 0; i < length; i += 1) {
			points += ownNeeds(members, i, input.weights['need met'] ?? 10);
			for (let j = 0; j < i; j += 1) {
				say(
					competes(input, members[i]!, members[j]!),
					`${group.schools[i]} competes with ${group.schools[j]}`,
				);
				points += pairPoints(input, members[i]!, members[j]!);
			}
		}
		say(points !== group.points, `group ${group.number} says ${group.points} and has ${points}`);
		const told = group.measures.reduce((sum, measure) => sum + measure.points, 0);
		say(told !== group.points, `the measures of group ${group.number} say ${told}`);
		value += points;
	}
	say(value !== answer.value, `the plan says ${answer.value} and has ${value}`);
	say(answer.value > answer.bound, 'the value is over the bound');
	say(answer.proven !== (answer.value === answer.bound), 'proven where it is not, or not where it is');

	const groupOf = new Map(answer.groups.flatMap((group) => group.schools.map((id) => [id, group] as const)));
	for (const [a, b] of input.together) {
		if (!byId.has(a) || !byId.has(b)) continue;
		const [one, other] = [groupOf.get(a), groupOf.get(b)];
		say(one?.number !== other?.number, `${a} and ${b} are not together`);
	}
	for (const [a, b] of input.apart)
		say(a !== b && groupOf.has(a) && groupOf.get(a) === groupOf.get(b), `${a} and ${b} are together`);
	for (const { school, group } of input.numbered) {
		const has = groupOf.get(school);
		say(has !== undefined && has.number !== group, `${school} is in group ${has?.number}`);
	}
	return { broken, value };
}

function apartBy(a: GroupingSchool, b: GroupingSchool): number | undefined {
	if (!a.place || !b.place) return undefined;
	return Math.trunc(
		((a.place.easting - b.place.easting) ** 2 + (a.place.northing - b.place.northing) ** 2) ** 0.5,
	);
}

function competes(input: GroupingInput, a: GroupingSchool, b: GroupingSchool): boolean {
	const metres = apartBy(a, b);
	if (metres === undefined || metres >= input.competing.within) return false;
	if (input.competing.except.some((pair) => pair.includes(a.id) && pair.includes(b.id) && a.id !== b.id))
		return false;
	if (a.lowAge === null || a.highAge === null || b.lowAge === null || b.highAge === null) {
		return a.phase === b.phase && a.phase !== '';
	}
	for (let age = 0; age < 30; age += 1) {
		if (age >= a.lowAge && age < a.highAge && age >= b.lowAge && age < b.highAge) return true;
	}
	return false;
}

function ownNeeds(members: GroupingSchool[], at: number, weight: number): number {
	const urgency: Record<string, number> = {};
	for (const need of members[at]!.needs)
		urgency[need.theme] = Math.max(urgency[need.theme] ?? 0, need.urgency);
	return Object.entries(urgency).reduce((points, [theme, urgent]) => {
		const met = members.some((other, index) => index !== at && other.strengths.includes(theme));
		return met ? points + weight * urgent : points;
	}, 0);
}

function pairPoints(input: GroupingInput, a: GroupingSchool, b: GroupingSchool): number {
	const { weights } = input;
	let points = 0;
	if (a.status >= 2 && b.status >= 2) {
		const times = a.status + b.status === 4 ? 1 : a.status + b.status === 5 ? 2 : 4;
		points -= (weights['needs together'] ?? 15) * times;
	}
	for (const trait of ['size', 'intake', 'setting', 'character', 'phase'] as const) {
		const [one, other] = [a.traits[trait] ?? '', b.traits[trait] ?? ''];
		if (one !== '' && other !== '' && one !== other) points += weights.contrast ?? 3;
	}
	for (let metres = (apartBy(a, b) ?? 0) - input.near; metres > 0; metres -= 1000)
		points -= weights.journey ?? 1;
	if (input.lastYear.some((group) => group.includes(a.id) && group.includes(b.id))) {
		points += weights['kept together'] ?? 8;
	}
	return points;
}
