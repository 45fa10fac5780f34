import type { PreparingClient } from '../connection.ts';

const appRoles = ['fresh_eyes_app', 'fresh_eyes_sign_in'];

/** Lets a login take the two roles every transaction runs under. */
export async function admit(owner: PreparingClient, login: string): Promise<void> {
	for (const role of appRoles) {
		const { rows } = await owner.statement(`select pg_has_role($1, $2, 'member') as already`, [login, role]);
		if (!rows[0].already) await owner.script(`grant ${role} to "${login.replaceAll('"', '""')}"`);
	}
}

/** The name DATABASE_URL logs in by. */
export async function loginOf(connection: PreparingClient): Promise<string> {
	const { rows } = await connection.statement('select session_user::text as login');
	return rows[0].login;
}

/**
 * Row-level security binds neither superusers nor owners, so the application must log in as neither.
 *
 * @throws with a plain sentence
 */
export async function refuseMightyLogin(connection: PreparingClient): Promise<void> {
	const { rows } = await connection.statement(`
		select r.rolname::text as login, r.rolsuper, r.rolbypassrls,
			exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
				and pg_has_role(r.oid, c.relowner, 'member')) as owner
		from pg_roles r where r.rolname = session_user`);
	const { login, rolsuper, rolbypassrls, owner } = rows[0];
	const reason = rolsuper
		? 'is a superuser'
		: rolbypassrls
			? 'has BYPASSRLS'
			: owner
				? 'owns the tables'
				: undefined;
	if (reason) {
		throw new Error(
			`DATABASE_URL logs in as ${login}, which ${reason}: the boundary between partnerships would not hold. ` +
				'Give it a plain login of its own, and the owner to DATABASE_OWNER_URL.',
		);
	}
}
