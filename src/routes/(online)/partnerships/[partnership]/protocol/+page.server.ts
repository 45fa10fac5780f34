import { randomUUIDv7 } from 'node:crypto';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { agreeProtocol } from '#domain/protocol/agreement/actions.server.ts';
import { documentAgreement } from '#domain/protocol/agreement/document-agreement.server.ts';
import { importDraft, openDraft } from '#domain/protocol/drafting/opening.server.ts';
import { protocolInForce } from '#domain/protocol/queries.server.ts';
import { protocolInWords } from '#domain/protocol/words.ts';
import { saidForProtocol } from '#domain/review/notes/for-protocol.server.ts';
import { submit } from '../../../../answer.ts';
import { withTextOfFile } from '../../../../text-of-file.ts';
import { drafting } from './drafting-choices.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const inForce = await protocolInForce(ctx, params.partnership);
		const agreement = inForce && (await documentAgreement(ctx, params.partnership, 'protocol'));
		return {
			ids: { version: randomUUIDv7(), draft: randomUUIDv7() },
			said: await saidForProtocol(ctx, params.partnership),
			drafting: await drafting(ctx, params.partnership, inForce),
			inForce: inForce && {
				id: inForce.id,
				number: inForce.number,
				title: inForce.protocol.title,
				publishedAt: inForce.publishedAt,
				publishedBy: inForce.publishedBy,
				sections: protocolInWords(inForce.protocol),
			},
			agreement: agreement && {
				asked: agreement.asked,
				myName: agreement.myName,
				members: agreement.board.members.map(({ id, name, heads, protocol }) => ({
					id,
					name,
					heads: heads.map((head) => head.name),
					protocol,
				})),
			},
		};
	});

const onThis = (partnership: string) => ({
	input: (form: object) => ({ ...form, partnershipId: partnership }),
	success: () => `/partnerships/${partnership}/protocol`,
});

const toDraft = (partnership: string) => ({
	...onThis(partnership),
	success: ({ id }: { id: string }) => `/partnerships/${partnership}/protocol/drafts/${id}`,
});

export const actions: Actions = {
	begin: (event) => submit(event, openDraft, toDraft(event.params.partnership)),
	import: (event) =>
		submit(event, importDraft, { ...toDraft(event.params.partnership), read: withTextOfFile }),
	publish: (event) => submit(event, publishPreset, onThis(event.params.partnership)),
	agree: (event) => submit(event, agreeProtocol, onThis(event.params.partnership)),
};
