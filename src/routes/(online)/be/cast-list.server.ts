import { isOver } from '#domain/partnership/model.ts';
import { myPartnerships, roles } from '#domain/partnership/queries.server.ts';
import { type Context, inContext } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import { person } from '#platform/principal.ts';
import type { SignedIn } from '#platform/session/sign-in.ts';

/** One of the demo's people, with what they are: "headteacher, Fernmarsh Primary". */
export interface Playable {
	id: string;
	name: string;
	roles: string[];
}

/**
 * Says what each of the demo's people is. It asks as they themselves would: nobody is above the policies here, so the first
 * of a partnership answers for all in it.
 */
export async function castList(database: Database, people: SignedIn[]): Promise<Playable[]> {
	const known = new Map<string, string[]>();
	for (const { id } of people) {
		if (known.has(id)) continue;
		for (const [personId, words] of await inContext(database, person(id), new Date(), rolesAround))
			known.set(personId, words);
	}
	return people.map(({ id, name }) => ({ id, name, roles: known.get(id) ?? [] }));
}

async function rolesAround(ctx: Context): Promise<Map<string, string[]>> {
	const words = new Map<string, string[]>();
	for (const partnership of await myPartnerships(ctx)) {
		for (const held of await roles(ctx, partnership.id)) {
			if (isOver(held, ctx.today)) continue;
			const { personId, role, memberName } = held;
			words.set(personId, [...(words.get(personId) ?? []), `${role}, ${memberName ?? partnership.name}`]);
		}
	}
	return words;
}
