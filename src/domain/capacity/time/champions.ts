import type { Day } from '#domain/calendar/day.ts';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { isCurrent } from '#domain/partnership/model.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { limitFor, type OwnLimit } from '../limit/limit.ts';
import type { Role } from '../people.ts';
import { trainingStanding, type Trained } from '../training/training.ts';
import { daysGiven, inYear, type TimedReview } from './ledger.ts';

/** How many champions there are for the reviews that need one (CEN-6). */
export interface ChampionsOutlook {
	/** Those who are champions today, and how many of them the protocol’s training is still to come for. */
	champions: number;
	untrained: number;
	/** Who stops being one before the school year is over. */
	leaving: number;
	/** Reviews of the year still to come that need a champion by their protocol and have none. */
	lacking: number;
	/** How many more reviews those who stay would take on by their limits; null where one of them has no limit. */
	room: number | null;
}

interface Asked {
	protocol: Pick<Protocol, 'team'>;
	roles: readonly Role[];
	trained: readonly Trained[];
	own: readonly OwnLimit[];
	reviews: readonly TimedReview[];
	protocolOf(review: TimedReview): Pick<Protocol, 'team'>;
	year: string;
	today: Day;
}

/** Champions of one school year, which is the present one or one to come. */
export function championsOutlook(asked: Asked): ChampionsOutlook {
	const { protocol, roles, trained, own, reviews, protocolOf, year, today } = asked;
	const held = roles.filter((role) => role.role === 'champion' && isCurrent(role, today));
	const champions = [...Map.groupBy(held, ({ personId }) => personId)];
	const staying = champions.filter(([, posts]) =>
		posts.some(({ untilDay }) => untilDay === null || schoolYearName(untilDay) > year),
	);
	const asks = protocol.team.training.some(({ role }) => role === 'champion');
	const untrained = champions.filter(([personId]) => {
		const theirs = trained.filter((one) => one.personId === personId);
		return asks && trainingStanding(protocol, theirs, 'champion', today).is === 'untrained';
	});
	const given = inYear(daysGiven(reviews), year);
	const rooms = staying.map(([personId]) => {
		const { daysAYear } = limitFor(
			protocol.team.releaseLimit,
			own.find((one) => one.personId === personId),
			{ released: true },
		);
		const days = given.filter((day) => day.personId === personId).length;
		return daysAYear === null ? null : Math.max(0, daysAYear - days);
	});
	return {
		champions: champions.length,
		untrained: untrained.length,
		leaving: champions.length - staying.length,
		lacking: reviews.filter(
			(review) =>
				schoolYearName(review.firstDay) === year &&
				review.lastDay >= today &&
				protocolOf(review).team.champion === 'must' &&
				!review.team.some(({ role }) => role === 'champion'),
		).length,
		room: rooms.includes(null) ? null : rooms.reduce((sum: number, room) => sum + room!, 0),
	};
}
