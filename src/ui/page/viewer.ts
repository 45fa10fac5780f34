/** The shapes that the root layout reads from `page.data`; `routes/(online)/+layout.server.ts` gives them. */

export interface Place {
	href: string;
	label: string;
	current: boolean;
}

export interface Viewer {
	/** Keeps one person's drafts from another's on a shared tablet. */
	id: string;
	name: string;
	/** Under the name in the person menu: "Headteacher, Fernmarsh Primary". */
	role?: string | undefined;
	places: Place[];
	/** Further entries of the person menu. */
	menu?: { href: string; label: string }[] | undefined;
}

/** What the last deed did, shown once at the top of the next page. */
export interface Flash {
	kind: 'good' | 'info' | 'warning' | 'danger';
	text: string;
}
