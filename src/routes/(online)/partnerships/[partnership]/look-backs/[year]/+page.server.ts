import { schoolYearFrom, schoolYearName, schoolYearSpan, startOf } from '#domain/calendar/school-year.ts';
import { lookBacksOf } from '#domain/agenda/look-backs/screen.server.ts';
import { openedToHead, takenHomeCounts } from '#domain/improvement/taken-home/queries.server.ts';
import { wholeCycle } from '#domain/agenda/whole-cycle.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { notThere } from '../../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { partnership, year }, url }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, partnership);
		if (!standing) return null;
		const { questions, reviews, years } = await lookBacksOf(ctx, partnership, year);
		const during = schoolYearSpan(startOf(year));
		const asked = Number(url.searchParams.get('asked') ?? 1);
		const present = schoolYearName(ctx.today);
		return {
			year,
			years: [...new Set([present, schoolYearFrom(startOf(present) - 1), ...years])].sort().reverse(),
			reviews,
			// The words of one question go out at a time: those of a whole partnership are long.
			questions: questions.map(({ label, answers }) => ({ label, answers: answers.length })),
			read: questions[asked - 1] ? { ...questions[asked - 1]!, number: asked } : null,
			takenHome: {
				counts: await takenHomeCounts(ctx, partnership, during),
				opened: await openedToHead(ctx, partnership, during),
			},
			wholeCycle: await wholeCycle(ctx, standing),
		};
	});
	return found ?? notThere();
};
