import { presentMembers } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { leastFewestPupils } from '#domain/protocol/parts/audience.ts';
import { protocolInForce } from '#domain/protocol/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { measuresHeld } from '../held.server.ts';
import type { MeasureKey } from '../measures.ts';
import { shownFigures } from '../shown.server.ts';
import { changedAmong, headlineMeasures, headlineOf, headlineSummers, type Cell } from './headline.ts';

/** The figures of all schools of a partnership side by side, of one measure and all pupils. */
export interface HeadlineFigures {
	measure: MeasureKey;
	/** The earliest first; empty where no school has a figure that the reader may know of. */
	summers: number[];
	/** By name, whatever their figures are. `cells` has one for each summer. */
	schools: { id: string; name: string; memberId: string; cells: Cell[]; change: string }[];
	/** The summers in which what is assessed changed. */
	changed: number[];
	/** Of fewer pupils nothing is shown. */
	fewestPupils: number;
}

/**
 * What the figures of the schools that take part say (HEP-11), each as far as the reader may read it and small numbers hidden.
 * @param asked the measure; null for the foremost of which there is a figure
 * @returns null for whoever is not of the partnership
 */
export async function headlineFigures(
	ctx: Context,
	partnershipId: string,
	asked: MeasureKey | null,
): Promise<HeadlineFigures | null> {
	if (!(await standingIn(ctx, partnershipId))) return null;
	const schools = (await presentMembers(ctx, partnershipId))
		.flatMap((member) => member.schools.map(({ id, name }) => ({ id, name, memberId: member.id })))
		.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
	const ids = schools.map(({ id }) => id);
	const measure = asked ?? headlineMeasures(await measuresHeld(ctx, partnershipId, ids))[0];
	const figures = (await shownFigures(ctx, partnershipId, ids, measure)).filter(
		({ group }) => group === 'all',
	);
	const summers = headlineSummers(figures, ctx.today);
	const bySchool = Map.groupBy(figures, ({ schoolId }) => schoolId);
	const agreed = await protocolInForce(ctx, partnershipId);
	return {
		...{ measure, summers, changed: changedAmong(measure, summers) },
		schools: schools.map((school) => ({
			...school,
			...headlineOf(measure, summers, bySchool.get(school.id) ?? [], ctx.today),
		})),
		fewestPupils: agreed?.protocol.audience.fewestPupils ?? leastFewestPupils,
	};
}
