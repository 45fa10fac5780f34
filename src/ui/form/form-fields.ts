import type { FieldValues } from './draft.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

// Never kept on the device: secrets, files (too large), and what the page itself puts in.
const notKept = new Set(['password', 'hidden', 'file', 'submit', 'button', 'reset', 'image']);

function controls(form: HTMLFormElement): Control[] {
	return [...form.elements].filter(
		(element): element is Control =>
			(element instanceof HTMLInputElement ||
				element instanceof HTMLTextAreaElement ||
				element instanceof HTMLSelectElement) &&
			element.name !== '' &&
			element.dataset.draft !== 'never' &&
			!notKept.has(element.type),
	);
}

const isBox = (control: Control): control is HTMLInputElement =>
	control.type === 'checkbox' || control.type === 'radio';

/** What stands in the form's fields now, or (`given`) what the server put there. */
export function readFields(form: HTMLFormElement, which: 'now' | 'given'): FieldValues {
	const values: FieldValues = {};
	for (const control of controls(form)) {
		const list = (values[control.name] ??= []);
		if (isBox(control)) {
			if (which === 'now' ? control.checked : control.defaultChecked) list.push(control.value);
		} else if (control instanceof HTMLSelectElement) {
			list.push(...chosen(control, which));
		} else {
			list.push(which === 'now' ? control.value : control.defaultValue);
		}
	}
	return values;
}

/** Puts values into the fields of those names, and tells listeners, such as a character count. */
export function fillFields(form: HTMLFormElement, values: FieldValues): void {
	const next = new Map<string, number>();
	for (const control of controls(form)) {
		const list = values[control.name];
		if (!list) continue;
		if (isBox(control)) control.checked = list.includes(control.value);
		else if (control instanceof HTMLSelectElement)
			for (const option of control.options) option.selected = list.includes(option.value);
		else {
			const index = next.get(control.name) ?? 0;
			next.set(control.name, index + 1);
			control.value = list[index] ?? control.value;
		}
		control.dispatchEvent(new Event('input', { bubbles: true }));
	}
}

function chosen(select: HTMLSelectElement, which: 'now' | 'given'): string[] {
	if (which === 'now') return [...select.selectedOptions].map((option) => option.value);
	const marked = [...select.options].filter((option) => option.defaultSelected);
	// With nothing marked a browser shows the first.
	const shown = marked.length > 0 || select.multiple ? marked : [...select.options].slice(0, 1);
	return shown.map((option) => option.value);
}
