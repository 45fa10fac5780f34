import type { Principal } from '../principal.ts';

/** What a transaction begins with: one statement that takes its role, or nothing for the owner of the tables. */
export type Opening = { text: string; values: string[] } | 'owner';

/**
 * Takes the role and says who acts and on which day, in one statement so that nothing can come between, and for this
 * transaction alone. What does not apply is set empty, and policies then admit no row.
 */
export function openingAs(
	role: 'fresh_eyes_app' | 'fresh_eyes_sign_in',
	principal?: Principal,
	today = '',
): Opening {
	const idIf = (kind: Principal['kind']) =>
		principal?.kind === kind && 'id' in principal ? principal.id : '';
	return {
		text: `select set_config('app.person', $1, true), set_config('app.participant', $2, true), set_config('app.link', $3, true),
			set_config('app.job', $4, true), set_config('app.today', $5, true), set_config('role', $6, true)`,
		values: [
			idIf('person'),
			idIf('participant'),
			idIf('link'),
			principal?.kind === 'job' ? principal.name : '',
			today,
			role,
		],
	};
}
