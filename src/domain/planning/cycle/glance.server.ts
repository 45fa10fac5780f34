import { seesLoad } from '#domain/capacity/access.ts';
import { timeOf } from '#domain/capacity/time/queries.server.ts';
import { isOver, type Standing } from '#domain/partnership/model.ts';
import { members } from '#domain/partnership/queries.server.ts';
import { protocolInForce } from '#domain/protocol/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { byPerson, bySchool } from './glance.ts';
import { cyclesOf } from './queries.server.ts';

/**
 * A cycle by school: when each is reviewed and by whom, and where its people review, as far as the actor knows of reviews and
 * their teams (HEP-12). Schools that have left stand only where something was. Null where there is no such cycle.
 */
export async function cycleBySchool(ctx: Context, { partnershipId }: Standing, cycleId: string) {
	const found = await glance(ctx, partnershipId, cycleId);
	if (!found) return null;
	const { cycle, reviews, undated, schools, roles } = found;
	const gone = new Set(schools.filter((school) => isOver(school, ctx.today)).map(({ id }) => id));
	const lines = bySchool(reviews, schools, cycle).filter(
		({ memberId, reviewed, visits }) => !gone.has(memberId) || reviewed.length > 0 || visits.length > 0,
	);
	return { cycle, undated, roles, lines };
}

/**
 * A cycle by person: everybody's for those who `seesLoad`, else the actor's own line alone (CSC-19). Null where there is no such
 * cycle.
 */
export async function cycleByPerson(ctx: Context, standing: Standing, cycleId: string) {
	const found = await glance(ctx, standing.partnershipId, cycleId);
	if (!found) return null;
	const { cycle, reviews, undated, schools, roles } = found;
	const everybody = seesLoad(standing);
	const schoolName = new Map(schools.map(({ id, name }) => [id, name]));
	const lines = byPerson(reviews, cycle)
		.filter(({ personId }) => everybody || personId === standing.personId)
		.map((line) => ({ ...line, school: line.memberId ? (schoolName.get(line.memberId) ?? '') : '' }));
	return { cycle, undated, roles, everybody, lines };
}

async function glance(ctx: Context, partnershipId: string, cycleId: string) {
	const cycle = (await cyclesOf(ctx, partnershipId)).find(({ id }) => id === cycleId);
	if (!cycle) return null;
	const { reviews, undated } = await timeOf(ctx, partnershipId);
	const words = (await protocolInForce(ctx, partnershipId))?.protocol.roles;
	return {
		cycle: { id: cycle.id, name: cycle.name, from: cycle.from, to: cycle.to },
		...{ reviews, undated },
		schools: await members(ctx, partnershipId, ''),
		roles: {
			reviewer: words?.reviewer.one ?? 'reviewer',
			facilitator: words?.facilitator.one ?? 'facilitator',
			expert: words?.expert.one ?? 'expert',
			champion: words?.champion.one ?? 'champion',
		},
	};
}
