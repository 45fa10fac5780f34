import { schoolYearName } from '#domain/calendar/school-year.ts';
import { roles } from '#domain/partnership/queries.server.ts';
import { isOver, type Standing } from '#domain/partnership/model.ts';
import { protocolInForce } from '#domain/protocol/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { mayLimit, mayRecordTrainingOf, seesLoad } from './access.ts';
import { limitFor, limitInWords } from './limit/limit.ts';
import { ownLimits } from './limit/queries.server.ts';
import { isNewHead, peopleHere } from './people.ts';
import { daysGiven, inYear } from './time/ledger.ts';
import { timeOf } from './time/queries.server.ts';
import { trainedIn } from './training/queries.server.ts';
import { trainedFor, trainingStanding } from './training/training.ts';

/**
 * One person of a partnership: what they are, their training, and, for those who see people's load and themselves, the days they
 * give this school year with their limit. Null for somebody who has never stood here.
 */
export async function personScreen(ctx: Context, standing: Standing, personId: string) {
	const { partnershipId } = standing;
	const all = await roles(ctx, partnershipId);
	const own = all.filter((role) => role.personId === personId);
	const first = own[0];
	if (!first) return null;
	const person = peopleHere(own, ctx.today)[0] ?? null;
	const protocol = (await protocolInForce(ctx, partnershipId))?.protocol ?? null;
	const trained = await trainedIn(ctx, partnershipId, personId);
	const isSelf = personId === standing.personId;
	const seesDays = isSelf || seesLoad(standing);
	const year = schoolYearName(ctx.today);
	const released = { released: (person?.memberIds.length ?? 0) > 0 };
	const kept = seesDays ? (await ownLimits(ctx, partnershipId, personId))[0] : undefined;
	return {
		personId,
		name: first.name,
		isSelf,
		hasLeft: person === null,
		roles: own.map(({ id, role, memberName, fromDay, untilDay }) => ({
			...{ id, role, memberName, fromDay, untilDay, over: isOver({ untilDay }, ctx.today) },
		})),
		newHead: isNewHead(own, personId, ctx.today),
		standings:
			protocol && person
				? trainedFor(protocol, person).map((role) => trainingStanding(protocol, trained, role, ctx.today))
				: [],
		roleWords: protocol?.roles ?? null,
		trained,
		mayWithdraw: person !== null && mayRecordTrainingOf(standing, person),
		year,
		days: seesDays
			? inYear(daysGiven((await timeOf(ctx, partnershipId)).reviews), year)
					.filter((day) => day.personId === personId)
					.toSorted((one, other) => one.day.localeCompare(other.day))
					.map(({ day, as, reviewId, hostName }) => ({ day, as, reviewId, hostName }))
			: null,
		limit: seesDays
			? {
					words: limitInWords(limitFor(protocol?.team.releaseLimit, kept, released)),
					byProtocol: limitInWords(limitFor(protocol?.team.releaseLimit, undefined, released)),
					daysATerm: kept?.daysATerm ?? null,
					daysAYear: kept?.daysAYear ?? null,
					version: kept?.version ?? 0,
				}
			: null,
		mayLimit: person !== null && mayLimit(standing, person),
	};
}
