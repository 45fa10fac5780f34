import type { DatingAnswer, DatingInput } from './model.ts';

const usual = {
	'if need be': 4,
	'test week': 30,
	'INSET day': 40,
	'heads’ meeting': 15,
	'what follows': 8,
	'off the slot': 2,
	'another day': 20,
};

/**
 * An independent check of a plan of days: reads the input and the answer and nothing else of planning. Every broken rule in a
 * sentence, and the value as it reckons it.
 */
export function checkDays(input: DatingInput, answer: DatingAnswer): { broken: string[]; value: number } {
	const broken: string[] = [];
	const say = (fault: boolean, words: string) => void (fault && broken.push(words));
	const told = [...answer.dated.map(({ review }) => review), ...answer.undated].sort();
	say(
		told.join() !==
			input.reviews
				.map(({ id }) => id)
				.sort()
				.join(),
		'not every review once',
	);
	let value = -10_000 * answer.undated.length;
	const busy = new Map<string, number>();
	const count = (key: string, by = 1) => busy.set(key, (busy.get(key) ?? 0) + by).get(key)!;
	for (const { review: id, days } of answer.dated) {
		const review = input.reviews.find((one) => one.id === id)!;
		const candidate = review.candidates.find((one) => one.days[0] === days[0]);
		say(
			candidate === undefined || candidate.days.join() !== days.join(),
			`${id} is on a day that was not offered`,
		);
		if (!candidate) continue;
		say(review.pinned !== null && review.pinned !== days[0], `${id} is pinned`);
		for (const { mark, units } of candidate.marks) value -= (input.weights[mark] ?? usual[mark]) * units;
		for (const person of new Set(review.people)) {
			const diary = input.people.find((one) => one.id === person);
			if (!diary) continue;
			for (const day of days) {
				say(diary.cannot.includes(day), `${person} cannot on ${day}`);
				say(count(`${person} on ${day}`) > 1, `${person} is twice on ${day}`);
				if (diary.ifNeedBe.includes(day)) value -= input.weights['if need be'] ?? usual['if need be'];
			}
			if (review.hosts?.includes(person)) continue;
			const [half, term] = [`${person} in half ${candidate.halfTerm}`, `${person} in term ${candidate.term}`];
			say(
				diary.mostInHalfTerm !== null && count(half, days.length) > diary.mostInHalfTerm,
				`${half} too often`,
			);
			say(diary.mostInTerm !== null && count(term, days.length) > diary.mostInTerm, `${term} too often`);
		}
		const date = new Date(`${days[0]}T00:00:00Z`);
		const week = Math.floor((date.getTime() / 86_400_000 + 3) / 7);
		say(input.mostInWeek !== null && count(`week ${week}`) > input.mostInWeek, `week ${week} is too full`);
		const before = count(`half ${candidate.halfTerm}`) - 1;
		say(input.mostInHalfTerm !== null && before >= input.mostInHalfTerm, `${candidate.halfTerm} is too full`);
		value -= (input.weights.crowded ?? 2) * before;
	}
	for (const { reviews, within, parts, words } of input.slots ?? [])
		for (const { part, room } of parts) {
			const there = answer.dated.filter(({ review, days }) => {
				const asked = input.reviews.find(({ id }) => id === review);
				const on = asked?.candidates.find((one) => one.days[0] === days[0]);
				return reviews.includes(review) && on?.[within] === part;
			});
			say(there.length > room, `${words} ${part}`);
		}
	say(value !== answer.value, `the plan says ${answer.value} and has ${value}`);
	const parts =
		[...answer.dated, ...answer.crowded].reduce((sum, { points }) => sum + points, 0) -
		10_000 * answer.undated.length;
	say(parts !== answer.value, `its parts say ${parts} of ${answer.value}`);
	say(answer.value > answer.bound || answer.proven !== (answer.value === answer.bound), 'the bound is wrong');
	return { broken, value };
}

/** The value of the best plan by trying every day for every review; `never` is one that is not tried. */
export const bestDaysByTrying = (input: DatingInput, never?: { review: string; day: string }): number =>
	Math.max(...everyDayPlan(input, never).map(({ value }) => value)) + 0;

/** A plan of days that the checker finds nothing wrong with, and what it is worth. */
export interface TriedDays {
	dated: { review: string; days: string[] }[];
	undated: string[];
	value: number;
}

/** Every plan there is, but for one day of a review that is never tried. */
export function everyDayPlan(input: DatingInput, never?: { review: string; day: string }): TriedDays[] {
	const found: TriedDays[] = [];
	const plan = (at: number, dated: TriedDays['dated'], undated: string[]): void => {
		const review = input.reviews[at];
		if (review === undefined) {
			const answer = { dated, undated, crowded: [], value: 0, bound: 0 } as unknown as DatingAnswer;
			const { broken, value } = checkDays(input, answer);
			if (broken.every((words) => /^(the plan says|its parts say|the bound)/.test(words)))
				found.push({ dated, undated, value });
			return;
		}
		plan(at + 1, dated, [...undated, review.id]);
		for (const { days } of review.candidates) {
			if (never?.review === review.id && never.day === days[0]) continue;
			plan(at + 1, [...dated, { review: review.id, days }], undated);
		}
	};
	plan(0, [], []);
	return found;
}
