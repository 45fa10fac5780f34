import { takePartnershipTurn } from '#domain/partnership/turn.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { conflict, done, invalid, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { noteField, thereField } from '../field-names.ts';
import * as inputs from '../input.ts';
import { itemsOf } from '../item-queries.server.ts';
import { insertConfirmation, insertMinutes } from '../minutes-store.server.ts';
import { decisionsIn, mostDecisions, standingThings, type Minutes, type Said } from '../minutes.ts';
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
			const { partnershipId, meetingId, version } = sent;
			await takePartnershipTurn(ctx, partnershipId);
			const latest = await latestMinutes(ctx, partnershipId, meetingId);
			const said = await saidIn(ctx, { meeting, latest, ...open }, sent);
			if (said.is !== 'done') return said;
			if ((latest?.version ?? 0) === version) {
				const next = { version: version + 1, said: said.value, writtenBy: by };
				if (await insertMinutes(ctx, sent, next)) return done(null);
			}
			return sentAgain(await latestMinutes(ctx, partnershipId, meetingId), said.value, null);
		},
	);

async function saidIn(
	ctx: Context,
	{
		partnershipId,
		meeting,
		latest,
	}: Pick<OpenMeeting, 'partnershipId' | 'meeting'> & { latest: Minutes | null },
	form: object,
): Promise<Outcome<Said>> {
	const people = (await invitedTo(ctx, partnershipId, meeting)).map(({ personId }) => personId);
	const keys = [
		...standingThings(meeting).map(({ key }) => key),
		...(await itemsOf(ctx, partnershipId, meeting.id)).map(({ id }) => id),
	];
	const astray = Object.entries(form).find(
		([field, words]) =>
			field.startsWith(noteField('')) &&
			!keys.some((key) => noteField(key) === field) &&
			String(words).trim() !== '',
	);
	if (astray)
		return invalid({
			'': `What this was written under was taken off the agenda: “${String(astray[1])}”. Write it elsewhere.`,
		});
	const read = readInput(inputs.minutesInput(people, keys), form);
	if (!read.ok) return invalid(read.fields);
	const { others, ...fields } = read.value;
	const typed = fields as Record<string, string>;
	const decisions = decisionsIn(fields.decisions);
	if (decisions.length > mostDecisions)
		return invalid({ decisions: `Keep this to ${mostDecisions} decisions, one on each line.` });
	// Whoever was there stays so when they are invited no more.
	const noted = (as: string, before: readonly string[] = []) => [
		...people.filter((one) => typed[thereField(one)] === as),
		...before.filter((one) => !people.includes(one)),
	];
	const notes = keys
		.map((key) => [key, typed[noteField(key)] ?? ''] as const)
		.filter(([, note]) => note !== '');
	return done({
		...{ present: noted('present', latest?.present), apologies: noted('apology', latest?.apologies), others },
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
