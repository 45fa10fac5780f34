import { z } from 'zod';
import { id, line, optionalLine, tick, version } from '#platform/text.ts';
import type { ContactRole } from './model.ts';

/** No account of what was seen: there is no field for one. */
export const raiseConcernInput = z.object({
	id,
	reviewId: id,
	kind: line('Press what it is.'),
	aboutHead: z.union([z.boolean(), tick]),
});

export const acknowledgeInput = z.object({ concernId: id });

/** Under which name a form has the fields of each contact. */
export const contactFields = {
	headteacher: 'headteacher',
	'deputy headteacher': 'deputy',
	'designated safeguarding lead': 'dsl',
	'chair of governors': 'governors',
	'designated contact': 'designated',
} as const satisfies Record<ContactRole, string>;
export const contactRoles = Object.keys(contactFields) as ContactRole[];

/** A name, a number and an address for each; who is left empty is taken off the list. */
export const keepContactsInput = z
	.looseObject({ partnershipId: id, memberId: id, version })
	.transform(({ partnershipId, memberId, version: before, ...form }, ctx) => {
		const contacts = contactRoles.flatMap((role) => {
			const field = contactFields[role];
			const given = {
				name: form[`${field}Name`],
				phone: form[`${field}Phone`],
				email: form[`${field}Email`],
			};
			if (Object.values(given).every((one) => one === undefined || String(one).trim() === '')) return [];
			const read = contact.safeParse(given);
			for (const issue of read.error?.issues ?? []) {
				const [part = 'name'] = issue.path as (keyof typeof parts)[];
				ctx.issues.push({ code: 'custom', path: [field + parts[part]], message: issue.message, input: form });
			}
			return read.success ? [{ role, ...read.data }] : [];
		});
		return { partnershipId, memberId, version: before, contacts };
	});

const parts = { name: 'Name', phone: 'Phone', email: 'Email' } as const;

const contact = z.object({
	name: line('Give their name.', 120),
	phone: line('Give a number on which they answer.', 40).pipe(
		z.string().regex(/^\+?[\d ()./-]{5,}$/, 'Write the number in figures, such as 01632 960123.'),
	),
	email: optionalLine(254)
		.transform((text) => text.toLowerCase())
		.pipe(z.union([z.literal(''), z.email('That does not look like an email address.')])),
});

export type WrittenContact = z.output<typeof contact> & { role: ContactRole };
