import { randomUUIDv7 } from 'node:crypto';
import { foundedPartnership, foundingDay, type Founded } from '#domain/partnership/founded.fixture.ts';
import { addMember } from '#domain/partnership/deeds/membership.server.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { proposeReview } from '#domain/review/deeds/frame.server.ts';
import { frame } from '#domain/review/deeds/in-the-making.fixture.ts';
import { joinTeam } from '#domain/review/deeds/team.server.ts';
import type { Database } from '#platform/db/database.ts';
import type { Outcome } from '#platform/outcome.ts';

/** Thursdays in term, one for each school. */
const days = [
	...['2026-10-08', '2026-11-12', '2026-12-03', '2027-01-21'],
	...['2027-02-11', '2027-03-11', '2027-04-29', '2027-05-20'],
];

export interface YearOfEight {
	home: Founded;
	/** By day. */
	reviews: string[];
}

/**
 * Eight schools, each to be reviewed once in the school year by the heads of the next two, under an independent chair and with a
 * champion of another school. All is proposed on the first day; nobody has answered.
 */
export async function yearOfEight(database: Database): Promise<YearOfEight> {
	const home = await foundedPartnership(database);
	const { partnershipId, chair } = home;
	const members: string[] = [...home.members];
	while (members.length < days.length) {
		const id = randomUUIDv7();
		const school = { name: `Demo school ${members.length}`, place: 'Nowhere' };
		must(
			await home.as(chair, (ctx) => addMember(ctx, { id, partnershipId, fromDay: foundingDay, ...school })),
		);
		members.push(id);
	}
	const preset = { id: randomUUIDv7(), partnershipId, preset: 'family' };
	must(await home.as(chair, (ctx) => publishPreset(ctx, preset)));
	const heads = await each(members, (member) => home.invited('headteacher', member));
	const champions = await each(members.slice(0, 2), (member) => home.invited('champion', member));
	const facilitator = await home.invited('independent chair');
	const reviews = await each(days, async (firstDay, index) => {
		const id = randomUUIDv7();
		const proposed = { id, partnershipId, hostMemberId: members[index]!, ...frame, firstDay };
		must(await home.as(heads[index]!, (ctx) => proposeReview(ctx, proposed)));
		for (const [personId, role] of [
			[facilitator, 'facilitator'],
			[heads[(index + 1) % 8]!, 'reviewer'],
			[heads[(index + 2) % 8]!, 'reviewer'],
			[champions[index === 0 ? 1 : 0]!, 'champion'],
		])
			must(await home.as(chair, (ctx) => joinTeam(ctx, { reviewId: id, personId, role })));
		return id;
	});
	return { home, reviews };
}

const must = (outcome: Outcome<unknown>) => {
	if (outcome.is !== 'done') throw new Error(JSON.stringify(outcome));
};

async function each<T, U>(list: readonly T[], make: (one: T, index: number) => Promise<U>): Promise<U[]> {
	const made: U[] = [];
	for (const [index, one] of list.entries()) made.push(await make(one, index));
	return made;
}
