import { sameValues, type FieldValues } from './draft.ts';
import { readFields } from './form-fields.ts';

/** Whether a form still holds what was sent of it, and nothing that was typed since. */
export function holdsAsSent(form: HTMLFormElement, sent: FieldValues | undefined): boolean {
	const now = readFields(form, 'now');
	return Object.entries(sent ?? {}).every(([name, values]) => sameValues(values, now[name]));
}

/**
 * Where a press has replaced the pressed button, as "Vote" by "Take it back", the keyboard goes on at the first button that stands in its
 * place, and not at the top of the page.
 *
 * @param places where the button was, the nearest first
 */
export function keepFocus(
	pressed: HTMLElement | null,
	places: readonly (Element | null | undefined)[],
): void {
	const lost = pressed !== null && !pressed.isConnected && document.activeElement === document.body;
	if (!lost) return;
	const place = places.find((one) => one?.isConnected && one.querySelector('button'));
	place?.querySelector('button')?.focus();
}
