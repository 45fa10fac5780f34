import { mayRunMeeting } from '#domain/meeting/access.ts';
import { commonKinds, whoMeets } from '#domain/meeting/model.ts';
import { presentGroups } from '#domain/partnership/queries.server.ts';
import type { Standing } from '#domain/partnership/model.ts';
import type { Context } from '#platform/context.ts';

/** Whom somebody may call to a meeting, as a choice shows it: the partnership's forums, and groups of this school year or a later one. */
export async function callableBy(
	ctx: Context,
	standing: Standing,
): Promise<{ value: string; label: string; group?: string }[]> {
	const groups = (await presentGroups(ctx, standing.partnershipId)).filter((one) =>
		mayRunMeeting(standing, one),
	);
	return [
		...(mayRunMeeting(standing, null)
			? commonKinds.map((kind) => ({ value: kind as string, label: whoMeets[kind] }))
			: []),
		...groups.map(({ id, name }) => ({ value: id, label: name, group: 'Groups' })),
	];
}
