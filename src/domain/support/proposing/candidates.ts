import { wayWords, whoInWords, type Expertise } from '../model.ts';

/** What is known of a school that could help. Nothing of what it needs itself: that is nobody's business here. */
export interface PossibleHelper {
	memberId: string;
	memberName: string;
	/** Whether it has left the partnership. */
	left: boolean;
	/** Metres from the asker; null where a place is not known. */
	metres: number | null;
	/** Days it has promised in this theme in deployments of this term. */
	promised: number;
	/** Days given to reviews less days received, in this school year. */
	balance: number;
	/** This year's group that both belong to; null for none. */
	sameGroup: string | null;
	/** A group of it that looks into the theme this year; null for none. */
	focusGroup: string | null;
}

/** A school that could help, with why. */
export interface Candidate {
	memberId: string;
	memberName: string;
	offer: Pick<Expertise, 'words' | 'ways' | 'daysATerm'>;
	/** It has no day left this term: it stands last and cannot be proposed. */
	usedUp: boolean;
	/** A sentence each. */
	reasons: string[];
	/** Whose time it takes. */
	time: string;
}

/** Metres of one step of nearness: within one, fairness counts for more than the road. */
const step = 10_000;

/**
 * Schools that could help with a theme, the likeliest first (CEN-13, NFS-23): those that work with the asker or on the theme in a group,
 * then nearer ones by ten kilometres, then those that have given least. Never the asker, nor a school that has left or offers nothing
 * in the theme; one whose days of this term are all promised stands last.
 */
export function candidates(
	{ askerId, themeId }: { askerId: string; themeId: string },
	schools: readonly PossibleHelper[],
	offers: readonly Expertise[],
): Candidate[] {
	const possible = schools.flatMap((school) => {
		const offer = offers.find((one) => one.memberId === school.memberId && one.themeId === themeId);
		return !offer || school.left || school.memberId === askerId ? [] : [{ school, offer }];
	});
	return possible
		.map(({ school, offer }) => ({ school, candidate: candidateOf(school, offer) }))
		.toSorted(
			(one, other) =>
				Number(one.candidate.usedUp) - Number(other.candidate.usedUp) ||
				inCommon(other.school) - inCommon(one.school) ||
				steps(one.school) - steps(other.school) ||
				one.school.balance - other.school.balance ||
				one.school.memberName.localeCompare(other.school.memberName) ||
				one.school.memberId.localeCompare(other.school.memberId),
		)
		.map(({ candidate }) => candidate);
}

const inCommon = ({ sameGroup, focusGroup }: PossibleHelper): number =>
	Number(sameGroup !== null) + Number(focusGroup !== null);

const steps = ({ metres }: PossibleHelper): number =>
	metres === null ? Number.MAX_SAFE_INTEGER : Math.floor(metres / step);

function candidateOf(school: PossibleHelper, offer: Expertise): Candidate {
	const { memberId, memberName } = school;
	const usedUp = offer.daysATerm !== null && school.promised >= offer.daysATerm;
	return {
		...{ memberId, memberName, usedUp },
		offer: { words: offer.words, ways: offer.ways, daysATerm: offer.daysATerm },
		reasons: [
			daysInWords(offer.daysATerm, school.promised),
			...offer.ways.map((way) => `${wayWords[way]}.`),
			...[whoInWords(offer)].filter((words) => words !== ''),
			...(school.sameGroup === null ? [] : [`In the same group this year: ${school.sameGroup}.`]),
			...(school.focusGroup === null ? [] : [`${school.focusGroup} looks into it this year.`]),
			distanceInWords(school.metres),
			balanceInWords(school.balance),
		],
		time: `It takes the time of ${memberName}’s own staff${offer.daysATerm === null ? '' : `: ${counted(offer.daysATerm - Math.min(school.promised, offer.daysATerm))} left this term`}.`,
	};
}

const counted = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

function daysInWords(daysATerm: number | null, promised: number): string {
	const told = promised === 0 ? '' : `, ${counted(promised)} promised already`;
	if (daysATerm === null) return `It has not said how many days a term it can give${told}.`;
	if (promised >= daysATerm) return `All it can give this term is promised: ${counted(daysATerm)}.`;
	return `It can give ${counted(daysATerm)} a term${told}.`;
}

function distanceInWords(metres: number | null): string {
	if (metres === null) return 'How far away it is, the register does not say.';
	const kilometres = Math.round(metres / 1000);
	return kilometres === 0 ? 'Less than a kilometre away.' : `${kilometres} km away.`;
}

function balanceInWords(balance: number): string {
	if (balance === 0) return 'It has given as many days to reviews this year as it has received.';
	const more = counted(Math.abs(balance));
	return balance > 0
		? `It has given ${more} more to reviews this year than it has received.`
		: `It has received ${more} more from reviews this year than it has given.`;
}
