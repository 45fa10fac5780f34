import { dayOf, monthAndYear } from '#domain/calendar/day.ts';
import { reviewsOf } from '#domain/agenda/reviews.server.ts';
import { yearComments } from '#domain/outcome/comment/queries.server.ts';
import { headlineMeasures } from '#domain/outcome/headline/headline.ts';
import { measuresHeld } from '#domain/outcome/held.server.ts';
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

/** The charts of each of a member's schools, of what says most of them: of a primary's three ages, or of its latest figures. */
export async function headlineCharts(ctx: Context, partnershipId: string, member: MemberRow) {
	const held = await measuresHeld(
		ctx,
		partnershipId,
		member.schools.map(({ id }) => id),
	);
	return schoolCharts(ctx, partnershipId, member, headlineMeasures(held), ['all']);
}

/**
 * The chart of each of a member's schools for each of some measures and pupil groups, with its reviews, the inspection that the register
 * knows of and changes of the measure marked. A member is one school, or two run as one: each keeps its own figures (KSA-1).
 */
export async function schoolCharts(
	ctx: Context,
	partnershipId: string,
	member: MemberRow,
	measures: readonly MeasureKey[],
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
	const comments = [];
	for (const measure of measures)
		for (const comment of await yearComments(ctx, partnershipId, schoolIds, measure))
			comments.push({ ...comment, measure });
	const charts: SchoolFigures[] = [];
	for (const { id, urn, name } of member.schools) {
		const registered = urn === null ? null : await schoolByUrn(ctx.db, urn);
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
		for (const measure of measures) {
			const series = (await schoolSeries(ctx, { partnershipId, schoolId: id }, measure)) ?? [];
			const shown = series.filter(({ group }) => groups.includes(group));
			const chart = outcomeChart(shown);
			const said = comments.filter((comment) => comment.schoolId === id && comment.measure === measure);
			// Of several measures a school shows those it has something of.
			if (measures.length > 1 && !chart && said.length === 0) continue;
			charts.push({
				...{ id, name, measure, isRegistered: registered !== null, fewestPupils },
				chart: chart && {
					...chart,
					marks: [...chart.changes, ...marksOf([...days, ...inspected, ...told], chart.xs)],
				},
				told: shown.map((one) => tell(measure, one)).filter((sentence) => sentence !== ''),
				comments: commentsOf(shown, said),
			});
		}
	}
	return { reviews, charts, comments };
}
