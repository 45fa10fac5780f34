import { schoolYearName } from '#domain/calendar/school-year.ts';
import type { Context } from '#platform/context.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { circleKeysFor, mayEnterMeasure, mayShareMeasure, measureKeysFor } from '../access.ts';
import { ofSchool } from '../of-school.server.ts';
import { notBegunWords, summerOf, type SchoolYear } from '../year.ts';
import * as store from './comment-store.server.ts';
import { sayOfYearInput } from './input.ts';
import { yearComment } from './queries.server.ts';

/**
 * Says what there is to know of a year of a measure, puts it right, or with empty words takes it back (CEN-7): the school's head, or whoever
 * organises the partnership. Who reads it is the head's to say. Refused for a year that has not begun. If somebody else said something meanwhile, that is shown.
 */
export const sayOfYear = (ctx: Context, input: unknown): Promise<Outcome> =>
	ofSchool(ctx, sayOfYearInput, input, mayEnterMeasure, async ({ input: said, standing, memberIds }) => {
		const { partnershipId, schoolId, version, words, sharedWith } = said;
		const shares = mayShareMeasure(standing, memberIds);
		if (sharedWith.length > 0 && !shares) return denied;
		if (said.year > schoolYearName(ctx.today)) return invalid({ year: notBegunWords(said.year) });
		const before = await yearComment(ctx, partnershipId, schoolId, said);
		const now = shares ? { words, sharedWith } : { words };
		const asSaid = { ...said, by: standing.personId };
		if (!before) {
			if (version > 0) return missing;
			const keys = measureKeysFor(memberIds, standing, sharedWith);
			if (await store.insertComment(ctx, { ...asSaid, keys })) return done(null);
			const since = await yearComment(ctx, partnershipId, schoolId, said);
			return since ? sentAgain(since, now, null) : invalid({ year: saidUnseen(said.year) });
		}
		// Once it is taken back, the year is as free as before.
		if (version !== (before.words === '' ? 0 : before.version)) return sentAgain(before, now, null);
		const circles = shares
			? circleKeysFor(memberIds, partnershipId, sharedWith)
			: before.words === ''
				? []
				: null;
		if (await store.changeComment(ctx, before, asSaid, circles)) return done(null);
		return sentAgain(await yearComment(ctx, partnershipId, schoolId, said), now, null);
	});

const saidUnseen = (year: SchoolYear) =>
	`The school’s head has said something of ${summerOf(year)} before. Ask them to say this, too.`;
