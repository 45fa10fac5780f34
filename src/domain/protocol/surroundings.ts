import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { circleWords } from './agreement/memorandum-words.ts';
import { widerThanAgreed, type BeyondAgreed, type Memorandum } from './agreement/memorandum.ts';
import type { Refusal } from './editor/refusals.ts';
import { inSeries } from './model.ts';
import { audiences } from './parts/audience.ts';
import type { Part } from './parts-in-order.ts';
import type { Protocol } from './protocol.ts';

/** What a protocol must fit, beside itself: what the members have agreed between them, and the year their schools keep. */
export interface Surroundings {
	memorandum: Pick<Memorandum, 'opensTo'> | null;
	calendar: SchoolCalendar;
}

/** Where a protocol opens more than the memorandum allows, or counts in half-terms that its schools do not have. */
export const outOfPlace = (protocol: Protocol, { memorandum, calendar }: Surroundings): Refusal[] => [
	...(hasNoHalfTerms(calendar) ? countedInHalfTerms(protocol) : []),
	...(memorandum ? openedTooFar(protocol, memorandum) : []),
];

/** Whoever a protocol opens something to and the memorandum nothing, in words; null where it keeps to the memorandum. */
export function beyondMemorandum(protocol: Protocol, { memorandum }: Surroundings): string | null {
	const beyond = memorandum ? widerThanAgreed(protocol, memorandum) : [];
	return beyond.length === 0 ? null : circlesOf(beyond);
}

const circlesOf = (beyond: readonly BeyondAgreed[]): string =>
	inSeries(
		audiences
			.filter((circle) => beyond.some(({ audience }) => audience === circle))
			.map((circle) => circleWords[circle]),
	);

/** Every year that has been entered goes through its terms without a break. Years that nobody has entered have half-terms. */
function hasNoHalfTerms({ entered }: SchoolCalendar): boolean {
	const terms = [...entered.values()].flatMap((year) => year.terms);
	return terms.length > 0 && terms.every((term) => term.break === null);
}

const noHalfTerms = 'Your school calendar has no half-terms. Count in weeks or terms.';
const refuse = (part: Part, path: string, message: string): Refusal => ({
	part,
	path: `${part}.${path}`,
	message,
});

function countedInHalfTerms({ stages, cadence: { reviews, headsMeet } }: Protocol): Refusal[] {
	const often =
		reviews.kind === 'each school' ? ['reviews.unit', reviews.unit] : ['reviews.per', reviews.per];
	return [
		...[often, ['headsMeet.unit', headsMeet.unit]]
			.filter(([, unit]) => unit?.startsWith('half-term'))
			.map(([path]) => refuse('cadence', path!, noHalfTerms)),
		...stages.flatMap(({ when }, index) =>
			when.offset.unit === 'half-terms' ? [refuse('stages', `${index}.when.offset.unit`, noHalfTerms)] : [],
		),
	];
}

const openedTooFar = (protocol: Protocol, memorandum: Pick<Memorandum, 'opensTo'>): Refusal[] =>
	[...Map.groupBy(widerThanAgreed(protocol, memorandum), ({ thing }) => thing)].map(([thing, beyond]) => ({
		...refuse(
			'audience',
			`things.${thing}.ceiling`,
			`Your memorandum opens nothing to ${circlesOf(beyond)}.`,
		),
		by: 'memorandum',
	}));
