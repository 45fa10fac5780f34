import { isDay } from '#platform/day.ts';
import { calendarFor } from '#domain/partnership/calendar.server.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { courseOf } from '#domain/review/preview.ts';
import type { Context } from '#platform/context.ts';

/**
 * What a draft would mean for a review of the kind and on the day that the address names, or the first kind in March; beside
 * each day the one it would be without the draft, where there is such a kind already.
 *
 * @param base what the draft changes; null where it is the first protocol
 */
export async function chosenCourse(
	ctx: Context,
	partnershipId: string,
	{ protocol, base }: { protocol: Protocol | null; base: { protocol: Protocol } | null },
	url: URL,
) {
	const asked = url.searchParams.get('day') ?? '';
	const year = Number(ctx.today.slice(0, 4)) + (ctx.today.slice(5) < '03-01' ? 0 : 1);
	const day = isDay(asked) ? asked : `${year}-03-12`;
	const kinds = protocol?.kinds.map(({ key, label }) => ({ value: key, label })) ?? [];
	const named = url.searchParams.get('kind');
	const kind = kinds.find(({ value }) => value === named)?.value ?? kinds[0]?.value ?? '';
	const calendar = await calendarFor(ctx, partnershipId);
	const before =
		base?.protocol.kinds.some(({ key }) => key === kind) &&
		courseOf(base.protocol, kind, day, calendar, ctx.today);
	const steps =
		protocol &&
		courseOf(protocol, kind, day, calendar, ctx.today).map((step) => {
			const was = before ? before.find(({ key }) => key === step.key) : undefined;
			return { ...step, isNew: Boolean(before) && !was, was: was && was.due !== step.due ? was.due : null };
		});
	return { day, kind, kinds, steps };
}
