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

	watch: Attachment<HTMLElement> = (element) => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const send = (form: HTMLFormElement | null) => {
			clearTimeout(timer);
			if (form?.isConnected)
				form.requestSubmit(form.querySelector<HTMLButtonElement>('[type=submit]:not([name])'));
		};
		const typed = ({ target }: Event) => {
			const field = target as HTMLInputElement;
			clearTimeout(timer);
			if (field.closest('[data-reshapes]')) return send(field.form);
			timer = setTimeout(() => send(field.form), pause);
		};
		const pressed = (event: SubmitEvent) => {
			clearTimeout(timer);
			const deed = (event.submitter as HTMLButtonElement | null)?.value;
			if (event.submitter?.getAttribute('name') === 'arrange' && deed) this.#afterwards(element, deed);
		};
		element.addEventListener('input', typed);
		element.addEventListener('submit', pressed);
		return () => {
			clearTimeout(timer);
			element.removeEventListener('input', typed);
			element.removeEventListener('submit', pressed);
		};
	};

	/** Draws the form anew once the answer is there, and takes the keyboard to what was moved or added. */
	#afterwards(element: HTMLElement, deed: string) {
		const before = element.querySelector<HTMLInputElement>('[name=before]')?.value;
		const seen = new MutationObserver(() => {
			if (element.querySelector<HTMLInputElement>('[name=before]')?.value === before) return;
			seen.disconnect();
			this.rearranged += 1;
			void tick().then(() => focusAfter(element, deed));
		});
		seen.observe(element, { subtree: true, attributes: true, childList: true });
	}
}

function focusAfter(element: HTMLElement, text: string): void {
	const [deed, at = ''] = text.split(' ');
	const [, list = '', index = '0'] = /^(.*)\.(\d+)$/.exec(at) ?? [];
	const summaries = (path: string) =>
		element.querySelectorAll<HTMLElement>(`[data-list="${CSS.escape(path)}"] > ol > li > details > summary`);
	if (deed === 'add') {
		const entry = [...summaries(at)].at(-1);
		entry?.closest('details')?.setAttribute('open', '');
		return entry?.focus();
	}
	const to = Number(index) + (deed === 'up' ? -1 : deed === 'down' ? 1 : 0);
	const left = summaries(list);
	(
		left[Math.max(0, Math.min(to, left.length - 1))] ??
		element.querySelector<HTMLElement>(`[data-list="${CSS.escape(list)}"] button`)
	)?.focus();
}
