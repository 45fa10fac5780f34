import type { PostedForm } from '#platform/form-data.ts';
import { mostMappedColumns } from './mapping.ts';

/** The two fields of one column: what it is, and of which pupils. */
export const whatField = (column: number): string => `what-${column}`;
export const groupField = (column: number): string => `group-${column}`;

/** The columns of a posted form, in their order. */
export function columnFields(form: PostedForm): { columns: { what: unknown; group: unknown }[] } {
	const columns: { what: unknown; group: unknown }[] = [];
	for (let at = 0; at <= mostMappedColumns && typeof form[whatField(at)] === 'string'; at += 1)
		columns.push({ what: form[whatField(at)], group: form[groupField(at)] });
	return { columns };
}
