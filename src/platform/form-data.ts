/** A form as posted: text by field name, a list for names that end in '[]' (given without the brackets). */
export type PostedForm = Record<string, string | string[]>;

/**
 * Reads a posted form into an object. A name that ends in '[]' is a list, of one or none too; of any other repeated name the
 * last counts. Nothing is trimmed or dropped: schemas judge what it holds. Files are for the screens that take them.
 */
export function readForm(data: FormData): PostedForm {
	const form = new Map<string, string | string[]>();
	for (const [name, value] of data) {
		if (typeof value !== 'string') continue;
		if (!name.endsWith('[]')) {
			form.set(name, value);
			continue;
		}
		const listed = form.get(name.slice(0, -2));
		form.set(name.slice(0, -2), Array.isArray(listed) ? [...listed, value] : [value]);
	}
	// A field named __proto__ becomes a plain field, not the object's prototype.
	return Object.fromEntries(form);
}
