import { isDay } from '#platform/day.ts';
import { calendarFor } from '#domain/partnership/calendar.server.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { courseOf } from '#domain/review/preview.ts';
import type { Context } from '#platform/context.ts';

/** What a draft would mean for a review of the kind and on the day that the address names, or the first kind in March. */
export async function chosenCourse(ctx: Context, partnershipId: string, protocol: Protocol | null, url: URL) {
	const asked = url.searchParams.get('day') ?? '';
	const year = Number(ctx.today.slice(0, 4)) + (ctx.today.slice(5) < '03-01' ? 0 : 1);
	const day = isDay(asked) ? asked : `${year}-03-12`;
	const kinds = protocol?.kinds.map(({ key, label }) => ({ value: key, label })) ?? [];
	const named = url.searchParams.get('kind');
	const kind = kinds.find(({ value }) => value === named)?.value ?? kinds[0]?.value ?? '';
	const steps = protocol
		? courseOf(protocol, kind, day, await calendarFor(ctx, partnershipId), ctx.today)
		: null;
	return { day, kind, kinds, steps };
}
