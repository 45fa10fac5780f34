import { later } from '#domain/calendar/day.ts';
import { startOf } from '#domain/calendar/school-year.ts';
import { isCurrent } from '#domain/partnership/model.ts';
import { groups, presentMembers, type MemberRow } from '#domain/partnership/queries.server.ts';
import { registeredSchools } from '#domain/partnership/registered.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import { mostNeeds } from '#domain/support/model.ts';
import { expertiseOf, presentNeeds } from '#domain/support/queries.server.ts';
import type { Context } from '#platform/context.ts';
import type { Weights } from '../answer.ts';
import type { GroupingInput } from '../grouping/model.ts';
import { placeAndTraits } from './school-traits.ts';

interface Asked {
	schoolYear: string;
	least: number;
	most: number;
	/** Metres. */
	near: number;
	competing: number;
	weights: Weights;
}

/**
 * All that groups for a school year are reckoned from: the schools that take part in it, what they need and share, and how they are grouped now.
 * Themes go by their labels: a proposal that is read years later says what they were called then.
 */
export async function groupingInput(
	ctx: Context,
	partnershipId: string,
	{ schoolYear, least, most, near, competing, weights }: Asked,
): Promise<GroupingInput> {
	const start = startOf(schoolYear);
	const members = (await presentMembers(ctx, partnershipId)).filter(
		(member) =>
			member.fromDay <= `${start + 1}-07-31` &&
			isCurrent(member, later(`${start}-09-01`, later(ctx.today, member.fromDay))),
	);
	const traitsOf = await registeredTraits(ctx, members);
	const labels = new Map((await themesOf(ctx, partnershipId)).map((theme) => [theme.id, theme.label]));
	const needs = new Map((await presentNeeds(ctx, partnershipId)).map((need) => [need.memberId, need]));
	const offers = Map.groupBy(await expertiseOf(ctx, partnershipId), ({ memberId }) => memberId);
	return {
		schools: members.map((member) => {
			const { id, name } = member;
			const need = needs.get(id);
			return {
				...{ id, name },
				...traitsOf(member),
				needs: (need?.themeIds ?? []).map((themeId, place) => ({
					theme: labels.get(themeId)!,
					urgency: mostNeeds - place,
				})),
				strengths: (offers.get(id) ?? []).map(({ theme }) => theme),
				status: need?.status ?? 0,
			};
		}),
		size: { least, most },
		near,
		competing: { within: competing, except: [] },
		together: [],
		apart: [],
		numbered: [],
		lastYear: await groupsBefore(ctx, partnershipId, schoolYear),
		weights,
	};
}

/** The groups of the school year before, as lists of members. */
async function groupsBefore(ctx: Context, partnershipId: string, schoolYear: string): Promise<string[][]> {
	const before = startOf(schoolYear) - 1;
	return (await groups(ctx, partnershipId))
		.filter((group) => startOf(group.schoolYear) === before)
		.map(({ members }) => members.map(({ id }) => id));
}

type WithSchools = Pick<MemberRow, 'schools'>;

/** Where members are and how they differ, by the register: asked once for all of them. */
export async function registeredTraits(
	ctx: Context,
	members: readonly WithSchools[],
): Promise<(member: WithSchools) => ReturnType<typeof placeAndTraits>> {
	const registeredOf = await registeredSchools(ctx, members);
	return (member) => placeAndTraits(registeredOf(member));
}
