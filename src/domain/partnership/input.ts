import { z } from 'zod';
import { day, email, id, line, oneOf, optionalLine, ticks } from '#platform/text.ts';
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
