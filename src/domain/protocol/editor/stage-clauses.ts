import { byWhomAndWhen } from '../clauses.ts';
import type { Protocol } from '../protocol.ts';
import type { Field } from './field.ts';

/** The stages with who and when said as the protocol says it; a list of anything else as it is. */
export const withStageClauses = (field: Field, protocol: Protocol): Field =>
	field.is === 'list' && field.path === 'stages'
		? {
				...field,
				items: field.items.map((item, at) => ({ ...item, about: clauseAt(protocol, at) })),
			}
		: field;

function clauseAt(protocol: Protocol, at: number): string {
	const words = byWhomAndWhen(protocol, protocol.stages[at]!);
	return words.charAt(0).toUpperCase() + words.slice(1);
}
