import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { conflict, done, invalid, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { noteField, thereField } from '../field-names.ts';
import * as inputs from '../input.ts';
import { itemsOf } from '../item-queries.server.ts';
import { insertConfirmation, insertMinutes } from '../minutes-store.server.ts';
import { decisionsIn, mostDecisions, standingThings, type Said } from '../minutes.ts';
import { latestMinutes } from '../minutes-queries.server.ts';
import { invitedTo } from '../queries.server.ts';
import { atMeeting, type OpenMeeting } from './opening.server.ts';

/**
 * Saves the minutes whole: who was there, what was said of each thing on the agenda, and what was decided. Each save is a version;
 * earlier ones stay to be read, and a version saved after the minutes were confirmed is a correction to be confirmed itself. Refused
 * before the day of the meeting. Where somebody else saved meanwhile, theirs comes back.
 */
export const saveMinutes = (ctx: Context, input: unknown): Promise<Outcome> =>
	atMeeting(
		ctx,
		inputs.saveMinutesInput,
		input,
		({ runs }) => runs,
		async ({ input: sent, meeting, by, ...open }) => {
			if (meeting.day > ctx.today)
				return invalid({ '': 'Minutes can be written from the day of the meeting on.' });
			const said = await saidIn(ctx, { meeting, ...open }, sent);
			if (said.is !== 'done') return said;
			const { partnershipId, meetingId, version } = sent;
			const latest = await latestMinutes(ctx, partnershipId, meetingId);
			if ((latest?.version ?? 0) === version) {
				const next = { version: version + 1, said: said.value, writtenBy: by };
				if (await insertMinutes(ctx, sent, next)) return done(null);
			}
			return sentAgain(await latestMinutes(ctx, partnershipId, meetingId), said.value, null);
		},
	);

async function saidIn(
	ctx: Context,
	{ partnershipId, meeting }: Pick<OpenMeeting, 'partnershipId' | 'meeting'>,
	form: object,
): Promise<Outcome<Said>> {
	const people = (await invitedTo(ctx, partnershipId, meeting)).map(({ personId }) => personId);
	const keys = [
		...standingThings(meeting.kind).map(({ key }) => key),
		...(await itemsOf(ctx, partnershipId, meeting.id)).map(({ id }) => id),
	];
	const read = readInput(inputs.minutesInput(people, keys), form);
	if (!read.ok) return invalid(read.fields);
	const { others, ...fields } = read.value;
	const typed = fields as Record<string, string>;
	const decisions = decisionsIn(fields.decisions);
	if (decisions.length > mostDecisions)
		return invalid({ decisions: `Keep this to ${mostDecisions} decisions, one on each line.` });
	const noted = (as: string) => people.filter((one) => typed[thereField(one)] === as);
	const notes = keys
		.map((key) => [key, typed[noteField(key)] ?? ''] as const)
		.filter(([, note]) => note !== '');
	return done({
		...{ present: noted('present'), apologies: noted('apology'), others },
		...{ notes: Object.fromEntries(notes), decisions },
	});
}

/**
 * Confirms the minutes as they stand, by whoever leads. Refused until the day of the meeting is over. Where they were corrected since
 * the page was opened, what stands comes back.
 */
export const confirmMinutes = (ctx: Context, input: unknown): Promise<Outcome> =>
	atMeeting(
		ctx,
		inputs.confirmMinutesInput,
		input,
		({ confirms }) => confirms,
		async ({ input: { version, ...of }, meeting, by }) => {
			if (meeting.day >= ctx.today)
				return invalid({ '': 'Minutes are confirmed at a later meeting, not on the day itself.' });
			const latest = await latestMinutes(ctx, of.partnershipId, of.meetingId);
			if (!latest) return invalid({ '': 'Nothing is minuted yet.' });
			if (latest.version !== version) return conflict(latest);
			await insertConfirmation(ctx, of, { version, by });
			return done(null);
		},
	);
