/** A form as posted: text by field name, a list where a name came more than once. */
export type PostedForm = Record<string, string | string[]>;

/** More fields than any form of ours has; a longer one is an attack or a mistake. */
const mostFields = 2_000;

/**
 * Reads a posted form into an object. A name given more than once is a list (ticked boxes); one that ends in '[]' always is.
 * Nothing is trimmed or dropped: schemas judge what it holds. Files are for the screens that take them. Throws RangeError
 * where there are more fields than a form can have.
 */
export function readForm(data: FormData): PostedForm {
	const form = new Map<string, string | string[]>();
	let fields = 0;
	for (const [name, value] of data) {
		if ((fields += 1) > mostFields) throw new RangeError(`A form has at most ${mostFields} fields.`);
		if (typeof value !== 'string') continue;
		const listed = name.endsWith('[]');
		const field = listed ? name.slice(0, -2) : name;
		const before = form.get(field);
		if (Array.isArray(before)) before.push(value);
		else if (before === undefined) form.set(field, listed ? [value] : value);
		else form.set(field, [before, value]);
	}
	// A field named __proto__ becomes a plain field, not the object's prototype.
	return Object.fromEntries(form);
}
