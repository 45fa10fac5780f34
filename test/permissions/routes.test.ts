import { randomUUIDv7 } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { partnership } from '../cast.ts';
import { addressOf, namesIn, schoolYear, withoutIds } from './addresses.ts';
import { type Answer, type Asking, startAsking } from './asking.ts';
import { askWhileRaising, raised } from './concerns.ts';
import type { Deed } from './declaration.ts';
import { declared } from './declared.ts';
import { outsiders, roles, type Role } from './roles.ts';
import { routesOnDisk } from './routes-on-disk.ts';
import { stopTest, streamTests } from './streams.ts';
import { parkedWords, type WhichReview } from './world.ts';

const onDisk = routesOnDisk();
const boundTeam: Role[] = roles.filter((role) => role === 'reviewer' || role === 'facilitator');
/** The screens that show what is parked, to those who may read it. */
const showsParked = [
	'/reviews/[review]/day',
	'/reviews/[review]/day/pace',
	'/reviews/[review]/day/parked',
	'/reviews/[review]/day/record',
	'/reviews/[review]/findings',
	'/reviews/[review]/findings/[finding]',
	'/reviews/[review]/findings/new',
	'/api/reviews/[review]/day',
];

describe('R4 every route is declared', () => {
	test.each(onDisk)('$id', ({ id, reads, deeds }) => {
		const declaration = declared[id];
		expect(declaration, `Say in test/permissions who may see ${id}`).toBeDefined();
		expect(declaration?.seen !== undefined).toBe(reads);
		expect(Object.keys(declaration?.deeds ?? {}).toSorted()).toEqual(deeds.toSorted());
	});

	test('and nothing is declared that is not there', () => {
		expect(Object.keys(declared).toSorted()).toEqual(onDisk.map(({ id }) => id).toSorted());
	});
});

describe('R4 every route answers every role as declared', () => {
	let asking: Asking;
	/** One that today's reviewer has raised, and of which the host's head is told. */
	let concern: string;
	let answers: Map<string, Answer>[];
	/** What somebody was shown that the database hides from them, by route. */
	const shown: string[] = [];
	/** What the host's head was shown that the database hides from the chair: the same search finds what is there. */
	const shownToHost = new Set<string>();
	beforeAll(async () => {
		asking = await startAsking();
		({ concern, answers } = await askWhileRaising(asking));
	}, 600_000);
	afterAll(() => asking?.end());

	test.each([0, 1])(
		'CSC-5 and everybody but raiser and recipients as if there were no concern: %i',
		(step) => {
			const [before, after] = [answers[step]!, answers[step + 1]!];
			const differ = [...before.keys()].filter((key) => !isDeepStrictEqual(before.get(key), after.get(key)));
			const { knowing } = raised[step]!;
			expect(before.size).toBeGreaterThan(200);
			expect(differ.filter((key) => !knowing.some((role) => key.startsWith(`${role}:`)))).toEqual([]);
			for (const role of knowing) expect(differ).toContain(`${role}: /concerns`);
		},
	);

	for (const [route, { seen, in: review = 'today' }] of Object.entries(declared)) {
		if (seen === undefined) continue;
		test(`${route} is seen by ${words(seen)}`, async () => {
			const told: Record<string, string> = {};
			const readParked: Role[] = [];
			for (const role of roles) {
				// Those who see it were asked it before, of today's review.
				const before = review === 'today' ? answers.at(-1)!.get(`${role}: ${route}`) : undefined;
				const answer = before ?? (await asks(role, review, route));
				told[role] = inWords(answer);
				// What anyone reads is written in the program, as the words of presets are.
				for (const one of seen === 'anyone' ? [] : (hiddenFrom(role, review)?.within(answer.body) ?? []))
					shown.push(`${role} at ${route}: ${one}`);
				if (role === 'host head')
					for (const one of hiddenFrom('chair', review)!.within(answer.body)) shownToHost.add(one);
				if (answer.body.includes(parkedWords)) readParked.push(role);
			}
			expect(told).toEqual(expected(seen));
			// CSC-26: the team's, whatever else is read on the same page and whoever has been given the keys of the piece.
			expect(readParked).toEqual(showsParked.includes(route) ? boundTeam : []);
		});
	}

	test('R4 no page shows anybody words of a row that the database hides from them', () => {
		expect(shownToHost.size).toBeGreaterThan(20);
		expect(shown).toEqual([]);
	});

	test('R4 nor does any letter, nor a reminder of the days to come', () => {
		const written = asking.letters
			.flatMap(({ personId, words }) => asking.hidden.get(personId)?.within(words) ?? [])
			// An invitation says to what.
			.filter((words) => words !== partnership.name);
		expect(written).toEqual([]);
		const asTheChair = asking.hidden.get(asking.world.people.today.chair)!;
		const read = asking.letters.flatMap(({ words }) => asTheChair.within(words));
		expect(new Set(read).size).toBeGreaterThan(0);
	});

	describe('streams', () => {
		streamTests(() => asking);
	});

	for (const [route, { deeds = {} }] of Object.entries(declared)) {
		for (const [name, deed] of Object.entries(deeds)) {
			if (deed.untried) continue;
			test(`${route} ${name} is for ${words(deed.by)}`, async () => {
				const told: Record<string, string> = {};
				// Whoever may comes last, so that nobody is refused because it is done already.
				for (const role of byRight(deed.by)) told[role] = inWords(await does(role, route, name, deed));
				expect(told).toEqual(expected(deed.by));
			});
		}
	}

	describe('what is hidden answers like what does not exist', () => {
		for (const [route, { seen, in: review = 'today', deeds = {} }] of Object.entries(declared)) {
			if (!route.includes('[')) continue;
			test.each(outsiders)(`${route}, to one who is %s`, async (role) => {
				if (seen) expect(await asks(role, review, route)).toEqual(await asks(role, review, route, absent));
				for (const [name, deed] of Object.entries(deeds))
					expect(await does(role, route, name, deed), name).toEqual(
						await does(role, route, name, deed, absent),
					);
			});
		}
	});

	describe('at the end', () => {
		stopTest(() => asking);
	});

	// What names no thing of anybody's is no secret: every partnership has the same years, parts, stages and numbers.
	const common: Record<string, string> = {
		year: schoolYear,
		part: 'workshop',
		number: '1',
		stage: 'quality',
		token: 'y'.repeat(32),
	};
	const absent = (parameter: string) => common[parameter] ?? randomUUIDv7();
	const personIn = (role: Role, review: WhichReview) =>
		role === 'signed out' ? null : asking.world.people[review][role];

	const hiddenFrom = (role: Role, review: WhichReview) => asking.hidden.get(personIn(role, review) ?? '');

	async function asks(role: Role, review: WhichReview, route: string, name = real(review)): Promise<Answer> {
		const path = addressOf(route, name);
		return withoutIds(await asking.ask(personIn(role, review), path), path);
	}

	async function does(
		role: Role,
		route: string,
		name: string,
		deed: Deed,
		named?: (parameter: string) => string,
	): Promise<Answer> {
		const { in: review = 'today', after, form, json } = deed;
		const fresh = randomUUIDv7();
		const address = addressOf(route, named ?? real(review));
		const at = (one: string) => (one === 'default' || one === 'POST' ? address : `${address}?/${one}`);
		if (after && !named) {
			const first = declared[route]!.deeds![after.deed]!;
			await asking.ask(personIn(after.by, review), at(after.deed), first.form?.(asking.world, fresh) ?? {});
		}
		const sent = json ? { json: json(asking.world, fresh, role) } : (form?.(asking.world, fresh) ?? {});
		const answer = await asking.ask(personIn(role, review), at(name), sent);
		return withoutIds(answer, address);
	}

	const real = (review: WhichReview) => namesIn(asking.world, review, concern);
});

type Told = 'yes' | 'not there' | 'sign in first';

/** A redirect within the product, or a form refused with its reasons, is an answer to somebody who may. */
function inWords({ status, location }: Answer): Told | `broken: ${number}` {
	if (status === 404) return 'not there';
	if (status === 401 || (status === 303 && location?.startsWith('/sign-in?next='))) return 'sign in first';
	return status < 500 && status !== 403 && status !== 405 ? 'yes' : `broken: ${status}`;
}

const may = (those: readonly Role[] | 'anyone', role: Role) => those === 'anyone' || those.includes(role);

const expected = (those: readonly Role[] | 'anyone') =>
	Object.fromEntries(
		roles.map((role): [Role, Told] => [
			role,
			may(those, role) ? 'yes' : role === 'signed out' && those.length > 0 ? 'sign in first' : 'not there',
		]),
	);

const byRight = (those: readonly Role[] | 'anyone') =>
	roles.toSorted((a, b) => Number(may(those, a)) - Number(may(those, b)));

const words = (those: readonly Role[] | 'anyone') =>
	those === 'anyone'
		? 'anyone'
		: those.length === 0
			? 'nobody'
			: those.length > 9
				? `${those.length} roles`
				: those.join(', ');
