import { leads } from '#domain/partnership/access.ts';
import type { Standing } from '#domain/partnership/model.ts';
import type { Protocol } from '../protocol.ts';
import { draftState, type DraftHead } from './draft.ts';

// Who changes a protocol (design: roles). Whoever leads the partnership writes its draft; a group's lead the group's own.

type Of = Pick<DraftHead, 'group'>;

export const mayWrite = (standing: Standing, { group }: Of): boolean =>
	leads(standing) || (group !== null && group.leadId === standing.personId);

const steers = (standing: Standing): boolean =>
	leads(standing) || standing.responsibilities.includes('steering');

/** Who says yes to a draft, or sends it back: to a group's, whom the partnership's protocol names (CSC-6). */
export const mayDecide = (standing: Standing, { group }: Of, { adaptation }: Protocol): boolean =>
	group !== null && adaptation.approvedBy === 'the steering group' ? steers(standing) : leads(standing);

/** A draft is its authors' until it is put forward; then everybody in the partnership reads it (CSC-4). */
export const mayRead = (standing: Standing, draft: DraftHead): boolean =>
	draft.submission !== null || mayWrite(standing, draft);

/** Questions are asked and answered while it is put forward. */
export const mayRemark = (standing: Standing, draft: DraftHead): boolean =>
	mayRead(standing, draft) && ['put forward', 'sent back'].includes(draftState(draft));
