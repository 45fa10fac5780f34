import { inSeries } from '#domain/protocol/model.ts';
import { heldAs } from '#domain/protocol/of-kind.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { reviewers, type Facts } from '../facts.ts';

/** Who of the host's staff goes with somebody of the team: somebody with an account, or by name. Both empty where nobody does. */
export interface Pairing {
	/** Of the team. */
	personId: string;
	staffId: string | null;
	staffName: string | null;
	/** They are still at the host. */
	here: boolean;
	name: string;
	post: string;
	version: number;
}

/** Whether there is anything to pair: by the protocol, and where the review is a visit (NFS-4). */
export const hasPairs = (protocol: Protocol, { kind }: Pick<Facts, 'kind'>): boolean =>
	protocol.team.pairingWithHostStaff !== 'never' && heldAs(protocol, kind) === 'day';

/** 'Jo Bell, maths lead'; null where nobody goes with them, or whoever did has left the school. */
export function companion({
	staffId,
	staffName,
	here,
	name,
	post,
}: Pick<Pairing, 'staffId' | 'staffName' | 'here' | 'name' | 'post'>): string | null {
	const who = staffId === null ? name : here ? staffName! : '';
	return who === '' ? null : [who, post].filter((part) => part !== '').join(', ');
}

/** Who goes with each of the team, by the id of who reviews; nothing for those with whom nobody goes. */
export const companions = (pairings: readonly Pairing[]): Map<string, string> =>
	new Map(
		pairings.flatMap((pairing) => {
			const who = companion(pairing);
			return who === null ? [] : [[pairing.personId, who] as const];
		}),
	);

/** What a reader of the team is told beside the pairs, a sentence each: who has left, and who has nobody where all are to have somebody. */
export function openPairs(protocol: Protocol, facts: Facts, pairings: readonly Pairing[]): string[] {
	const going = companions(pairings);
	const team = reviewers(facts);
	const nameOf = (id: string) => team.find(({ personId }) => personId === id)?.name;
	const gone = pairings.flatMap(({ personId, here, staffName }) => {
		const name = nameOf(personId);
		return here || name === undefined
			? []
			: [`${staffName} was to go with ${name}, and has left the school.`];
	});
	if (protocol.team.pairingWithHostStaff !== 'always') return gone;
	const alone = team.filter(({ personId }) => !going.has(personId)).map(({ name }) => name);
	return alone.length === 0 ? gone : [...gone, `Nobody of the host goes with ${inSeries(alone)} yet.`];
}

/** Who goes with several, a sentence each: it may be meant, and may be a slip. */
export function goingWithSeveral(facts: Facts, pairings: readonly Pairing[]): string[] {
	const team = reviewers(facts);
	const named = pairings.flatMap((pairing) => {
		const member = team.find(({ personId }) => personId === pairing.personId);
		if (!member || companion(pairing) === null) return [];
		const { staffId, staffName, name } = pairing;
		return [{ key: staffId ?? name.toLowerCase(), who: staffName ?? name, with: member.name }];
	});
	return [...Map.groupBy(named, ({ key }) => key).values()]
		.filter(({ length }) => length > 1)
		.map((own) => `${own[0]!.who} goes with ${inSeries(own.map((one) => one.with))}.`);
}

/** Who is there at something, each with whoever goes with them; where the whole team is, they are there without. */
export function withCompanions(
	people: readonly { id: string; name: string }[],
	facts: Facts,
	going: ReadonlyMap<string, string>,
): string {
	const whole = reviewers(facts).every(({ personId }) => people.some(({ id }) => id === personId));
	if (whole || !people.some(({ id }) => going.has(id))) return people.map(({ name }) => name).join(', ');
	return people.map(({ id, name }) => (going.has(id) ? `${name} with ${going.get(id)}` : name)).join('; ');
}
