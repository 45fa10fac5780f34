import { randomUUIDv7 } from 'node:crypto';
import { members } from '#domain/partnership/queries.server.ts';
import { agreeProtocol, publishPreset } from '#domain/protocol/actions.server.ts';
import { presets } from '#domain/protocol/presets/presets.ts';
import { agreements, protocolInForce } from '#domain/protocol/queries.server.ts';
import { protocolInWords } from '#domain/protocol/words.ts';
import { submit } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const inForce = await protocolInForce(ctx, params.partnership);
		const agreed = inForce ? await agreements(ctx, params.partnership, inForce.id) : [];
		const present = (await members(ctx, params.partnership, '')).filter(({ untilDay }) => untilDay === null);
		return {
			id: randomUUIDv7(),
			inForce: inForce && {
				id: inForce.id,
				number: inForce.number,
				title: inForce.protocol.title,
				publishedAt: inForce.publishedAt,
				publishedBy: inForce.publishedBy,
				sections: protocolInWords(inForce.protocol),
			},
			presets: presets.map(({ key, title, about }) => ({ value: key, label: title, hint: about })),
			members: present.map(({ id, name }) => ({
				id,
				name,
				agreed: agreed.find(({ memberId }) => memberId === id) ?? null,
			})),
		};
	});

const onThis = (partnership: string) => ({
	input: (form: object) => ({ ...form, partnershipId: partnership }),
	success: () => `/partnerships/${partnership}/protocol`,
});

export const actions: Actions = {
	publish: (event) => submit(event, publishPreset, onThis(event.params.partnership)),
	agree: (event) => submit(event, agreeProtocol, onThis(event.params.partnership)),
};
