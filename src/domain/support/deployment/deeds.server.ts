import type { z } from 'zod';
import type { Standing } from '#domain/partnership/model.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayAnswerFor, mayAsk, mayEndSupport, mayNoteDays } from '../access.ts';
import { deployedLetter, endedLetter, termsLetter, thanksLetter } from '../letters.ts';
import { onRequest } from '../request/opening.server.ts';
import { headsOf, leadersOf, writeAbout } from '../writing.server.ts';
import * as store from './deployment-store.server.ts';
import * as inputs from './input.ts';
import { deploymentState, type Deployment } from './model.ts';
import { deploymentsOf } from './queries.server.ts';
import { faultsOfTerms } from './terms.server.ts';

interface On<I> {
	input: I;
	deployment: Deployment;
	by: string;
}

/** What every deed on a deployment begins with: it is found within its request, and the person's right checked. */
const onDeployment = <
	S extends z.ZodType<{ partnershipId: string; requestId: string; deploymentId: string }>,
>(
	ctx: Context,
	schema: S,
	input: unknown,
	may: (standing: Standing, deployment: Deployment) => boolean,
	deed: (on: On<z.output<S>>) => Promise<Outcome>,
): Promise<Outcome> =>
	onRequest(
		ctx,
		schema,
		input,
		() => true,
		async ({ input: given, request, standing, by }) => {
			const deployment = request.deployments.find(({ id }) => id === given.deploymentId);
			if (!deployment) return missing;
			return may(standing, deployment) ? deed({ input: given, deployment, by }) : denied;
		},
	);

const mayHelp = (standing: Standing, { memberId }: Deployment) => mayAnswerFor(standing, memberId);
const mayTell = (standing: Standing, { askerId }: Deployment) => mayAsk(standing, askerId);

const isEnded = invalid({
	'': 'This ended early. Ask those who lead to propose the school again, where it should go on.',
});

/** The helper's head agrees other days, another person or another cost; the others get a letter. Refused once the asker has told what came of it. */
export const agreeAnew = (ctx: Context, origin: string, input: unknown): Promise<Outcome> =>
	onDeployment(ctx, inputs.agreeAnewInput, input, mayHelp, async ({ input: given, deployment, by }) => {
		const { partnershipId, requestId, version, days, fromDay, toDay, personId, who, pounds, payer } = given;
		const terms = { days, fromDay, toDay, personId, who, pounds, payer };
		if (version !== deployment.version) return sentAgain(deployment, terms, null);
		if (deployment.ended) return isEnded;
		if (deployment.outcome)
			return invalid({ '': 'The school has told what came of it. It stays as it was agreed.' });
		const faults = await faultsOfTerms(
			ctx,
			{ partnershipId, memberId: deployment.memberId },
			terms,
			deployment,
		);
		if (faults) return invalid(faults);
		const key = { partnershipId, deploymentId: deployment.id };
		await store.updateTerms(ctx, key, { terms, version, by });
		const about = { partnershipId, requestId };
		const comes = personId !== null && personId !== deployment.personId ? [personId] : [];
		const letter = deployedLetter(deployment.askerName);
		await writeAbout(ctx, origin, about, { to: comes, not: by, letter });
		const to = [
			...(await headsOf(ctx, partnershipId, deployment.askerId)),
			...(await leadersOf(ctx, partnershipId)),
			...[deployment.personId].filter((one) => one !== null),
		].filter((one) => !comes.includes(one));
		await writeAbout(ctx, origin, about, { to, not: by, letter: termsLetter(deployment.memberName) });
		return done(null);
	});

/** Either side notes a day that took place, once. Refused for days to come. */
export const noteDay = (ctx: Context, input: unknown): Promise<Outcome> =>
	onDeployment(ctx, inputs.noteDayInput, input, mayNoteDays, async ({ input: given, deployment, by }) => {
		const { id, day, words } = given;
		const before = deployment.noted.find((one) => one.id === id);
		if (before) return sentAgain(before, { day, words }, null);
		if (deployment.ended) return isEnded;
		if (day > ctx.today) return invalid({ day: 'That day is still to come. Note it once it is over.' });
		if (day < deployment.fromDay)
			return invalid({ day: 'That is before the support began. Its first day can be changed above.' });
		if (deployment.noted.some((one) => one.day === day))
			return invalid({ day: 'That day is noted already.' });
		const made = await store.insertDay(ctx, keyOf(given), { id, day, words, by });
		return made === 'taken' ? missing : done(null);
	});

/** Takes a noted day back. One that was taken back already stays so. */
export const takeDayBack = (ctx: Context, input: unknown): Promise<Outcome> =>
	onDeployment(ctx, inputs.takeDayBackInput, input, mayNoteDays, async ({ input: given, by }) => {
		await store.markDayTakenBack(ctx, keyOf(given), { dayId: given.dayId, by });
		return done(null);
	});

/** The asker's head tells what came of it, in words; told again it holds instead, and what was told before is kept. */
export const tellOutcome = (ctx: Context, input: unknown): Promise<Outcome> =>
	onDeployment(ctx, inputs.outcomeInput, input, mayTell, async ({ input: given, deployment, by }) => {
		const { number, words } = given;
		if ((deployment.outcome?.number ?? 0) !== number) return sentAgain(deployment.outcome, { words }, null);
		if (deploymentState(deployment, ctx.today) === 'agreed')
			return invalid({ words: 'It has not begun yet. Tell what came of it then.' });
		await store.insertOutcome(ctx, keyOf(given), { number: number + 1, words, by });
		return done(null);
	});

/** The asker's head thanks the helper's school and the person who came, once; they get a letter. */
export const thank = (ctx: Context, origin: string, input: unknown): Promise<Outcome> =>
	onDeployment(ctx, inputs.thanksInput, input, mayTell, async ({ input: given, deployment, by }) => {
		const { partnershipId, requestId, words, open } = given;
		if (deployment.thanks) return sentAgain(deployment.thanks, { words, open }, null);
		if (deploymentState(deployment, ctx.today) === 'agreed')
			return invalid({ words: 'It has not begun yet. Thank them then.' });
		await store.insertThanks(ctx, keyOf(given), { words, open, by });
		const heads = await headsOf(ctx, partnershipId, deployment.memberId);
		await writeAbout(
			ctx,
			origin,
			{ partnershipId, requestId },
			{
				to: [...heads, ...(deployment.personId ? [deployment.personId] : [])],
				...{ not: by, letter: thanksLetter(deployment.askerName) },
			},
		);
		return done(null);
	});

/** The asker's head opens the thanks to the whole partnership, or closes them to all but the two schools and those who lead. */
export const shareThanks = (ctx: Context, input: unknown): Promise<Outcome> =>
	onDeployment(ctx, inputs.shareThanksInput, input, mayTell, async ({ input: given, deployment }) => {
		if (!deployment.thanks) return missing;
		await store.updateThanks(ctx, keyOf(given), given.open);
		return done(null);
	});

/** Ends it before its time, with a reason; the other head, those who lead and who comes get a letter. */
export const endSupport = (ctx: Context, origin: string, input: unknown): Promise<Outcome> =>
	onDeployment(ctx, inputs.endInput, input, mayEndSupport, async ({ input: given, deployment, by }) => {
		const { partnershipId, requestId, because } = given;
		if (deployment.ended) return sentAgain(deployment.ended, { because }, null);
		if (deployment.outcome) return invalid({ '': 'The school has told what came of it: it is done.' });
		const { askerId, askerName, memberId, memberName } = deployment;
		const to = [
			...(await headsOf(ctx, partnershipId, askerId)),
			...(await headsOf(ctx, partnershipId, memberId)),
			...(await leadersOf(ctx, partnershipId)),
			...[deployment.personId].filter((one) => one !== null),
		];
		const letter = endedLetter(askerName, memberName);
		await writeAbout(ctx, origin, { partnershipId, requestId }, { to, not: by, letter });
		await store.insertEnd(ctx, keyOf(given), { because, by });
		return done(null);
	});

const keyOf = ({ partnershipId, deploymentId }: { partnershipId: string; deploymentId: string }) => ({
	...{ partnershipId, deploymentId },
});

/** Somebody puts thanks away that stood on their Home. Put away already, they stay so. */
export async function putThanksAway(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(inputs.readThanksInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, deploymentId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	const found = (await deploymentsOf(ctx, partnershipId)).find(({ id }) => id === deploymentId);
	if (!standing || !found?.thanks) return missing;
	if (found.personId !== standing.personId && !mayHelp(standing, found)) return denied;
	await store.insertThanksRead(ctx, read.value, standing.personId);
	return done(null);
}
