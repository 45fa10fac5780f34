import { randomUUIDv7 } from 'node:crypto';
import { inContext, type Context } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import { person } from '#platform/principal.ts';
import { invite } from './deeds/invitation.server.ts';
import { addMember, foundPartnership } from './deeds/membership.server.ts';

/** A partnership made by its own actions: a chair, two unregistered schools, and whoever is invited. */
export interface Founded {
	partnershipId: string;
	chair: string;
	members: [string, string];
	/** Runs work as a person at noon of a day. */
	as<T>(personId: string, work: (ctx: Context) => Promise<T>, day?: string): Promise<T>;
	/** Invites somebody and tells their person id. */
	invited(role: string, memberId?: string, by?: string): Promise<string>;
}

export const foundingDay = '2026-09-07';

/** Somebody who can sign in and stands nowhere yet. */
export async function newPerson(database: Database, name = 'Somebody'): Promise<string> {
	const id = randomUUIDv7();
	await database.signIn((db) =>
		db
			.insertInto('person')
			.values({ id, name, email: `${id}@people.example` })
			.execute(),
	);
	return id;
}

export async function foundedPartnership(database: Database): Promise<Founded> {
	const chair = await newPerson(database, 'Chair Example');
	const partnershipId = randomUUIDv7();
	const members: [string, string] = [randomUUIDv7(), randomUUIDv7()];
	const as: Founded['as'] = (personId, work, day = foundingDay) =>
		inContext(database, person(personId), new Date(`${day}T12:00:00Z`), work);
	await as(chair, (ctx) =>
		foundPartnership(ctx, { id: partnershipId, name: 'Demo family', groupWord: 'trio' }),
	);
	for (const [index, id] of members.entries()) {
		const school = { name: `Demo school ${index}`, place: 'Nowhere' };
		await as(chair, (ctx) => addMember(ctx, { id, partnershipId, fromDay: foundingDay, ...school }));
	}
	return {
		partnershipId,
		chair,
		members,
		as,
		async invited(role, memberId = '', by = chair) {
			const name = `Demo ${role}`;
			const email = `${randomUUIDv7()}@people.example`;
			const given = { id: randomUUIDv7(), partnershipId, name, email, memberId, role, fromDay: foundingDay };
			const outcome = await as(by, (ctx) => invite(ctx, 'http://localhost:4000', given));
			if (outcome.is !== 'done') throw new Error(`Not invited: ${JSON.stringify(outcome)}`);
			return outcome.value.personId;
		},
	};
}
