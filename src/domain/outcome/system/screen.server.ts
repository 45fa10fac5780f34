import { randomUUIDv7 } from 'node:crypto';
import { schoolYearFrom, schoolYearName, schoolYearStart } from '#domain/calendar/school-year.ts';
import { presentMembers } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { mayEnterMeasure } from '../access.ts';
import { systemsOf } from './queries.server.ts';
import { inCommonInWords, systemsIn, type SharedSystem, type SystemInUse } from './system.ts';

/** By which systems the schools of a partnership assess, and what its reader may say of them. */
export interface SystemsScreen {
	schoolYear: string;
	systems: SharedSystem[];
	inWords: string;
	/** All that was said of the schools for which the reader may. */
	own: SystemInUse[];
	/** Those schools, to choose from. */
	enters: { value: string; label: string }[];
	/** Every name that was said, to be chosen again. */
	known: string[];
	/** School years to choose from, the latest first. */
	years: string[];
	/** Of the next one. */
	id: string;
}

/** Years on offer before the present one. */
const yearsBack = 20;

/** Null for whoever is nothing in the partnership. */
export async function systemsScreen(ctx: Context, partnershipId: string): Promise<SystemsScreen | null> {
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return null;
	const schoolYear = schoolYearName(ctx.today);
	const uses = await systemsOf(ctx, partnershipId);
	const enters = (await presentMembers(ctx, partnershipId)).filter(({ id }) =>
		mayEnterMeasure(standing, [id]),
	);
	const systems = systemsIn(uses, schoolYear);
	const start = schoolYearStart(ctx.today);
	return {
		schoolYear,
		systems,
		inWords: inCommonInWords(systems),
		own: uses.filter(({ memberId }) => enters.some(({ id }) => id === memberId)),
		enters: enters.map(({ id: value, name: label }) => ({ value, label })),
		known: [...new Set(uses.map(({ name }) => name))].sort((one, other) => one.localeCompare(other, 'en-GB')),
		years: Array.from({ length: yearsBack + 1 }, (_, back) => schoolYearFrom(start - back)),
		id: randomUUIDv7(),
	};
}
