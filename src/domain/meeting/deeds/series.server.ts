import { calendarFor } from '#domain/partnership/calendar.server.ts';
import { takePartnershipTurn } from '#domain/partnership/turn.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { done, invalid, type Outcome } from '#platform/outcome.ts';
import { callSeriesInput, offerSeriesInput } from '../input.ts';
import { insertMeeting } from '../meeting-store.server.ts';
import type { MeetingKind } from '../model.ts';
import { meetings } from '../queries.server.ts';
import { seriesDays, type Series, type SeriesDay } from '../series.ts';
import { calling, outsideItsYear } from './calling.server.ts';

/** The days of a series as they would be called, to be ticked (NFS-28, CEN-4). Nothing is kept. */
export async function offerSeries(ctx: Context, input: unknown): Promise<Outcome<SeriesDay[]>> {
	const read = readInput(offerSeriesInput, input);
	if (!read.ok) return invalid(read.fields);
	const may = await mayCall(ctx, read.value);
	return may.is === 'done' ? done(may.value.days) : may;
}

/**
 * Calls the meetings of a series on the days that were ticked. Refused for days that are not of it. On a day on which the same people
 * meet already none is called, so that the same form sent twice is one series.
 */
export async function callSeries(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(callSeriesInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, who, days, fromTime, toTime, place } = read.value;
	const may = await mayCall(ctx, read.value);
	if (may.is !== 'done') return may;
	const offered = may.value.days.map(({ day }) => day);
	if (!days.every((day) => offered.includes(day)))
		return invalid({ days: 'The days have changed since they were shown. Look at them again.' });
	await takePartnershipTurn(ctx, partnershipId);
	const there = await meetings(ctx, partnershipId, offered[0]!, offered.at(-1)!, who);
	for (const day of new Set(days)) {
		if (there.some((meeting) => meeting.day === day)) continue;
		const meeting = { id: ctx.newId(), partnershipId, ...who, day, fromTime, toTime, place };
		await insertMeeting(ctx, meeting, may.value.by);
	}
	return done(null);
}

async function mayCall(
	ctx: Context,
	{ partnershipId, who, ...series }: Series & Asked,
): Promise<Outcome<{ by: string; days: SeriesDay[] }>> {
	const may = await calling(ctx, partnershipId, who);
	if (may.is !== 'done') return may;
	const refusal = outsideItsYear(may.value.group, series.schoolYear);
	if (refusal) return invalid({ schoolYear: refusal });
	const days = seriesDays(await calendarFor(ctx, partnershipId), series).filter(
		({ day }) => day >= ctx.today,
	);
	if (days.length === 0) return invalid({ schoolYear: 'No day of this school year is still to come.' });
	return done({ by: may.value.by, days });
}

interface Asked {
	partnershipId: string;
	who: { kind: MeetingKind; groupId: string | null };
}
