import { yearNamed } from '#domain/calendar/school-calendar.ts';
import { isSchoolYear } from '#domain/calendar/school-year.ts';
import { mayKeepCalendar } from '#domain/partnership/access.ts';
import { enteredYear } from '#domain/partnership/calendar-queries.server.ts';
import { calendarFor } from '#domain/partnership/calendar.server.ts';
import { enterYear, readDates, removeYear } from '#domain/partnership/deeds/calendar.server.ts';
import { members } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { submit } from '../../../../../../answer.ts';
import { withTextOfFile } from '../../../../../../text-of-file.ts';
import { notThere } from '../../../../../../refusals.ts';

type Params = { partnership: string; year: string; member?: string };
type Posting = Parameters<typeof submit>[0] & { params: Params };

/** What the form of a school year begins with: what stands entered, or what is supposed, for whoever keeps it. */
export async function entering(ctx: Context, params: Params) {
	const { partnership: partnershipId, year: name, member: memberId = null } = params;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing || !isSchoolYear(name) || !mayKeepCalendar(standing, memberId)) notThere();
	const member =
		memberId === null ? null : (await members(ctx, partnershipId, '')).find(({ id }) => id === memberId);
	if (member === undefined) notThere();
	const entered = await enteredYear(ctx, { partnershipId, memberId, name });
	const { provisional, ...year } = yearNamed(await calendarFor(ctx, partnershipId, memberId), name);
	return {
		name,
		school: member && member.name,
		year,
		provisional,
		entered: entered && { by: entered.enteredBy, at: entered.enteredAt },
		version: entered?.version ?? 0,
	};
}

const keyOf = ({ partnership, year, member = '' }: Params) => ({
	partnershipId: partnership,
	memberId: member,
	name: year,
});
const calendarPath = ({ partnership, year }: Params) => `/partnerships/${partnership}/calendar/${year}`;

/** Shows what was understood, filled into the form; nothing is kept. */
export const postRead = (event: Posting) =>
	submit(event, readDates, {
		read: withTextOfFile,
		input: ({ text, file }) => ({ text, file, ...keyOf(event.params) }),
		success: (read) => ({ read }),
	});

export const postSave = (event: Posting) =>
	submit(event, enterYear, {
		input: (form) => ({ form, version: form['version'], ...keyOf(event.params) }),
		success: () => calendarPath(event.params),
	});

export const postRemove = (event: Posting) =>
	submit(event, removeYear, {
		input: ({ version }) => ({ version, ...keyOf(event.params) }),
		success: () => calendarPath(event.params),
	});
