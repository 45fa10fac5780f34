import type { SectionDifference } from './difference.ts';
import { isAsked, type AgreementStatus, type Consent } from './status.ts';

/** What the members of a partnership agree to, version by version. */
export const agreedDocuments = ['memorandum', 'protocol'] as const;
export type AgreedDocument = (typeof agreedDocuments)[number];

export interface Head {
	personId: string;
	name: string;
	email: string;
}

/** How each present member stands to each document; null for a document of which there is no version yet. */
export interface AgreementBoard {
	latest: Record<AgreedDocument, { id: string; number: number } | null>;
	members: ({ id: string; name: string; heads: Head[] } & Record<AgreedDocument, AgreementStatus | null>)[];
}

/** What a head reads and signs on a document's own page. */
export interface AskedHere {
	memberId: string;
	memberName: string;
	/** The school's agreement so far: to an older version, or by the head before. */
	before: Consent | null;
	/** What changed since then; null where nothing was agreed. */
	changes: SectionDifference[] | null;
}

/** One document that one school has not agreed to under its present head. */
export interface Asked {
	memberId: string;
	memberName: string;
	document: AgreedDocument;
	/** The version that waits. */
	number: number;
	status: AgreementStatus;
}

/** All that is asked of these members, or of every one. */
export function askedOf(
	{ latest, members }: AgreementBoard,
	memberIds: readonly string[] = members.map(({ id }) => id),
): Asked[] {
	return members
		.filter(({ id }) => memberIds.includes(id))
		.flatMap((member) =>
			agreedDocuments.flatMap((document) => {
				const [status, version] = [member[document], latest[document]];
				if (!status || !version || !isAsked(status)) return [];
				return [{ memberId: member.id, memberName: member.name, document, number: version.number, status }];
			}),
		);
}

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
