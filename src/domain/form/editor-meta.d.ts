import 'zod';

/**
 * What an editor and the published JSON Schema know of a field beside its form, given with `.meta()`: `title` and
 * `description` stand by it; `words` says each choice as people say it; `refers` names the list of the same document whose
 * keys may be chosen.
 */
declare module 'zod' {
	interface GlobalMeta {
		words?: Readonly<Record<string, string>>;
		refers?: 'stages' | 'forms' | 'kinds of evidence' | 'kinds of activity' | 'levels';
	}
}
