/** What every field takes. Inside a `Form`, `error` and what was typed come by themselves from its name. */
export interface FieldProps {
	name: string;
	label: string;
	/** One sentence that helps before an error can happen. */
	hint?: string | undefined;
	error?: string | undefined;
	/** Says "required" and tells assistive technology; the server decides. */
	required?: boolean | undefined;
	/** Says "optional". */
	optional?: boolean | undefined;
	/** The label is heard, not seen: for a search box under a heading that says the same. */
	labelHidden?: boolean | undefined;
}

export interface Option {
	value: string;
	label: string;
	hint?: string | undefined;
}

/** One thing that a search found. `detail` tells equal names apart: "Braintree, Essex · URN 114939". */
export interface Found {
	value: string;
	label: string;
	detail?: string | undefined;
}
