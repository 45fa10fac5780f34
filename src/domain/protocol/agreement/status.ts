/** What holds for one member: a version that all agree to, or a group's own and the group whose change it is. */
export interface Holding {
	versionId: string;
	/** The partnership's number; of a group's own, that of the version it changes. */
	number: number;
	/** The group's name; null where the member does as the whole partnership. */
	group: string | null;
}

/** A head's consent, as it stands on record. Whoever agrees to a group's version agrees to the one it changes as well. */
export interface Consent extends Holding {
	personId: string;
	name: string;
	agreedAt: Date;
	/** The day of it in London. */
	agreedOn: string;
}

/** How one member stands to one document. Whatever is not 'agreed' is asked of its present head. */
export type AgreementStatus =
	| { is: 'agreed'; by: Consent }
	| { is: 'agreed by a former head'; by: Consent }
	| { is: 'agreed before its group’s change'; by: Consent }
	| { is: 'agreed an older version'; by: Consent }
	| { is: 'not yet' };

/**
 * How a member stands to what holds for it of a document (HEP-3, CSC-6). Where two head a school, either's agreement is the
 * school's. An agreement stays the school's when its head has gone, but whoever heads it now is asked in their own name.
 *
 * @param holding what holds for it today
 * @param consents all that were ever given for this member
 * @param heads ids of those who head it today
 */
export function agreementStatus(
	holding: Holding,
	consents: readonly Consent[],
	heads: readonly string[],
): AgreementStatus {
	const newestFirst = consents.toSorted((a, b) => b.number - a.number || +b.agreedAt - +a.agreedAt);
	const toNumber = newestFirst.filter(({ number }) => number === holding.number);
	const toIt = toNumber.filter(({ versionId }) => holding.group === null || versionId === holding.versionId);
	const own = toIt.findLast(({ personId }) => heads.includes(personId));
	if (own) return { is: 'agreed', by: own };
	if (toIt[0]) return { is: 'agreed by a former head', by: toIt[0] };
	if (toNumber[0]) return { is: 'agreed before its group’s change', by: toNumber[0] };
	return newestFirst[0] ? { is: 'agreed an older version', by: newestFirst[0] } : { is: 'not yet' };
}

/** Whether the present head is still asked. */
export const isAsked = ({ is }: AgreementStatus): boolean => is !== 'agreed';
