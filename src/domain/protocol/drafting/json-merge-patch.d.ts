declare module 'json-merge-patch' {
	const mergePatch: {
		apply(target: unknown, patch: unknown): unknown;
		generate(before: unknown, after: unknown): unknown;
	};
	export default mergePatch;
}
