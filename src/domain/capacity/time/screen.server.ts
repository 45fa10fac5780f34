import { schoolYearName } from '#domain/calendar/school-year.ts';
import { calendarFor } from '#domain/partnership/calendar.server.ts';
import { isOver, type Standing } from '#domain/partnership/model.ts';
import { members, roles } from '#domain/partnership/queries.server.ts';
import { protocolInForce, protocolsOf } from '#domain/protocol/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { maySetCost, seesLoad } from '../access.ts';
import { isOverLimit, limitFor, limitInWords, termsOf } from '../limit/limit.ts';
import { ownLimits } from '../limit/queries.server.ts';
import { trainedIn } from '../training/queries.server.ts';
import { championsOutlook } from './champions.ts';
import { daysGiven, inYear, personLines, schoolLines } from './ledger.ts';
import { releaseCost, timeOf } from './queries.server.ts';
import { costOf } from './release-days.ts';

/**
 * Time given and received in a school year, as far as the actor knows of reviews (CSC-19, NFS-26): schools for everybody, people
 * for those who `seesLoad`, else their own line alone. With champions' supply and demand for the former, from this year on.
 */
export async function timeScreen(ctx: Context, standing: Standing, year: string) {
	const { partnershipId, personId } = standing;
	const { reviews, undated } = await timeOf(ctx, partnershipId);
	const schools = await members(ctx, partnershipId, '');
	const protocol = (await protocolInForce(ctx, partnershipId))?.protocol ?? null;
	const own = await ownLimits(ctx, partnershipId);
	const terms = termsOf(await calendarFor(ctx, partnershipId), year);
	const cost = await releaseCost(ctx, partnershipId);
	const all = daysGiven(reviews);
	const given = inYear(all, year);
	const everybody = seesLoad(standing);
	const schoolName = new Map(schools.map(({ id, name }) => [id, name]));
	const gone = new Set(schools.filter((school) => isOver(school, ctx.today)).map(({ id }) => id));
	return {
		undated,
		everybody,
		schools: schoolLines(all, schools, year).filter(
			({ memberId, balance, balanceEver, given: gave, received }) =>
				!(memberId && gone.has(memberId)) || balance !== 0 || balanceEver !== 0 || gave > 0 || received > 0,
		),
		total: given.length,
		people: personLines(given)
			.filter((line) => everybody || line.personId === personId)
			.map((line) => {
				const limit = limitFor(
					protocol?.team.releaseLimit,
					own.find((one) => one.personId === line.personId),
					{ released: line.memberId !== null },
				);
				const days = given.filter((day) => day.personId === line.personId);
				return {
					...line,
					school: line.memberId ? (schoolName.get(line.memberId) ?? '') : '',
					limit: limitInWords(limit),
					over: isOverLimit(days, limit, terms),
				};
			}),
		cost: cost && { pounds: cost.pounds, all: costOf(given, cost.pounds) },
		costVersion: cost?.version ?? 0,
		setsCost: maySetCost(standing),
		outlook:
			everybody && protocol && protocol.team.champion !== 'never' && year >= schoolYearName(ctx.today)
				? {
						words: protocol.roles.champion,
						...championsOutlook({
							...{ protocol, own, reviews, year, today: ctx.today },
							roles: await roles(ctx, partnershipId),
							trained: await trainedIn(ctx, partnershipId),
							protocolOf: await protocolsOf(ctx, reviews),
						}),
					}
				: null,
	};
}

/** The days of a year as they go into a file, for those who see everybody's; null for others. */
export async function releaseDaysOf(ctx: Context, standing: Standing, year: string) {
	if (!seesLoad(standing)) return null;
	const { partnershipId } = standing;
	const { reviews } = await timeOf(ctx, partnershipId);
	const schoolName = new Map((await members(ctx, partnershipId, '')).map(({ id, name }) => [id, name]));
	const words = (await protocolInForce(ctx, partnershipId))?.protocol.roles;
	const cost = await releaseCost(ctx, partnershipId);
	const days = inYear(daysGiven(reviews), year).map(({ memberId, as, ...day }) => ({
		...day,
		as: words?.[as].one ?? as,
		school: memberId ? (schoolName.get(memberId) ?? '') : '',
	}));
	return { days, pounds: cost?.pounds ?? null };
}
