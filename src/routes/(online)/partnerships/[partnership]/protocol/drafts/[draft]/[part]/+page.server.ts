import { digestOf } from '#domain/protocol/drafting/digest.server.ts';
import { savePart } from '#domain/protocol/drafting/writing.server.ts';
import { fieldsOf } from '#domain/protocol/editor/fields.ts';
import type { Node } from '#domain/protocol/editor/node.ts';
import { withStageClauses } from '#domain/protocol/editor/stage-clauses.ts';
import { partsAbout, partsInOrder, partTitles, type Part } from '#domain/protocol/parts-in-order.ts';
import { protocolJsonSchema } from '#domain/protocol/schema.ts';
import { protocolInWords } from '#domain/protocol/words.ts';
import type { PostedForm } from '#platform/form-data.ts';
import { submit } from '../../../../../../../answer.ts';
import { notThere } from '../../../../../../../refusals.ts';
import { chosenCourse } from '../course-choice.server.ts';
import { openedDraft } from '../open-draft.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.within(async (ctx) => {
		const { draft, refusals, protocol, base, may } = await openedDraft(ctx, params.partnership, params.draft);
		const open = draft.group ? (base?.protocol.adaptation.parts ?? []) : partsInOrder;
		const part = open.find((one): one is Part => one === params.part);
		if (!part || !may.write) notThere();
		const node = (protocolJsonSchema as Node).properties![part]!;
		const at = open.indexOf(part as never);
		const field = fieldsOf(node, draft.document[part], part, draft.document);
		const beside = (index: number) =>
			open[index] ? { part: open[index], title: partTitles[open[index]] } : null;
		return {
			draftId: draft.id,
			group: draft.group?.name ?? null,
			part,
			title: partTitles[part],
			about: partsAbout[part],
			/** Days hang on it, so the days come before the words. */
			dated: part === 'stages' || part === 'kinds',
			place: { at: at + 1, of: open.length },
			field: protocol ? withStageClauses(field, protocol) : field,
			before: digestOf(draft.document[part]),
			savedAt: draft.savedAt,
			savedBy: draft.savedBy,
			refusals: Object.fromEntries(
				refusals.filter((one) => one.part === part).map(({ path, message }) => [path, message]),
			),
			elsewhere: refusals.filter((one) => one.part !== part).length,
			sentences: protocol && protocolInWords(protocol).find(({ key }) => key === part)!.sentences,
			course: await chosenCourse(ctx, params.partnership, { protocol, base }, url),
			previous: beside(at - 1),
			next: beside(at + 1),
		};
	});

export const actions: Actions = {
	save: (event) =>
		submit(event, savePart, {
			input: ({ before, arrange, ...form }: PostedForm) => ({
				draftId: event.params.draft,
				part: event.params.part,
				before,
				arrange: arrange ?? undefined,
				form,
			}),
			success: () => ({ saved: true }),
		}),
};
