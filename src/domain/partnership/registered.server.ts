import type { RegisteredSchool } from '#domain/register/model.ts';
import { schoolsByUrn } from '#domain/register/queries.server.ts';
import type { Context } from '#platform/context.ts';
import type { MemberRow } from './queries.server.ts';

type WithSchools = Pick<MemberRow, 'schools'>;

/** The schools of members as the register has them: asked once for all of them. One without a URN is in none. */
export async function registeredSchools(
	ctx: Context,
	members: readonly WithSchools[],
): Promise<(member: WithSchools) => RegisteredSchool[]> {
	const registered = await schoolsByUrn(
		ctx.db,
		members.flatMap(({ schools }) => schools.flatMap(({ urn }) => urn ?? [])),
	);
	return ({ schools }) => schools.flatMap(({ urn }) => (urn === null ? [] : (registered.get(urn) ?? [])));
}
