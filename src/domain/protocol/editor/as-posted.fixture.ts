import type { PostedForm } from '#platform/form-data.ts';
import type { Field } from './field.ts';

/** What a browser posts for these fields. */
export function asPosted(field: Field, form: Record<string, string | string[]> = {}): PostedForm {
	switch (field.is) {
		case 'tick':
			if (field.value) form[field.path] = 'yes';
			return form;
		case 'group':
			if (field.present !== undefined && field.present) form[`${field.path}?`] = 'yes';
			if (field.present !== false) for (const inner of field.fields) asPosted(inner, form);
			return form;
		case 'list':
			form[field.path] = field.items.map(({ name }) => name);
			for (const { fields } of field.items) for (const inner of fields) asPosted(inner, form);
			return form;
		case 'variants':
			form[`${field.path}.kind`] = field.value;
			for (const inner of field.fields) asPosted(inner, form);
			return form;
		default:
			form[field.path] = field.value;
			return form;
	}
}
