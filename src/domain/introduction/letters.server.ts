import { asPeopleSay } from '#domain/calendar/day.ts';
import { writeTo } from '#domain/partnership/letters.server.ts';
import type { MemberRow } from '#domain/partnership/queries.server.ts';
import type { Context } from '#platform/context.ts';
import type { Said } from './input.ts';
import { endInWords, inWords, type End, type Introduction } from './model.ts';

type Party = Pick<MemberRow, 'id' | 'name' | 'heads'>;

const headsOf = ({ heads }: Party, but: string) =>
	heads.filter(({ confirmed, personId }) => confirmed && personId !== but).map(({ personId }) => personId);

/** Tells the heads of both schools that their staff are to meet; not whoever says so. */
export async function writeOfOffer(
	ctx: Context,
	{ giving, gaining, said }: { giving: Party; gaining: Party; said: Said },
	by: string,
	origin: string,
): Promise<void> {
	const shown = (party: Party) => ({ memberId: party.id, name: party.name, left: false });
	const what = inWords({ ...said, giving: shown(giving), gaining: shown(gaining) });
	const people = new Set([...headsOf(giving, by), ...headsOf(gaining, by)]);
	await writeTo(ctx, [...people], {
		subject: `Staff of ${giving.name} and ${gaining.name} to meet`,
		body: `${what}, by ${asPeopleSay(said.due)}.\n\n${said.about}\n\nIt stands on your Home until one of you says that they have met: ${origin}/home\n`,
	});
}

/** Tells the heads of both schools, as far as they take part still, what became of it; not whoever says so. */
export async function writeOfEnd(
	ctx: Context,
	{ giving, gaining, end, ...what }: Introduction & { end: End },
	present: readonly Party[],
	by: string,
): Promise<void> {
	const parties = present.filter(({ id }) => id === giving.memberId || id === gaining.memberId);
	await writeTo(ctx, [...new Set(parties.flatMap((party) => headsOf(party, by)))], {
		subject: `Staff of ${giving.name} and ${gaining.name} ${end.metOn === null ? 'will not meet' : 'have met'}`,
		body: `It was offered: ${inWords({ ...what, giving, gaining })}.\n\n${endInWords(end)}\n\nSo says ${end.toldBy}.\n`,
	});
}

/** Tells the heads of two schools that both wish to work on the same theme, and how to write to each other: both asked for it. */
export async function writeOfMatch(
	ctx: Context,
	{ theme, own, other }: { theme: string; own: Party; other: Party },
): Promise<void> {
	const addresses = await ctx.db
		.selectFrom('person')
		.select(['name', 'email'])
		.where('id', 'in', [...headsOf(own, ''), ...headsOf(other, '')])
		.execute();
	const all = addresses.map(({ name, email }) => `${name}, ${email}`).join('\n');
	await writeTo(ctx, [...new Set([...headsOf(own, ''), ...headsOf(other, '')])], {
		subject: `${own.name} and ${other.name} work on the same`,
		body: `${own.name} and ${other.name} both wish to be put in touch with schools that work on ${theme}.\n\n${all}\n`,
	});
}
