import { inviteAll, lookThroughCalendars } from '#domain/agenda/invitations/invite.server.ts';
import { forgetReadings } from '#domain/outcome/import/forgetting.server.ts';
import { tellNext } from '#domain/concern/telling.server.ts';
import { remindAll } from '#domain/agenda/reminders/remind.server.ts';
import { stopReckoning } from '#domain/planning/proposal/running.server.ts';
import { londonDay } from '#platform/day.ts';
import { addPart } from '#platform/lifecycle.ts';
import { logError } from '#platform/log.ts';
import { startRound } from '#platform/round.ts';
import type { Server } from '#platform/server.ts';

/**
 * Starts what the server does without being asked: it reminds, keeps people's calendars up to date, tells the next of a concern that
 * nobody answers, and forgets files that nobody brought in. The demo does the last two alone: it writes to nobody about days that
 * move with it.
 */
export function startRounds({ database, env, secret, delivery }: Server): void {
	addPart({ name: 'proposals', check: async () => {}, close: async () => stopReckoning() });
	const waitMs = env.invitationWait * 1000;
	let lookedThrough = '';
	const concerns = { every: 15, work: () => tellNext(database, env.origin, new Date(), failed('concerns')) };
	const readings = { every: 1_800, work: () => forgetReadings(database, new Date()) };
	const letters = {
		reminders: {
			every: 300,
			work: () => remindAll(database, { origin: env.origin, secret }, new Date(), failed('reminders')),
		},
		invitations: {
			every: Math.max(1, Math.min(60, env.invitationWait)),
			work: async () => {
				const now = new Date();
				if (lookedThrough !== londonDay(now)) await lookThroughCalendars(database, now);
				lookedThrough = londonDay(now);
				const settledBy = new Date(now.getTime() - waitMs);
				await inviteAll(database, { origin: env.origin, now, settledBy }, failed('invitations'));
			},
		},
	};
	for (const [name, { every, work }] of Object.entries(
		env.demo ? { concerns, readings } : { concerns, readings, ...letters },
	)) {
		const round = startRound(() => work().then(() => delivery.deliver()), failed(name), every);
		addPart({ name, check: async () => {}, close: () => round.stop() });
	}
}

const failed = (job: string) => (error: unknown) => logError(error, { job });
