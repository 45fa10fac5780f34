import type { Form } from '#domain/form/question.ts';
import { isNoted } from '#domain/protocol/noted.ts';
import type { Audience } from '#domain/protocol/parts/audience.ts';
import { reviewingRoles, type Role } from '#domain/protocol/parts/roles.ts';
import type { Stage } from '#domain/protocol/parts/stages.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { isOnTeam, protocolRoles, type ReviewRole } from '../roles.ts';

/** A stage that people say is done themselves, with the form on which they write together what came of it. */
export interface NotedStage {
	stage: Stage;
	form: Form;
}

/** The stage under `key` if notes are written at it, else null. */
export function notedStage(protocol: Protocol, key: string): NotedStage | null {
	const stage = protocol.stages.find((one) => one.key === key && isNoted(protocol, one));
	const form = stage?.form !== undefined && protocol.forms[stage.form];
	return stage && form ? { stage, form } : null;
}

const circleOf: Partial<Record<Role, Audience>> = {
	host: 'host',
	...Object.fromEntries(reviewingRoles.map((role) => [role, 'team'])),
	champion: 'champion',
	partner: 'partner',
};
const circlesOf = (roles: readonly Role[]): Audience[] => [
	...new Set(roles.flatMap((role) => circleOf[role] ?? [])),
];

type Asked = Pick<Stage, 'who' | 'withHeads'>;

/** Who reads the notes of a stage: those it is asked of, the heads who join them (KSA-7), and nobody else. Who runs the partnership is no circle. */
export const notesReaders = ({ who, withHeads }: Asked): Audience[] => [
	...circlesOf(who),
	...(withHeads ? (['heads'] as const) : []),
];

/** Whoever is asked for the stage and reads its notes writes them too; of the team, once they have agreed to confidentiality. */
export const mayNote = (roles: ReadonlySet<ReviewRole>, bound: boolean, { who, withHeads }: Asked): boolean =>
	(circlesOf(protocolRoles(roles).filter((role) => who.includes(role))).length > 0 ||
		(withHeads && roles.has('head of partnership'))) &&
	(bound || !isOnTeam(roles));
