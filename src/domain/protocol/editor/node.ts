/** A part of the protocol's JSON Schema, as far as the editor reads it. */
export interface Node {
	type?: string;
	title?: string;
	description?: string;
	enum?: readonly string[];
	const?: unknown;
	default?: unknown;
	anyOf?: readonly Node[];
	oneOf?: readonly Node[];
	items?: Node;
	properties?: Readonly<Record<string, Node>>;
	required?: readonly string[];
	additionalProperties?: Node;
	propertyNames?: Node;
	minimum?: number;
	maxLength?: number;
	pattern?: string;
	/** From `.meta()` in the schema: each choice as people say it. */
	words?: Readonly<Record<string, string>>;
	/** From `.meta()`: what one entry of a list is called, with its article. */
	one?: string;
	/** From `.meta()`: text that is a time of the day. */
	holds?: 'time';
	/** From `.meta()`: the list of the same document whose keys may be chosen. */
	refers?: 'stages' | 'forms' | 'kinds of evidence' | 'kinds of activity' | 'levels';
}

/** The branches of a discriminated union, by the constant of their `kind`. */
export const variants = (node: Node): readonly { kind: string; node: Node }[] =>
	(node.oneOf ?? []).map((branch) => ({ kind: String(branch.properties?.['kind']?.const), node: branch }));

/** The keys a record must have; none where it may have any. */
export const fixedKeys = (node: Node): readonly string[] | undefined =>
	node.additionalProperties ? node.propertyNames?.enum : undefined;

export const isRecord = (node: Node): boolean => node.additionalProperties !== undefined && !node.properties;

export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
