import { mayKeepContacts } from '#domain/concern/access.ts';
import { keepContacts } from '#domain/concern/actions.server.ts';
import { contactFields, contactRoles } from '#domain/concern/input.ts';
import { contactsOf, writtenList } from '#domain/concern/queries.server.ts';
import { memberById } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { submit } from '../../../../../../answer.ts';
import { notThere } from '../../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
	(await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		if (!standing || !mayKeepContacts(standing, params.member)) return null;
		const { version, contacts } = await writtenList(ctx, {
			partnershipId: params.partnership,
			memberId: params.member,
		});
		const known = await contactsOf(ctx, params.member);
		const member = await memberById(ctx, params.partnership, params.member);
		return {
			member: { id: params.member, name: member?.name ?? '' },
			version,
			contacts: contactRoles.map((role) => {
				const written = contacts.find((contact) => contact.role === role);
				// The head who is confirmed here stands in the form before anything is written.
				const given = written ?? known.find((contact) => contact.role === role);
				return {
					role,
					field: contactFields[role],
					name: given?.name ?? '',
					phone: given?.phone ?? '',
					email: given?.email ?? '',
				};
			}),
		};
	})) ?? notThere();

export const actions: Actions = {
	default: (event) =>
		submit(event, keepContacts, {
			input: (form) => ({ ...form, partnershipId: event.params.partnership, memberId: event.params.member }),
			success: () => `/partnerships/${event.params.partnership}/schools/${event.params.member}`,
		}),
};
