import {
	planAction,
	reportProgress,
	rescheduleAction,
	updateAction,
} from '#domain/improvement/deeds/actions.server.ts';
import { measureBaseline } from '#domain/improvement/baseline/deeds.server.ts';
import { measureAgain } from '#domain/improvement/baseline/measuring.server.ts';
import { tellImpact } from '#domain/improvement/impact/deeds.server.ts';
import { takeHome } from '#domain/improvement/taken-home/deeds.server.ts';
import { closeReview } from '#domain/improvement/deeds/closing.server.ts';
import { answerLookBack } from '#domain/improvement/look-back/answering.server.ts';
import { recordWorkshop } from '#domain/workshop/actions.server.ts';
import { londonDay } from '#platform/day.ts';
import { weekdayFrom } from '../days.ts';
import { did, doing } from '../doing.ts';
import type { Baseline, Story, Told } from '../story.ts';
import type { Telling } from './telling.ts';

export async function followUp(telling: Telling): Promise<void> {
	const { founded, story, id: reviewId, day } = telling;
	const { workshop } = story;
	if (workshop) {
		const heldOn = weekdayFrom(day, workshop.after);
		await doing(founded, workshop.by, heldOn, '18:00', (ctx) =>
			did(
				recordWorkshop(ctx, { reviewId, heldOn, outcome: workshop.outcome, version: 0 }),
				'write up the workshop',
			),
		);
	}
	for (const { by, after, opened, ...taken } of story.takenHome ?? [])
		if (isPast(telling, after))
			await doing(founded, by, weekdayFrom(day, after), '20:15', (ctx) =>
				did(
					takeHome(ctx, { id: telling.newId(), reviewId, ...taken, ...(opened && { opened: 'yes' }) }),
					'write down what is taken home',
				),
			);
	const actions: string[] = [];
	for (const action of story.actions) actions.push(await carryOut(telling, action));
	if (story.baseline) await measure(telling, story.baseline);
	for (const told of story.impact ?? []) await tellOf(telling, told, actions);
	for (const { by, after, words } of story.progress)
		if (isPast(telling, after))
			await doing(founded, by, weekdayFrom(day, after), '13:30', (ctx) =>
				did(reportProgress(ctx, { id: telling.newId(), reviewId, words }), 'report progress'),
			);
}

const isPast = ({ founded, day }: Telling, after: number) =>
	weekdayFrom(day, after) <= londonDay(founded.now);

async function tellOf(
	{ founded, id: reviewId, day, host, newId }: Telling,
	{ after, measure, action, pupils = '', ...told }: Told,
	actions: readonly string[],
): Promise<void> {
	const saidOn = weekdayFrom(day, after);
	if (saidOn > londonDay(founded.now)) return;
	const { what = '', before = '', now = '' } = measure ?? {};
	const form = { ...told, pupils, actionId: action === undefined ? '' : actions[action] };
	await doing(founded, host, saidOn, '17:40', (ctx) =>
		did(tellImpact(ctx, { id: newId(), reviewId, ...form, measure: what, before, now }), 'tell of an impact'),
	);
}

async function measure(telling: Telling, story: Baseline): Promise<void> {
	const { founded, id: reviewId, day, host, newId } = telling;
	const { after, again, ...said } = story;
	const baselineId = newId();
	const on = (days: number) => weekdayFrom(day, days);
	if (!isPast(telling, after)) return;
	await doing(founded, host, on(after), '17:10', (ctx) =>
		did(
			measureBaseline(ctx, { id: baselineId, reviewId, ...said, measuredOn: on(after) }),
			'measure a baseline',
		),
	);
	for (const { after: days, ...later } of again)
		if (isPast(telling, days))
			await doing(founded, host, on(days), '17:10', (ctx) =>
				did(
					measureAgain(ctx, { id: newId(), reviewId, baselineId, ...later, measuredOn: on(days) }),
					'measure again',
				),
			);
}

async function carryOut(telling: Telling, action: Story['actions'][number]): Promise<string> {
	const { founded, id: reviewId, day, host, findings, newId } = telling;
	const actionId = newId();
	await doing(founded, host, weekdayFrom(day, 14), '17:20', async (ctx) => {
		const { title, owner, measure } = action;
		const plan = {
			id: actionId,
			reviewId,
			findingId: findings[action.finding],
			title,
			owner,
			due: weekdayFrom(day, action.due),
			measureOfSuccess: measure,
		};
		await did(planAction(ctx, plan), `plan ‘${title}’`);
	});
	for (const { after, progress, words, by, movedTo } of action.updates) {
		if (!isPast(telling, after)) continue;
		await doing(founded, by ?? host, weekdayFrom(day, after), '16:45', async (ctx) => {
			if (movedTo === undefined)
				await did(
					updateAction(ctx, { id: newId(), reviewId, actionId, progress, words }),
					`update ‘${action.title}’`,
				);
			else
				await did(
					rescheduleAction(ctx, {
						id: newId(),
						reviewId,
						actionId,
						due: weekdayFrom(day, movedTo),
						reason: words,
					}),
					`move ‘${action.title}’`,
				);
		});
	}
	return actionId;
}

export async function lookBack(telling: Telling): Promise<void> {
	const { founded, story, id: reviewId, day } = telling;
	for (const { by, after, answers } of Object.values(story.lookBack))
		if (isPast(telling, after))
			await doing(founded, by, weekdayFrom(day, after), '19:40', (ctx) =>
				did(answerLookBack(ctx, { reviewId, answers }), `look back as ${by}`),
			);
	const { closed } = story;
	if (closed && isPast(telling, closed.after))
		await doing(founded, closed.by, weekdayFrom(day, closed.after), '09:30', (ctx) =>
			did(closeReview(ctx, { reviewId }), 'close the review'),
		);
}
