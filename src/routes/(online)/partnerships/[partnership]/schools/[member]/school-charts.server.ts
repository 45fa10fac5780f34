import { dayOf, monthAndYear } from '#domain/calendar/day.ts';
import { reviewsOf } from '#domain/agenda/reviews.server.ts';
import { yearComments } from '#domain/outcome/comment/queries.server.ts';
import type { MeasureKey, PupilGroup } from '#domain/outcome/measures.ts';
import { schoolSeries } from '#domain/outcome/queries.server.ts';
import { tell } from '#domain/outcome/telling.ts';
import { protocolInForce } from '#domain/protocol/queries.server.ts';
import { leastFewestPupils } from '#domain/protocol/parts/audience.ts';
import type { MemberRow } from '#domain/partnership/queries.server.ts';
import { eventsOf } from '#domain/story/queries.server.ts';
import { eventWords } from '#domain/story/story.ts';
import { schoolByUrn } from '#domain/register/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { commentsOf, marksOf, outcomeChart, type SchoolFigures } from './outcome-chart.ts';

/**
 * The chart of each of a member's schools for one measure and some pupil groups, with its reviews, the inspection that the register
 * knows of and changes of the measure marked. A member is one school, or two run as one: each keeps its own figures (KSA-1).
 */
export async function schoolCharts(
	ctx: Context,
	partnershipId: string,
	member: MemberRow,
	measure: MeasureKey,
	groups: readonly PupilGroup[],
) {
	const reviews = await reviewsOf(ctx, partnershipId, { hostMemberId: member.id });
	const days = reviews.flatMap(({ firstDay }) =>
		firstDay === null ? [] : [{ day: firstDay, label: monthAndYear(firstDay) }],
	);
	const agreed = await protocolInForce(ctx, partnershipId);
	const fewestPupils = agreed?.protocol.audience.fewestPupils ?? leastFewestPupils;
	const told = (await eventsOf(ctx, { partnershipId, memberId: member.id })).map(({ kind, day, year }) => ({
		day: day ?? dayOf(year, 7, 1),
		label: day ? monthAndYear(day) : String(year),
		name: eventWords[kind],
		look: 'dashed' as const,
	}));
	const schoolIds = member.schools.map(({ id }) => id);
	const comments = await yearComments(ctx, partnershipId, schoolIds, measure);
	const charts: SchoolFigures[] = [];
	for (const { id, urn, name } of member.schools) {
		const series = (await schoolSeries(ctx, { partnershipId, schoolId: id }, measure)) ?? [];
		const registered = urn === null ? null : await schoolByUrn(ctx.db, urn);
		const shown = series.filter(({ group }) => groups.includes(group));
		const chart = outcomeChart(shown);
		const inspected = registered?.inspectedOn
			? [
					{
						day: registered.inspectedOn,
						label: monthAndYear(registered.inspectedOn),
						name: 'Inspection',
						look: 'dashed' as const,
					},
				]
			: [];
		charts.push({
			...{ id, name, isRegistered: registered !== null, fewestPupils },
			chart: chart && {
				...chart,
				marks: [...chart.changes, ...marksOf([...days, ...inspected, ...told], chart.xs)],
			},
			told: shown.map((one) => tell(measure, one)).filter((sentence) => sentence !== ''),
			comments: commentsOf(
				shown,
				comments.filter(({ schoolId }) => schoolId === id),
			),
		});
	}
	return { reviews, charts, comments };
}
