import { type Editor, Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import {
	absolutePositionToRelativePosition,
	relativePositionToAbsolutePosition,
	ySyncPluginKey,
} from '@tiptap/y-tiptap';
import { createRelativePositionFromJSON, type Doc, type XmlFragment } from 'yjs';
import type { CommentRow } from '#domain/report/comments/queries.server.ts';
import type { Stretch } from '#domain/report/document/input.ts';
import { placeIn } from '#platform/joint-document/places.ts';

/** A comment as the page has it. */
export type Commented = CommentRow & { answerId: string };

/** What somebody is about to comment on. */
export interface Marked {
	heading: string;
	/** Null for the heading as a whole. */
	place: Stretch | null;
	quoted: string;
	/** Whether other words can be suggested: within one paragraph. */
	suggests: boolean;
}

interface Joint {
	doc: Doc;
	type: XmlFragment;
	binding: { mapping: Parameters<typeof relativePositionToAbsolutePosition>[3] };
}

const joint = (state: EditorState): Joint => ySyncPluginKey.getState(state) as Joint;

/** The stretch of the document that is marked in an editor. */
export function marked(heading: string, { state }: Editor): Marked {
	// Whoever marks all of a heading means its words.
	const { from, to, $from, $to, empty } = TextSelection.between(state.selection.$from, state.selection.$to);
	if (empty) return { heading, place: null, quoted: '', suggests: false };
	const { type, binding } = joint(state);
	const at = (position: number) =>
		absolutePositionToRelativePosition(position, type, binding.mapping) as Stretch['anchor'];
	return {
		heading,
		place: { anchor: at(from), head: at(to) },
		quoted: state.doc.textBetween(from, to, '\n'),
		suggests: $from.sameParent($to) && $from.parent.isTextblock,
	};
}

const key = new PluginKey('commented');

/** Shows in an editor what is commented on. */
export const commented = (open: () => readonly { id: string; place: Stretch | null }[]) =>
	Extension.create({
		name: 'commented',
		addProseMirrorPlugins: () => [
			new Plugin({
				key,
				props: {
					decorations: (state) =>
						DecorationSet.create(
							state.doc,
							open().flatMap(({ place }) => shown(state, place)),
						),
				},
			}),
		],
	});

/** Has an editor show comments that have come or gone. */
export const refresh = ({ view }: Editor): void => view.dispatch(view.state.tr.setMeta(key, true));

function shown(state: EditorState, place: Stretch | null): Decoration[] {
	if (place === null) return [];
	const { doc, type, binding } = joint(state);
	if (!placeIn(doc, place.anchor) || !placeIn(doc, place.head)) return [];
	const [one, other] = [place.anchor, place.head].map((end) =>
		relativePositionToAbsolutePosition(doc, type, createRelativePositionFromJSON(end), binding.mapping),
	);
	if (one === null || one === undefined || other === null || other === undefined || one === other) return [];
	const most = state.doc.content.size;
	const [from, to] = [Math.min(one, other, most), Math.min(Math.max(one, other), most)];
	return [Decoration.inline(from, to, { class: 'commented' })];
}
