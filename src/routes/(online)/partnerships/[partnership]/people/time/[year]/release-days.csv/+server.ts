import { wholeCycle } from '#domain/agenda/whole-cycle.server.ts';
import { isSchoolYear } from '#domain/calendar/school-year.ts';
import { releaseDaysFile, releaseDaysTable } from '#domain/capacity/time/release-days.ts';
import { releaseDaysOf } from '#domain/capacity/time/screen.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { notThere } from '../../../../../../../refusals.ts';
import { notTheWholeCycle } from '../../../../whole-cycle.ts';
import type { RequestHandler } from './$types';

/** The release days of a school year for a spreadsheet, with their cost where one is set (CSC-19). */
export const GET: RequestHandler = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		const found = standing && isSchoolYear(params.year) && (await releaseDaysOf(ctx, standing, params.year));
		if (!found) notThere();
		const notAll = (await wholeCycle(ctx, standing)) ? null : notTheWholeCycle;
		return new Response(releaseDaysTable(found.days, found.pounds, notAll), {
			headers: {
				'content-type': 'text/csv; charset=utf-8',
				'content-disposition': `attachment; filename="${releaseDaysFile(params.year)}"`,
				'cache-control': 'private, no-store',
				'x-content-type-options': 'nosniff',
			},
		});
	});
