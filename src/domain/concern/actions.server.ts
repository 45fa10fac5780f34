import { openReview } from '#domain/review/open.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { hashToken, isToken } from '#platform/session/token.ts';
import { mayKeepContacts, mayRaise } from './access.ts';
import { acknowledgeInput, keepContactsInput, raiseConcernInput } from './input.ts';
import { inTurn, nextToTell } from './model.ts';
import { bellOfLetter, contactsOf, seenConcerns, sentBefore, writtenList } from './queries.server.ts';
import * as store from './store.server.ts';
import { ring } from './telling.server.ts';

/**
 * Rings the bell (CSC-5): `{ id, reviewId, kind, aboutHead }`, and nothing of what was seen. The first on the protocol's list is
 * told with it. The same sent again is one concern; another kind under the same id is another concern, so that none is lost.
 * It takes no turn with others' deeds on the review: nobody waits, and nobody notices.
 * @param origin where the link in the letter leads
 */
export async function raiseConcern(
	ctx: Context,
	origin: string,
	input: unknown,
): Promise<Outcome<{ id: string }>> {
	const read = readInput(raiseConcernInput, input);
	if (!read.ok) return invalid(read.fields);
	const { id: sentAs, reviewId, kind, aboutHead } = read.value;
	const review = await openReview(ctx, reviewId);
	if (!review || ctx.actor.kind !== 'person') return missing;
	if (!mayRaise(review)) return denied;
	const rules = review.protocol.concerns;
	if (!rules.kinds.some(({ key }) => key === kind)) return invalid({ kind: 'Press what it is.' });

	const raisedBy = ctx.actor.id;
	const { partnershipId } = review;
	const concern = { partnershipId, reviewId: review.id, kind, aboutHead, raisedBy, sentAs };
	const concernId = await store.insertConcern(ctx, concern);
	if (concernId === null) {
		const before = await sentBefore(ctx, concern);
		return before ? done({ id: before.id }) : missing;
	}
	const contacts = inTurn(rules, aboutHead, await contactsOf(ctx, review.hostMemberId), raisedBy);
	const untold = contacts.map((contact) => ({
		contact,
		writable: contact.email !== '',
		toldAt: null,
		acknowledgedAt: null,
	}));
	const first = nextToTell(untold, rules.minutes, ctx.now)?.contact;
	const { facts } = review;
	const me = [...facts.team, ...facts.hostHeads].find(({ personId }) => personId === raisedBy)!;
	const ringing = first && ring(ctx, { to: first, school: review.hostName, raisedBy: me.name, origin });
	const told = ringing ? { contact: first, telling: ringing.telling } : null;
	await store.insertSteps(ctx, { partnershipId, concernId }, contacts, told);
	await ringing?.queue();
	return done({ id: concernId });
}

/** One who was told says that they have seen it; from then on nobody else is told. */
export async function acknowledgeConcern(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(acknowledgeInput, input);
	if (!read.ok) return invalid(read.fields);
	const [concern] = await seenConcerns(ctx, read.value.concernId);
	if (!concern?.steps.some(({ mine, toldAt }) => mine && toldAt) || ctx.actor.kind !== 'person')
		return missing;
	await store.acknowledge(ctx, concern.id, ctx.actor.id);
	return done(null);
}

/** The same by the secret in a letter, without an account. What opens nothing is missing, whether it ended or never was. */
export async function acknowledgeByLetter(ctx: Context, token: string): Promise<Outcome> {
	if (!isToken(token) || !(await bellOfLetter(ctx, hashToken(token)))) return missing;
	await store.acknowledgeByLetter(ctx, hashToken(token));
	return done(null);
}

/** A head writes down whom reviewers ring at their school; who is left out is taken off. */
export async function keepContacts(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(keepContactsInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, memberId, version, contacts } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing || ctx.actor.kind !== 'person') return missing;
	if (!mayKeepContacts(standing, memberId)) return denied;
	const of = { partnershipId, memberId };
	if (await store.keepList(ctx, of, version, contacts, ctx.actor.id)) return done(null);
	return sentAgain(await writtenList(ctx, of), { contacts }, null);
}
