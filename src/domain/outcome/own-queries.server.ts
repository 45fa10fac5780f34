import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { circles, type Circle } from './access.ts';
import type { MeasureKey, PupilGroup } from './measures.ts';
import type { SchoolYear } from './year.ts';

/** A figure that somebody entered by hand, as it stands; for those who may put it right. */
export interface EnteredFigure {
	id: string;
	measure: MeasureKey;
	group: PupilGroup;
	year: SchoolYear;
	value: number;
	pupils: number | null;
	comment: string;
	version: number;
}

const mostEntered = 200;

/** Who asks, of which school. Small numbers are for its head; others see of them those they said themselves. */
interface Asking {
	partnershipId: string;
	schoolId: string;
	seesSmall: boolean;
}

/** The figures of a school that were entered by hand and stand, of one measure, the latest year first. */
export async function enteredFigures(
	ctx: Context,
	asking: Asking,
	measure: MeasureKey,
): Promise<EnteredFigure[]> {
	const rows = await entered(ctx, asking)
		.where('measure', '=', measure)
		.orderBy('year', 'desc')
		.orderBy('pupil_group')
		.limit(mostEntered)
		.execute();
	return rows as EnteredFigure[];
}

/** One of them; null for whoever may not know of it, and once it is taken back. */
export async function enteredFigure(
	ctx: Context,
	asking: Asking,
	figureId: string,
): Promise<EnteredFigure | null> {
	const row = await entered(ctx, asking).where('id', '=', figureId).executeTakeFirst();
	return (row as EnteredFigure | undefined) ?? null;
}

function entered(ctx: Context, { partnershipId, schoolId, seesSmall }: Asking) {
	const standing = ctx.db
		.selectFrom('measure')
		.select(['id', 'measure', 'pupil_group as group', 'year', 'value', 'pupils', 'comment', 'version'])
		.where('partnership_id', '=', partnershipId)
		.where('school_id', '=', schoolId)
		.where('withdrawn_at', 'is', null);
	return seesSmall
		? standing
		: standing.where(
				sql<boolean>`(coalesce(changed_by, entered_by) = app_person() or (measure, pupil_group, year) not in (
					select h.measure, h.pupil_group, h.year
					from app_hidden_figures(${partnershipId}, array[${schoolId}::uuid], array(select distinct m.measure from measure m
						where m.partnership_id = ${partnershipId} and m.school_id = ${schoolId})) h
					where h.publisher = 'school'))`,
			);
}

/** Whom a school's own figures of one measure are open to besides its staff, as far as any of them is. */
export async function circlesOf(
	ctx: Context,
	{ partnershipId, schoolId }: { partnershipId: string; schoolId: string },
	measure: MeasureKey,
): Promise<Circle[]> {
	const { rows } = await sql<{ key: string }>`
		select distinct split_part(k, ':', 1) as key from (
			select unnest(keys) as k from measure
			where partnership_id = ${partnershipId} and school_id = ${schoolId} and measure = ${measure} and withdrawn_at is null
			union all
			select unnest(keys) from imported_figure
			where partnership_id = ${partnershipId} and school_id = ${schoolId} and measure = ${measure} and publisher = 'school'
		) as open`.execute(ctx.db);
	return circles.filter((circle) => rows.some(({ key }) => key === circle));
}
