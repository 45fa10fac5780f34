/** What somebody carries over the board: a review to another week, or a person to another team. */
export interface Carried {
	turn?: string;
	person?: string;
	/** The review whose team the person is on; none from the list of people. */
	from?: string;
}

/** A school's turn to be reviewed, or a person. */
type Kind = 'turn' | 'person';

const type = (what: Kind) => `application/x-fresh-eyes-${what}`;

/** Begins to carry something: which kind it is can be asked before it is dropped. */
export function draggable(event: DragEvent, what: Carried): void {
	event.dataTransfer?.setData(type(what.turn ? 'turn' : 'person'), JSON.stringify(what));
	if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
}

/** Whether what is over here could be dropped here; says so to the browser. */
export function takes(event: DragEvent, what: Kind): boolean {
	if (!event.dataTransfer?.types.includes(type(what))) return false;
	event.preventDefault();
	return true;
}

/** What was dropped here, or nothing where it is of another kind. */
export function carried(event: DragEvent, what: Kind): Carried | null {
	const said = event.dataTransfer?.getData(type(what));
	if (!said) return null;
	event.preventDefault();
	event.stopPropagation();
	return JSON.parse(said) as Carried;
}
