interface Dragging {
	/** What is seen under the pointer. */
	words: string;
	/** The pointer has moved far enough to mean it. */
	onStart(): void;
	onMove(x: number, y: number): void;
	onDrop(): void;
	onCancel(): void;
}

const farEnough = 5;
const edge = 60;

/** Follows a pointer from where it went down until it is lifted, or Escape is pressed. Returns what ends it without either. */
export function drag(down: PointerEvent, { words, onStart, onMove, onDrop, onCancel }: Dragging): () => void {
	let label: HTMLElement | null = null;
	let [x, y] = [down.clientX, down.clientY];
	let frame = 0;

	const scroll = () => {
		const by = y < edge ? -10 : y > window.innerHeight - edge ? 10 : 0;
		if (by !== 0) {
			window.scrollBy(0, by);
			onMove(x, y);
		}
		frame = requestAnimationFrame(scroll);
	};
	const move = (event: PointerEvent) => {
		if (event.pointerId !== down.pointerId) return;
		[x, y] = [event.clientX, event.clientY];
		if (label === null) {
			if (Math.hypot(x - down.clientX, y - down.clientY) < farEnough) return;
			label = document.createElement('p');
			label.className = 'in-hand';
			label.textContent = words;
			label.setAttribute('aria-hidden', 'true');
			document.body.append(label);
			document.body.classList.add('moving');
			onStart();
			frame = requestAnimationFrame(scroll);
		}
		event.preventDefault();
		label.style.translate = `${x + 12}px ${y + 12}px`;
		onMove(x, y);
	};
	const end = () => {
		for (const [name, listener] of listeners) window.removeEventListener(name, listener, true);
		cancelAnimationFrame(frame);
		label?.remove();
		document.body.classList.remove('moving');
	};
	const finish = (then: () => void) => {
		const started = label !== null;
		end();
		if (started) pressNothing();
		if (started) then();
	};
	const listeners: [string, (event: Event) => void][] = [
		['pointermove', (event) => move(event as PointerEvent)],
		['pointerup', () => finish(onDrop)],
		['pointercancel', () => finish(onCancel)],
		[
			'keydown',
			(event) => {
				if ((event as KeyboardEvent).key === 'Escape') finish(onCancel);
			},
		],
		// What was begun as a move is no press and no choosing of text.
		['selectstart', (event) => event.preventDefault()],
		['dragstart', (event) => event.preventDefault()],
	];
	for (const [name, listener] of listeners) window.addEventListener(name, listener, true);
	return end;
}

/** What the pointer is lifted over is not pressed by it. */
function pressNothing(): void {
	const stop = (event: Event) => {
		event.preventDefault();
		event.stopPropagation();
	};
	window.addEventListener('click', stop, { capture: true, once: true });
	setTimeout(() => window.removeEventListener('click', stop, true));
}
