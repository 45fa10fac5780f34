/**
 * Refuses what could leave the role or the transaction that the work was opened with: SET, RESET, BEGIN, COMMIT, DO,
 * DISCARD and all else that is not reading or writing rows. Statements are sent one at a time by the extended protocol,
 * so nothing can hide behind a semicolon; with the first word checked here and `set_config` barred, RESET ROLE is out
 * of reach even of injected text.
 */
export function refuseEscape(statement: string): void {
	const [first] = statement.replace(leading, '').match(/^[a-z]+/i) ?? [''];
	if (!rows.has(first.toLowerCase()) || /set_config|u&"/i.test(statement)) {
		throw new Error(
			`Only statements that read or write rows may run in a transaction, not: ${statement.slice(0, 80)}`,
		);
	}
}

const rows = new Set(['select', 'insert', 'update', 'delete', 'merge', 'with', 'values']);
const leading = /^(?:\s|\(|--[^\n]*(?:\n|$)|\/\*[^]*?\*\/)*/;
