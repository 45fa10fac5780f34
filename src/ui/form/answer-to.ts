/** What the server says of a form that was not done. */
export interface Answer {
	/** The named action it was posted to, '?/join'; absent for a page's only one. */
	action?: string;
	/** Field name → sentence; the empty name is for the whole form. */
	errors?: Record<string, string>;
	/** Somebody else changed it meanwhile. */
	conflict?: true;
	/** What was posted. */
	values?: Record<string, unknown>;
}

/**
 * The page's answer, if it is to this form: one that posts to the same action, about the same thing. A page may hold many forms,
 * and none may show what was said of another. What was too large to be read has no values and answers every form of its action.
 */
export function answerTo(
	answer: Answer | null | undefined,
	actions: readonly (string | undefined)[],
	about: Readonly<Record<string, string>>,
): Answer | undefined {
	if (!answer || !actions.includes(answer.action)) return undefined;
	const same = Object.entries(about).every(([name, value]) => (answer.values?.[name] ?? value) === value);
	return same ? answer : undefined;
}
