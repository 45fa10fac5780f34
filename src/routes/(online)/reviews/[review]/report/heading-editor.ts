import { type AnyExtension, Editor, Extension } from '@tiptap/core';
import { yCursorPlugin, ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap';
import { FindingBlock, writing } from '#domain/report/document/writing.ts';
import { withoutControl } from '#platform/control-characters.ts';
import { cleanPaste, cleanPastedText } from './pasting.ts';
import type { WritingTogether } from './writing-together.svelte.ts';

/** What is typed in an editor has this origin in the joint document. */
export const typed: unknown = ySyncPluginKey;

interface Place {
	element: HTMLElement;
	/** The key of the heading. */
	heading: string;
	/** What the field is called, and the id of what describes it. */
	label: string;
	describedBy: string;
	/** Shows a finding that stands in the text; returns what takes it away again. */
	showFinding: (id: string, into: HTMLElement) => () => void;
	extensions?: AnyExtension[];
	onFocus: (editor: Editor) => void;
	/** Something was typed, marked or selected, here or by another. */
	onChange: () => void;
}

/** An editor over what stands under one heading of the joint report. */
export function editHeading(
	together: WritingTogether,
	{ element, heading, label, describedBy, showFinding, extensions = [], onFocus, onChange }: Place,
): Editor {
	const part = together.session.doc.getXmlFragment(heading);
	const joint = Extension.create({
		name: 'joint',
		addProseMirrorPlugins: () => [
			ySyncPlugin(part),
			yCursorPlugin(together.awareness, { cursorBuilder: caret, selectionBuilder: selection }),
		],
		addKeyboardShortcuts: () => ({
			'Mod-z': () => together.undo.undo() !== null || true,
			'Mod-y': () => together.undo.redo() !== null || true,
			'Shift-Mod-z': () => together.undo.redo() !== null || true,
		}),
	});
	const finding = FindingBlock.extend({
		addNodeView:
			() =>
			({ node }) => {
				const dom = document.createElement('div');
				dom.contentEditable = 'false';
				return { dom, destroy: showFinding(String(node.attrs['id']), dom) };
			},
	});
	return new Editor({
		element,
		injectCSS: false,
		extensions: [
			...writing.map((extension) => (extension.name === finding.name ? finding : extension)),
			joint,
			...extensions,
		],
		editorProps: {
			attributes: {
				role: 'textbox',
				'aria-multiline': 'true',
				'aria-label': label,
				'aria-describedby': describedBy,
				lang: 'en-GB',
				spellcheck: 'true',
			},
			transformPastedHTML: cleanPaste,
			transformPastedText: cleanPastedText,
			handleTextInput(view, from, to, text) {
				const clean = withoutControl(text);
				if (clean === text) return false;
				view.dispatch(view.state.tr.insertText(clean, from, to));
				return true;
			},
		},
		onFocus: ({ editor }) => onFocus(editor),
		onTransaction: onChange,
	});
}

interface Somebody {
	name: string;
	/** Of their colour. */
	number: number;
}

/** Another's caret with their name. Screen readers are told elsewhere who writes where. */
function caret({ name, number }: Somebody): HTMLElement {
	const mark = document.createElement('span');
	mark.className = 'others-caret';
	mark.ariaHidden = 'true';
	mark.dataset['person'] = String(number);
	const flag = document.createElement('span');
	flag.textContent = name;
	mark.append(flag);
	return mark;
}

const selection = ({ number }: Somebody) => ({
	class: 'others-selection',
	'data-person': String(number),
});
