import { type AnyExtension, Node } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';

/** Stands for a finding of the review, which is written elsewhere and shown here as it is now. */
export const FindingBlock = Node.create({
	name: 'finding',
	group: 'block',
	atom: true,
	draggable: true,
	addAttributes: () => ({
		id: { default: null, parseHTML: (element) => element.getAttribute('data-finding') },
	}),
	parseHTML: () => [{ tag: '[data-finding]' }],
	renderHTML: ({ node }) => ['div', { 'data-finding': node.attrs['id'] as string }],
});

/**
 * What can be written under a heading of the report; the same as `shapeOf` says, for the editor. No kind asks that something
 * stands in it: of two changes made at once each may leave it so, both together not (see `ElementKind`).
 */
export const writing: AnyExtension[] = [
	Document,
	Text,
	Paragraph,
	HardBreak,
	Heading.configure({ levels: [3] }).extend({ content: 'inline*' }),
	BulletList.extend({ content: 'listItem*' }),
	OrderedList.extend({ content: 'listItem*', addAttributes: () => ({}) }),
	// Not with Tab, by which one leaves the field.
	ListItem.extend({
		content: '(paragraph | bulletList | orderedList)*',
		addKeyboardShortcuts() {
			return {
				Enter: () => this.editor.commands.splitListItem(this.name),
				'Mod-]': () => this.editor.commands.sinkListItem(this.name),
				'Mod-[': () => this.editor.commands.liftListItem(this.name),
			};
		},
	}),
	Blockquote.extend({ content: 'paragraph*' }),
	FindingBlock,
	Bold,
	Italic,
];
