import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/** How long after the last keystroke a part is sent. */
const pause = 1500;

/**
 * Sends the form around what is typed, a moment after it was: through its own Save button, so that it is the same deed with
 * and without scripts. A choice that changes which fields there are is sent at once. After entries were added, moved or
 * taken away the form is drawn anew, because what stood in a field belongs to another entry now.
 */
export class Autosave {
	rearranged = $state(0);
	/** Something was typed that has not been sent. */
	unsent = $state(false);

	watch: Attachment<HTMLElement> = (element) => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const send = (form: HTMLFormElement | null) => {
			clearTimeout(timer);
			if (form?.isConnected)
				form.requestSubmit(form.querySelector<HTMLButtonElement>('[type=submit]:not([name])'));
		};
		const typed = ({ target }: Event) => {
			const field = target as HTMLInputElement;
			this.unsent = true;
			clearTimeout(timer);
			// What somebody else wrote meanwhile is replaced by a press alone, not by going on typing.
			if (element.querySelector('[data-conflict]')) return;
			if (field.closest('[data-reshapes]')) return send(field.form);
			timer = setTimeout(() => send(field.form), pause);
		};
		const pressed = (event: SubmitEvent) => {
			clearTimeout(timer);
			// The form is still on its way from before: it takes this press when it is back, and then asks here again.
			if ((event.target as HTMLElement).dataset['sending']) return;
			this.unsent = false;
			const deed = (event.submitter as HTMLButtonElement | null)?.value;
			if (event.submitter?.getAttribute('name') === 'arrange' && deed) this.#afterwards(element, deed);
		};
		element.addEventListener('input', typed);
		// Before the form hears of it: whether it is on its way already is known only then.
		element.addEventListener('submit', pressed, { capture: true });
		return () => {
			clearTimeout(timer);
			element.removeEventListener('input', typed);
			element.removeEventListener('submit', pressed, { capture: true });
		};
	};

	/** Draws the form anew once the answer is there, and takes the keyboard to what was moved or added. */
	#afterwards(element: HTMLElement, deed: string) {
		const before = element.querySelector<HTMLInputElement>('[name=before]')?.value;
		const there = namesIn(element, deed);
		const seen = new MutationObserver(() => {
			if (element.querySelector<HTMLInputElement>('[name=before]')?.value === before) return;
			seen.disconnect();
			this.rearranged += 1;
			void tick().then(() => focusAfter(element, deed, there));
		});
		seen.observe(element, { subtree: true, attributes: true, childList: true });
	}
}

/** The entries of the list that a button adds to, by their names. */
const namesIn = (element: HTMLElement, deed: string): string[] =>
	[...element.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(deed.split(' ')[1] ?? '')}[]"]`)].map(
		({ value }) => value,
	);

function focusAfter(element: HTMLElement, text: string, there: readonly string[]): void {
	const [deed, at = ''] = text.split(' ');
	const [, list = '', index = '0'] = /^(.*)\.(\d+)$/.exec(at) ?? [];
	const entries = (path: string) =>
		[...element.querySelectorAll<HTMLElement>(`[data-list="${CSS.escape(path)}"] > ol > li`)].map((entry) =>
			entry.querySelector<HTMLElement>('summary, input:not([type=hidden])'),
		);
	if (deed === 'add' || deed === 'below') {
		// Entries with names of their own are in no order: the new one is wherever there was none.
		const added = namesIn(element, text).findIndex((name) => !there.includes(name));
		const entry = deed === 'add' ? entries(at).at(added) : entries(list)[Number(index) + 1];
		// A new entry stands open: what is to be said first has the keyboard.
		const first = entry
			?.closest('details')
			?.querySelector<HTMLElement>('.inside :is(input:not([type=hidden]), select, textarea)');
		return (first ?? entry)?.focus();
	}
	const to = Number(index) + (deed === 'up' ? -1 : deed === 'down' ? 1 : 0);
	const left = entries(list);
	(
		left[Math.max(0, Math.min(to, left.length - 1))] ??
		element.querySelector<HTMLElement>(`[data-list="${CSS.escape(list)}"] button`)
	)?.focus();
}
