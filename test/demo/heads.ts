import { cast, type CastMember, type PersonKey, type SchoolKey } from '../cast.ts';

const headRoles = ['headteacher', 'executive head'];

/** Who heads a school of the cast. */
export const headOf = (school: SchoolKey): PersonKey =>
	(Object.keys(cast) as PersonKey[]).find((key) => {
		const one: CastMember = cast[key];
		return one.school === school && headRoles.includes(one.role);
	})!;
