import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import WhoComes from './WhoComes.svelte';

const memberId = 'a school';
const person = (personId: string) => ({ memberId, personId, name: personId, left: false });

/** Who stands as seen, and who is ticked, in the form of a school at which two come by now. */
function shown(form: object | null) {
	const coming = {
		...{ memberId, memberName: 'Larch', left: false, others: 2, othersVersion: 2 },
		people: [person('one'), person('two')],
	};
	const school = { id: memberId, name: 'Larch', people: ['one', 'two', 'three'].map(person), coming };
	const data = { runs: false, stands: 'ahead', event: { calledOff: null }, me: 'head', comes: false };
	const { body } = render(WhoComes as unknown as Component<{ data: object }>, {
		props: { data: { ...data, coming: [coming], comesFrom: [], brings: [school] } },
		context: new Map([['__request__', { page: { form } }]]),
	});
	const inputs = [...body.matchAll(/<input [^>]*>/g)].map(([input]) => input);
	const of = (name: string, sort = '') =>
		inputs
			.filter((input) => input.includes(`name="${name}"`) && input.includes(sort))
			.map((input) => /value="([^"]*)"/.exec(input)![1]);
	return { seen: of('seen'), ticked: of('personIds', 'checked'), othersVersion: of('othersVersion') };
}

describe('HEP-9 the form of who comes', () => {
	test('says who stood on it when it was opened', () => {
		expect(shown(null)).toEqual({ seen: ['one', 'two'], ticked: ['one', 'two'], othersVersion: ['2'] });
	});

	test('says the same after a conflict, so that whoever was ticked meanwhile is not taken out by the next save', () => {
		// Opened when one came; the other was ticked by somebody else since.
		const values = { memberId, seen: 'one', personIds: ['one', 'three'], others: '5', othersVersion: '1' };
		expect(shown({ action: '?/bring', conflict: true, values })).toEqual({
			...{ seen: ['one'], ticked: ['one', 'three'], othersVersion: ['2'] },
		});
	});
});
