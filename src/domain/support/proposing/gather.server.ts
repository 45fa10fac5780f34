import { schoolYearName } from '#domain/calendar/school-year.ts';
import { within, type Span } from '#domain/calendar/school-year.ts';
import { termsOf } from '#domain/capacity/limit/limit.ts';
import { daysGiven, schoolLines } from '#domain/capacity/time/ledger.ts';
import { timeOf } from '#domain/capacity/time/queries.server.ts';
import { calendarFor } from '#domain/partnership/calendar.server.ts';
import { focusesOf } from '#domain/partnership/group-focus/queries.server.ts';
import { isOver } from '#domain/partnership/model.ts';
import { groups, members } from '#domain/partnership/queries.server.ts';
import { registeredSchools } from '#domain/partnership/registered.server.ts';
import { metresBetween, pointOf } from '#domain/register/distance.ts';
import type { Context } from '#platform/context.ts';
import type { Deployment } from '../deployment/model.ts';
import { deploymentsOf } from '../deployment/queries.server.ts';
import { expertiseOf } from '../queries.server.ts';
import type { SupportRequest } from '../request/model.ts';
import { candidates, type Candidate, type PossibleHelper } from './candidates.ts';

/** The schools that could help with a request, for whoever leads: they read all deployments, and know of all reviews. */
export async function candidatesFor(
	ctx: Context,
	partnershipId: string,
	request: Pick<SupportRequest, 'memberId' | 'themeId' | 'theme'>,
): Promise<Candidate[]> {
	const { memberId: askerId, themeId, theme } = request;
	const year = schoolYearName(ctx.today);
	const all = await members(ctx, partnershipId, year);
	const registeredOf = await registeredSchools(ctx, all);
	const pointOfMember = new Map(all.map((member) => [member.id, pointOf(registeredOf(member))]));
	const term = termsOf(await calendarFor(ctx, partnershipId), year).find((one) => within(ctx.today, one));
	const deployed = await deploymentsOf(ctx, partnershipId);
	const lines = schoolLines(daysGiven((await timeOf(ctx, partnershipId)).reviews), all, year);
	const together = (await groups(ctx, partnershipId)).filter(({ schoolYear }) => schoolYear === year);
	const focuses = await focusesOf(
		ctx,
		partnershipId,
		together.map(({ id }) => id),
	);
	const groupsOf = (memberId: string) =>
		together.filter((group) => group.members.some(({ id }) => id === memberId));
	const schools = all.map((member): PossibleHelper => {
		const own = groupsOf(member.id);
		const onTheme = own.find(({ id }) =>
			focuses.some(
				({ groupId, words }) => groupId === id && words.toLowerCase().includes(theme.toLowerCase()),
			),
		);
		return {
			...{ memberId: member.id, memberName: member.name, left: isOver(member, ctx.today) },
			metres: metresBetween(pointOfMember.get(askerId) ?? null, pointOfMember.get(member.id) ?? null),
			promised: promisedIn(deployed, { memberId: member.id, themeId }, term ?? null),
			balance: lines.find(({ memberId }) => memberId === member.id)?.balance ?? 0,
			sameGroup: own.find((group) => group.members.some(({ id }) => id === askerId))?.name ?? null,
			focusGroup: onTheme?.name ?? null,
		};
	});
	return candidates({ askerId, themeId }, schools, await expertiseOf(ctx, partnershipId));
}

/** Days of deployments in a theme that reach into a term, those counted whole that reach beyond it; none that ended early. */
function promisedIn(
	deployments: readonly Deployment[],
	{ memberId, themeId }: { memberId: string; themeId: string },
	term: Span | null,
): number {
	return deployments
		.filter((one) => one.memberId === memberId && one.themeId === themeId && !one.ended)
		.filter(({ fromDay, toDay }) => term === null || (fromDay <= term.to && toDay >= term.from))
		.reduce((days, one) => days + one.days, 0);
}
