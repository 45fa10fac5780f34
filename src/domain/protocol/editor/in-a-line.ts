import type { Field } from './field.ts';

/** What the fields of an entry hold, in a line: so that a folded entry tells more than its title. Empty ones say nothing. */
export const inALine = (fields: readonly Field[], title: string | undefined): string =>
	fields
		.filter((field) => !('value' in field && field.value === title))
		.map(held)
		.filter((words) => words !== '')
		.join(' · ');

function held(field: Field): string {
	switch (field.is) {
		case 'line':
		case 'time':
		case 'passage':
			return field.value;
		case 'number':
			return field.value && `${field.label}: ${field.value}`;
		case 'choice':
			return field.options.find(({ value }) => value === field.value)?.label ?? '';
		case 'choices': {
			const chosen = field.options.filter(({ value }) => field.value.includes(value));
			return chosen.map(({ label }) => label).join(', ');
		}
		case 'tick':
			return field.value ? field.label : '';
		case 'list':
			return field.items.length > 0 ? `${field.label}: ${field.items.length}` : '';
		case 'group':
			return field.present === false ? '' : inALine(field.fields, undefined);
		case 'variants':
			return field.options.find(({ value }) => value === field.value)?.label ?? '';
		default:
			return '';
	}
}
