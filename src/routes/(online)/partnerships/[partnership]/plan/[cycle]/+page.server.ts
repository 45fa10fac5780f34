import { randomUUIDv7 } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { wholeCycle } from '#domain/agenda/whole-cycle.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { mayDefer, mayOpenCycle } from '#domain/planning/cycle/access.ts';
import { asksFor, slips } from '#domain/planning/cycle/coverage.ts';
import { deferSchool, liftDeferral } from '#domain/planning/cycle/deeds.server.ts';
import { cycleScreen, type CycleScreen } from '#domain/planning/cycle/screen.server.ts';
import { practiceInWords, shareInWords, whyItSlips } from '#domain/planning/cycle/words.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { partnership, cycle } }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, partnership);
		const screen = standing && (await cycleScreen(ctx, partnership, cycle));
		if (!standing || !screen) return null;
		const { parts, names, cadence } = screen;
		const whole = await wholeCycle(ctx, standing);
		return {
			id: randomUUIDv7(),
			cycle: screen.cycle,
			today: ctx.today,
			others: screen.others,
			opens: mayOpenCycle(standing),
			cadence,
			parts,
			names,
			...(whole ? { coverage: coverageShown(screen) } : {}),
			deferrable: Object.entries(names)
				.filter(([id]) => mayDefer(standing, id))
				.filter(([id]) => screen.coverage.turns.some(({ school, deferral }) => school.id === id && !deferral))
				.map(([value, label]) => ({ value, label })),
			deferred: [
				...new Map(
					screen.coverage.turns.flatMap(({ school, deferral }) =>
						deferral
							? [[deferral.id, { ...deferral, name: school.name, lifts: mayDefer(standing, school.id) }]]
							: [],
					),
				).values(),
			],
		};
	});
	return found ?? notThere();
};

/** What is counted over all schools: for whoever knows of every review, or it would be wrong. */
function coverageShown({ cycle, coverage, slots, practice, rounds }: CycleScreen) {
	const { done, planned, asked, turns } = coverage;
	return {
		...{ done, planned, asked, slots, rounds },
		goal: asksFor(asked, cycle.share),
		share: shareInWords(done, asked),
		practice: practiceInWords(practice),
		turns: turns.map(({ school, round, state, turn, due, lastReviewed }) => ({
			...{ state, due, lastReviewed, key: `${round.key} ${school.id}` },
			...{ school: school.name, round: round.title },
			review: turn && { id: turn.id, firstDay: turn.firstDay, stage: turn.stage },
		})),
		slips: slips(coverage).map((slip) => ({
			key: `${slip.round.key} ${slip.school.id}`,
			school: slip.school.name,
			round: slip.round.title,
			why: whyItSlips(slip),
			reviewId: slip.turn?.id ?? null,
		})),
	};
}

const inThisCycle =
	(deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>) =>
	(event: RequestEvent<{ partnership: string; cycle: string } & Record<string, string>>) => {
		const { partnership, cycle } = event.params;
		return submit(event, deed, {
			input: (form) => ({ ...form, partnershipId: partnership, cycleId: cycle }),
			success: () => `/partnerships/${partnership}/plan/${cycle}`,
		});
	};

export const actions: Actions = {
	defer: inThisCycle(deferSchool),
	lift: inThisCycle(liftDeferral),
};
