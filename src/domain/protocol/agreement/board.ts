import type { SectionDifference } from './difference.ts';
import { isAsked, type AgreementStatus, type Consent, type Holding } from './status.ts';

/** What the members of a partnership agree to, version by version. */
export const agreedDocuments = ['memorandum', 'protocol'] as const;
export type AgreedDocument = (typeof agreedDocuments)[number];

export interface Head {
	personId: string;
	name: string;
	email: string;
}

/**
 * The partnership's latest versions, what holds of them for each present member, and how it stands to that; null for a
 * document of which there is no version yet.
 */
export interface AgreementBoard {
	latest: Record<AgreedDocument, { id: string; number: number } | null>;
	members: ({
		id: string;
		name: string;
		heads: Head[];
		holding: Record<AgreedDocument, Holding | null>;
	} & Record<AgreedDocument, AgreementStatus | null>)[];
}

/** What a head reads and signs on a document's own page. */
export interface AskedHere {
	memberId: string;
	memberName: string;
	holding: Holding;
	/** The school's agreement so far: to something older, or by the head before. */
	before: Consent | null;
	/** What changed since then; null where nothing was agreed. */
	changes: SectionDifference[] | null;
	/** What its group does otherwise than the partnership; null where it does nothing otherwise. */
	otherwise: SectionDifference[] | null;
}

/** One document that one school has not agreed to under its present head. */
export interface Asked {
	memberId: string;
	memberName: string;
	document: AgreedDocument;
	/** The version that waits, and the group whose change of it waits with it. */
	number: number;
	group: string | null;
	status: AgreementStatus;
}

/** All that is asked of these members, or of every one. */
export function askedOf(
	{ members }: Pick<AgreementBoard, 'members'>,
	memberIds: readonly string[] = members.map(({ id }) => id),
): Asked[] {
	return members
		.filter(({ id }) => memberIds.includes(id))
		.flatMap((member) =>
			agreedDocuments.flatMap((document) => {
				const [status, holding] = [member[document], member.holding[document]];
				if (!status || !holding || !isAsked(status)) return [];
				const { number, group } = holding;
				return [{ memberId: member.id, memberName: member.name, document, number, group, status }];
			}),
		);
}

/** 'version 2 of the protocol, with what Oak does otherwise' */
export const askedInWords = ({
	document,
	number,
	group,
}: Pick<Asked, 'document' | 'number' | 'group'>): string =>
	`version ${number} of the ${document}${group === null ? '' : `, with what ${group} does otherwise`}`;

/** Nobody is reminded of the same document sooner. */
export const daysBetweenReminders = 3;

export interface ReminderDue {
	head: Head;
	asked: Asked[];
}

/** Whom to remind of what: each present head of a member that has not agreed, once, with all that is asked of them. */
export function remindersDue(board: AgreementBoard): ReminderDue[] {
	const heads = new Map(board.members.map((member) => [member.id, member.heads]));
	const due = new Map<string, ReminderDue>();
	for (const asked of askedOf(board))
		for (const head of heads.get(asked.memberId) ?? []) {
			const own = due.get(head.personId) ?? { head, asked: [] };
			own.asked.push(asked);
			due.set(head.personId, own);
		}
	return [...due.values()];
}
