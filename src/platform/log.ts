/**
 * Logs a bug as one line of JSON: where it happened and the frames that led there. Nothing a person typed may reach the log,
 * so what a message quotes is left out, and a database's fault is told by its code and constraint alone.
 */
export function logError(error: unknown, where: Record<string, string | null>): void {
	console.error(
		JSON.stringify({ level: 'error', at: new Date().toISOString(), ...where, ...described(error) }),
	);
}

function described(error: unknown): Record<string, unknown> {
	if (!(error instanceof Error)) return { error: typeof error };
	const { code, constraint, table } = error as Error & Record<'code' | 'constraint' | 'table', unknown>;
	const fromDatabase = 'severity' in error;
	return {
		error: error.name,
		...(fromDatabase ? { code, constraint, table } : { message: withoutQuotes(error.message) }),
		frames: frames(error),
		...(error.cause === undefined ? {} : { cause: described(error.cause) }),
	};
}

const withoutQuotes = (message: string) =>
	message.replace(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g, '…').slice(0, 300);

function frames(error: Error): string[] {
	const lines = (error.stack ?? '').split('\n').map((text) => text.trim());
	return lines.filter((text) => text.startsWith('at ')).slice(0, 12);
}
