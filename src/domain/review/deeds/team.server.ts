import { isTypedName, typeYourName } from '#domain/partnership/typed-name.ts';
import type { Context } from '#platform/context.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayAccept, mayChangeTeam, mayStandStill } from '../access.ts';
import {
	agreeConfidentialityInput,
	changeTeamInput,
	joinTeamInput,
	leaveTeamInput,
	reviewInput,
	standstillInput,
} from '../input.ts';
import { candidates, sameTeam } from '../candidates.server.ts';
import { cannotJoin, teamClosed } from '../team.ts';
import {
	endTeamMember,
	insertAcceptance,
	insertConfidentialityAgreement,
	insertStandstill,
	liftStandstill,
	upsertTeamMember,
} from '../team-store.server.ts';
import { openReview } from '../open.server.ts';
import { onReview } from './opening.server.ts';

/**
 * Puts a person on the team. Refuses whoever cannot join (`cannotJoin`), someone the actor does not know, and anyone once the
 * report is out.
 */
export const joinTeam = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(
		ctx,
		joinTeamInput,
		input,
		mayChangeTeam,
		async ({ review, input: { personId, role }, personId: addedBy }) => {
			const closed = teamClosed(review.facts);
			if (closed) return invalid({ '': closed });
			const [person] = await candidates(ctx, review, [personId]);
			if (!person) return invalid({ personId: 'Choose a person.' });
			const refusal = cannotJoin(review, person, role, addedBy);
			if (refusal) return invalid(refusal);
			await upsertTeamMember(ctx, review, person.personId, role, addedBy);
			return done(null);
		},
	);

/**
 * Changes a team in one go, as a plan of the year has it: first those who leave, then those who join. Refuses the whole where
 * one of them cannot join.
 */
export const changeTeam = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(
		ctx,
		changeTeamInput,
		input,
		mayChangeTeam,
		async ({ review, input: { joins, leaves }, personId: addedBy }) => {
			const closed = teamClosed(review.facts);
			if (closed) return invalid({ '': closed });
			for (const personId of leaves) await endTeamMember(ctx, review, personId);
			const ids = joins.map(({ personId }) => personId);
			const people = await candidates(ctx, review, ids);
			let team = review.facts.team.filter(({ personId }) => ![...leaves, ...ids].includes(personId));
			for (const { personId, role } of joins) {
				const person = people.find((one) => one.personId === personId);
				if (!person) return invalid({ '': 'Somebody of the team is not known any more.' });
				const refusal = cannotJoin({ ...review, facts: { ...review.facts, team } }, person, role, addedBy);
				if (refusal) return invalid({ '': Object.values(refusal)[0]! });
				await upsertTeamMember(ctx, review, personId, role, addedBy);
				const joined = { personId, role, name: person.name, headteacher: false };
				team = [...team, { ...joined, acceptedOn: null, confidentialityOn: null }];
			}
			return done(null);
		},
	);

/**
 * Puts those who were on the team of the review that this one follows on its team, in the roles they had (CSC-12, CEN-8). Who
 * cannot join by today's facts is left out; refuses where that is everybody.
 */
export const askSameTeam = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, reviewInput, input, mayChangeTeam, async ({ review, personId: addedBy }) => {
		const closed = teamClosed(review.facts);
		if (closed) return invalid({ '': closed });
		const { able } = await sameTeam(ctx, review, addedBy);
		if (able.length === 0) return invalid({ '': 'Nobody of that team can be added.' });
		for (const { personId, role } of able) await upsertTeamMember(ctx, review, personId, role, addedBy);
		return done(null);
	});

/**
 * Takes a person off the team; access to the team's work ends at once, what they wrote stays. Says whether whoever did it
 * still knows of the review: leaving may end that, too.
 */
export const leaveTeam = (ctx: Context, input: unknown): Promise<Outcome<{ known: boolean }>> =>
	onReview(
		ctx,
		leaveTeamInput,
		input,
		() => true,
		async ({ review, input: { personId }, personId: actor }) => {
			if (personId !== actor && !mayChangeTeam(review.roles)) return denied;
			if (!review.facts.team.some((member) => member.personId === personId)) return missing;
			await endTeamMember(ctx, review, personId);
			return done({ known: (await openReview(ctx, review.id)) !== null });
		},
	);

/** Host or team member says yes to the review. */
export const acceptReview = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, reviewInput, input, mayAccept, async ({ review, personId }) => {
		await insertAcceptance(ctx, review, personId);
		return done(null);
	});

/**
 * A member of the team agrees to the confidentiality statement of the protocol this review began with (KSA-3), by typing
 * their own name; another name is refused. Until then the team's work is closed to them.
 */
export const agreeConfidentiality = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(
		ctx,
		agreeConfidentialityInput,
		input,
		() => true,
		async ({ review, input: { typedName }, personId }) => {
			const own = review.facts.team.find((member) => member.personId === personId);
			if (!own) return denied;
			if (!isTypedName(typedName, own.name)) return invalid({ typedName: typeYourName(own.name) });
			await insertConfidentialityAgreement(ctx, review, personId, typedName);
			return done(null);
		},
	);

/** Puts a review off or calls it off, with the reason, at any time before publication. */
export const standStill = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(
		ctx,
		standstillInput,
		input,
		mayStandStill,
		async ({ review, input: { id, kind, reason }, personId }) => {
			if (review.facts.publication)
				return invalid({ '': 'The report is published: the review can no longer be put off or called off.' });
			if (review.facts.standstill)
				return invalid({ '': `The review is ${review.facts.standstill.kind} already.` });
			const inserted = await insertStandstill(ctx, review, { id, kind, reason, decidedBy: personId });
			return inserted === 'taken' ? missing : done(null);
		},
	);

/** The review goes ahead after all. */
export const resumeReview = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, reviewInput, input, mayStandStill, async ({ review }) => {
		if (!review.facts.standstill) return missing;
		await liftStandstill(ctx, review);
		return done(null);
	});
