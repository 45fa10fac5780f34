import { randomUUIDv7 } from 'node:crypto';
import { differenceInWords } from '#domain/protocol/agreement/difference.ts';
import * as deciding from '#domain/protocol/drafting/deciding.server.ts';
import { digestOf } from '#domain/protocol/drafting/digest.server.ts';
import { takeAlong } from '#domain/protocol/drafting/overtaken.server.ts';
import { remarksOn } from '#domain/protocol/drafting/queries.server.ts';
import { remarkOnDraft } from '#domain/protocol/drafting/remarks.server.ts';
import { putBack, saveTitle } from '#domain/protocol/drafting/writing.server.ts';
import { partsAbout, partsInOrder, partTitles } from '#domain/protocol/parts-in-order.ts';
import { protocolInWords } from '#domain/protocol/words.ts';
import { saidForProtocol } from '#domain/review/notes/for-protocol.server.ts';
import { submit } from '../../../../../../answer.ts';
import { chosenCourse } from './course-choice.server.ts';
import { openedDraft } from './open-draft.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.within(async (ctx) => {
		const { draft, state, base, inForce, newer, refusals, protocol, may } = await openedDraft(
			ctx,
			params.partnership,
			params.draft,
		);
		const { document, ...head } = draft;
		const open: readonly string[] | null = draft.group ? (base?.protocol.adaptation.parts ?? []) : null;
		const changes =
			protocol && differenceInWords(base ? protocolInWords(base.protocol) : [], protocolInWords(protocol));
		return {
			draft: head,
			state,
			may,
			title: typeof document['title'] === 'string' ? document['title'] : '',
			newer,
			version: inForce ? inForce.number + 1 : 1,
			refusals,
			/** Some of these go away by a wider memorandum, too, and the reader may write one. */
			bounded: may.manage && draft.group === null && refusals.some(({ by }) => by === 'memorandum'),
			parts: partsInOrder.map((part) => ({
				part,
				title: partTitles[part],
				about: partsAbout[part],
				changed: base !== null && (changes?.some(({ key }) => key === part) ?? false),
				wrong: refusals.filter((refusal) => refusal.part === part).length,
			})),
			open,
			// What a group may not do is undone by a press: its editor would not show it, or has no way back.
			undone: open
				? refusals.flatMap(({ path, part }) =>
						part && (!open.includes(part) || path === 'report.headings')
							? [{ path, part, before: digestOf(document[part]) }]
							: [],
					)
				: [],
			changes,
			said: may.write ? await saidForProtocol(ctx, params.partnership) : [],
			remarks: await remarksOn(ctx, draft),
			course: await chosenCourse(ctx, params.partnership, { protocol, base }, url),
			ids: {
				submission: randomUUIDv7(),
				decision: randomUUIDv7(),
				remark: randomUUIDv7(),
				along: randomUUIDv7(),
			},
		};
	});

const here = ({ params }: RequestEvent) =>
	`/partnerships/${params.partnership}/protocol/drafts/${params.draft}`;
const onThis = (event: RequestEvent, next = here(event)) => ({
	input: (form: object) => ({ ...form, draftId: event.params.draft }),
	success: () => next,
});
const home = ({ params }: RequestEvent) => `/partnerships/${params.partnership}/protocol`;

export const actions: Actions = {
	title: (event) => submit(event, saveTitle, onThis(event)),
	submit: (event) => submit(event, deciding.submitDraft, onThis(event)),
	back: (event) => submit(event, deciding.takeBackDraft, onThis(event)),
	drop: (event) => submit(event, deciding.dropDraft, onThis(event, home(event))),
	publish: (event) => submit(event, deciding.publishDraft, onThis(event, home(event))),
	return: (event) => submit(event, deciding.returnDraft, onThis(event)),
	along: (event) => submit(event, takeAlong, onThis(event)),
	putback: (event) => submit(event, putBack, onThis(event)),
	remark: (event) => submit(event, remarkOnDraft, onThis(event)),
};
