/**
 * Has one question asked for all who ask the same about a thing in the same moment.
 * @param ask which of these people the answer is yes for
 */
export function askedTogether(
	ask: (thing: string, people: readonly string[]) => Promise<ReadonlySet<string>>,
): (thing: string, person: string) => Promise<boolean> {
	const gathering = new Map<string, { people: Set<string>; answer: Promise<ReadonlySet<string>> }>();
	return async (thing, person) => {
		let asked = gathering.get(thing);
		if (!asked) {
			const people = new Set<string>();
			const answer = Promise.resolve().then(() => {
				gathering.delete(thing);
				return ask(thing, [...people]);
			});
			gathering.set(thing, (asked = { people, answer }));
		}
		asked.people.add(person);
		return (await asked.answer).has(person);
	};
}
