import type { z } from 'zod';
import type { FieldErrors } from './outcome.ts';

/**
 * Parses what came from outside. The first fault of each field is its sentence; a fault of the whole goes under the empty
 * name, where forms show it above the fields.
 */
export function readInput<S extends z.ZodType>(
	schema: S,
	input: unknown,
): { ok: true; value: z.output<S> } | { ok: false; fields: FieldErrors } {
	const read = schema.safeParse(input);
	if (read.success) return { ok: true, value: read.data };
	const fields: FieldErrors = {};
	for (const issue of read.error.issues) fields[String(issue.path[0] ?? '')] ??= issue.message;
	return { ok: false, fields };
}
