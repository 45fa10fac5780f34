import type { Context } from '#platform/context.ts';
import { heldFigures, type HeldFigure } from './held.server.ts';
import type { MeasureKey } from './measures.ts';
import { hiddenFigures } from './suppress.server.ts';

/** The figures of schools as a screen may have them, of one measure: those that the actor may read, value and count off the hidden ones. */
export async function shownFigures(
	ctx: Context,
	partnershipId: string,
	schoolIds: readonly string[],
	measure: MeasureKey,
): Promise<HeldFigure[]> {
	const asked = [ctx, partnershipId, schoolIds, [measure]] as const;
	const isHidden = await hiddenFigures(...asked);
	return (await heldFigures(...asked)).map((figure) =>
		isHidden(figure) ? { ...figure, value: null, pupils: null } : figure,
	);
}
