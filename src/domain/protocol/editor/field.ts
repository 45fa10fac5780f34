/** One field of the editor, ready to be drawn: `path` is its name in the form, such as 'stages.3.when.offset.amount'. */
export type Field = { path: string; label: string; hint?: string | undefined } & (
	| { is: 'line' | 'passage' | 'number' | 'time'; value: string; optional: boolean }
	| { is: 'choice'; value: string; options: Option[]; optional: boolean }
	| { is: 'choices'; value: string[]; options: Option[] }
	| { is: 'lines'; value: string }
	| { is: 'tick'; value: boolean }
	| { is: 'hidden'; value: string }
	| { is: 'group'; fields: Field[]; present?: boolean }
	| { is: 'list'; items: Item[]; most: number; one: string }
	| { is: 'variants'; value: string; options: Option[]; fields: Field[] }
);

export interface Option {
	value: string;
	label: string;
}

/** One entry of a list; `name` is its place in the list or, in a record, its key. */
export interface Item {
	name: string;
	title: string;
	/** What else it says, in a line. */
	about: string;
	fields: Field[];
}
