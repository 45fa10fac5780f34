/** A head's consent to one version, as it stands on record. */
export interface Consent {
	personId: string;
	name: string;
	/** Of the version agreed to. */
	number: number;
	agreedAt: Date;
	/** The day of it in London. */
	agreedOn: string;
}

/** How one member stands to one document. Whatever is not 'agreed' is asked of its present head. */
export type AgreementStatus =
	| { is: 'agreed'; by: Consent }
	| { is: 'agreed by a former head'; by: Consent }
	| { is: 'agreed an older version'; by: Consent }
	| { is: 'not yet' };

/**
 * How a member stands to the latest version of a document (HEP-3). Where two head a school, either's agreement is the
 * school's. An agreement stays the school's when its head has gone, but whoever heads it now is asked in their own name.
 *
 * @param latest number of the latest version
 * @param consents all that were ever given for this member
 * @param heads ids of those who head it today
 */
export function agreementStatus(
	latest: number,
	consents: readonly Consent[],
	heads: readonly string[],
): AgreementStatus {
	const newestFirst = consents.toSorted((a, b) => b.number - a.number || +b.agreedAt - +a.agreedAt);
	const toLatest = newestFirst.filter(({ number }) => number === latest);
	const own = toLatest.findLast(({ personId }) => heads.includes(personId));
	if (own) return { is: 'agreed', by: own };
	if (toLatest[0]) return { is: 'agreed by a former head', by: toLatest[0] };
	return newestFirst[0] ? { is: 'agreed an older version', by: newestFirst[0] } : { is: 'not yet' };
}

/** Whether the present head is still asked. */
export const isAsked = ({ is }: AgreementStatus): boolean => is !== 'agreed';
