import { isOver } from '#domain/partnership/model.ts';
import { roles } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayRecordTrainingOf, recordsTraining } from '../access.ts';
import { peopleHere } from '../people.ts';
import { recordTrainingInput, withdrawTrainingInput } from './input.ts';
import { insertTraining, withdrawTrained } from './training-store.server.ts';

/**
 * Records that people were trained for a role of the protocol, several at once (HEP-2, KSA-12). By whoever organises for anybody
 * here, by a head for the staff of their school; refused for a day to come, and for people who are not theirs to record.
 */
export async function recordTraining(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(recordTrainingInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, personIds, ...recording } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	if (!recordsTraining(standing)) return denied;
	if (recording.day > ctx.today)
		return invalid({ day: 'That is still to come. Record it once it has been.' });
	const people = peopleHere(await roles(ctx, partnershipId), ctx.today);
	const theirs = people.filter((person) => mayRecordTrainingOf(standing, person));
	const chosen = [...new Set(personIds)];
	if (!chosen.every((id) => theirs.some(({ personId }) => personId === id)))
		return invalid({ personIds: 'Choose from the people in the list.' });
	if (recording.givenBy !== '' && !people.some(({ personId }) => personId === recording.givenBy))
		return invalid({ givenBy: 'Choose a person here, or write who it was.' });
	const inserted = await insertTraining(ctx, partnershipId, recording, chosen, standing.personId);
	return inserted === 'taken' ? missing : done(null);
}

/** Takes back that one person was trained, as when it was somebody else; the row stays, and nobody reads it. */
export async function withdrawTraining(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(withdrawTrainingInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, trainingId, personId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	const present = (await roles(ctx, partnershipId)).filter(
		(role) => role.personId === personId && !isOver(role, ctx.today),
	);
	const memberIds = present.flatMap(({ memberId }) => memberId ?? []);
	if (!mayRecordTrainingOf(standing, { personId, memberIds })) return denied;
	await withdrawTrained(ctx, partnershipId, trainingId, personId, standing.personId);
	return done(null);
}
