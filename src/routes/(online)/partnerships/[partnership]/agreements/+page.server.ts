import { headedMembers } from '#domain/partnership/model.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { mayPublishMemorandum, mayRemind } from '#domain/protocol/agreement/access.ts';
import { agreeMemorandum, remindOfAgreements } from '#domain/protocol/agreement/actions.server.ts';
import { askedOf, daysBetweenReminders, remindersDue } from '#domain/protocol/agreement/board.ts';
import { documentAgreement } from '#domain/protocol/agreement/document-agreement.server.ts';
import { memorandumInForce, memorandumVersions } from '#domain/protocol/agreement/memoranda.server.ts';
import { memorandumInWords } from '#domain/protocol/agreement/memorandum-words.ts';
import { server } from '#platform/server.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		if (!standing) return null;
		const inForce = await memorandumInForce(ctx, params.partnership);
		const { board, asked, myName } = await documentAgreement(ctx, params.partnership, 'memorandum');
		return {
			latest: board.latest,
			members: board.members.map(({ id, name, heads, memorandum, protocol }) => ({
				id,
				name,
				memorandum,
				protocol,
				heads: heads.map(({ name }) => name),
			})),
			memorandum: inForce && {
				...inForce,
				memorandum: { title: inForce.memorandum.title },
				sections: memorandumInWords(inForce.memorandum),
			},
			versions: await memorandumVersions(ctx, params.partnership),
			asked,
			myName,
			askedOfMe: askedOf(board, headedMembers(standing)),
			mayWrite: mayPublishMemorandum(standing),
			mayRemind: mayRemind(standing),
			missing: remindersDue(board).length,
			daysBetweenReminders,
		};
	});
	return found ?? notThere();
};

const onThis = (partnership: string) => (form: object) => ({ ...form, partnershipId: partnership });

export const actions: Actions = {
	agree: (event) =>
		submit(event, agreeMemorandum, {
			input: onThis(event.params.partnership),
			success: () => `/partnerships/${event.params.partnership}/agreements`,
		}),
	remind: async (event) => {
		const { origin } = (await server()).env;
		return submit(event, (ctx, input) => remindOfAgreements(ctx, origin, input), {
			input: onThis(event.params.partnership),
			success: ({ reminded }) => ({ reminded }),
		});
	},
};
