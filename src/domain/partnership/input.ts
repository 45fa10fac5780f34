import { z } from 'zod';
import { isSchoolYear } from '#domain/calendar/school-year.ts';
import { day, email, id, line, oneOf, optionalLine, optionalProse, ticks, version } from '#platform/text.ts';
import { appointmentRoles, responsibilityRoles } from './model.ts';

export const foundPartnershipInput = z.object({
	id,
	name: line('Give the partnership a name.', 120),
	groupWord: line('Say what you call your inner groups, such as trio or cluster.', 30),
});

/** Schools come from the register by URN; one that is not in it is named with its place (unregistered). */
export const addMemberInput = z.object({
	id,
	partnershipId: id,
	fromDay: day('Say from which day the school takes part.'),
	urns: ticks.pipe(
		z
			.array(z.string().regex(/^\d{5,6}$/, 'A URN is a number of five or six digits.'))
			.max(4, 'At most four registered schools run as one.'),
	),
	name: optionalLine(160),
	place: optionalLine(120),
});

export const endMembershipInput = z.object({
	partnershipId: id,
	memberId: id,
	untilDay: day('Say on which day the school leaves.'),
});

export const inviteInput = z
	.object({
		id,
		partnershipId: id,
		name: line("Give the person's name.", 120),
		email: email('Give their email address.'),
		memberId: z.union([z.literal(''), id]).default(''),
		role: oneOf([...appointmentRoles, ...responsibilityRoles], 'Choose what they are.'),
		fromDay: day('Say from which day.'),
	})
	.refine(({ role, memberId }) => isResponsibility(role) || memberId !== '', {
		path: ['memberId'],
		error: 'Choose their school.',
	});

export const isResponsibility = (role: string): role is (typeof responsibilityRoles)[number] =>
	(responsibilityRoles as readonly string[]).includes(role);

export const endRoleInput = z.object({
	partnershipId: id,
	roleId: id,
	of: oneOf(['appointment', 'responsibility'], 'Choose which role ends.'),
	untilDay: day('Say on which day it ends.'),
});

export const confirmHeadInput = z.object({ partnershipId: id, appointmentId: id });

export const formGroupInput = z.object({
	id,
	partnershipId: id,
	name: line('Give the group a name.', 80),
	schoolYear: line('Say for which school year.', 9).pipe(
		z.string().regex(/^\d{4}-\d{2}$/, 'Write the school year like 2026-27.'),
	),
	memberIds: ticks.pipe(z.array(id).min(2, 'Choose at least two schools.').max(40)),
});

export const chooseLeadInput = z.object({
	partnershipId: id,
	groupId: id,
	leadId: z.string().pipe(z.uuid('Choose a head.')),
});

/** `memberId` is empty for the partnership's own dates. */
const yearKey = {
	partnershipId: id,
	memberId: z
		.union([z.literal(''), id])
		.default('')
		.transform((memberId) => memberId || null),
	name: z.string().refine(isSchoolYear, 'Name the school year like 2026-27.'),
};

/** More than the calendar file of any school; the server takes little more at once. */
const longestDates = 400_000;

/** What was pasted, or else the text of the file; an empty box beside a file is no fault. */
export const readDatesInput = z
	.object({ ...yearKey, text: optionalProse(longestDates), file: optionalProse(longestDates) })
	.transform(({ text, file, ...key }) => ({ ...key, text: text || file }))
	.refine(({ text }) => text !== '', { path: ['text'], error: 'Paste the dates, or choose a file.' });

/** The dates themselves are judged by calendar/year-form.ts, under the names of its fields. */
export const enterYearInput = z.object({ ...yearKey, version, form: z.record(z.string(), z.unknown()) });

export const removeYearInput = z.object({ ...yearKey, version });
