import fc from 'fast-check';
import { addDays, type Day } from '#domain/calendar/day.ts';
import { englishYear } from '#domain/calendar/english-year.ts';
import { schoolYearSchema } from '#domain/calendar/input.ts';
import { units } from '#domain/calendar/offset.ts';
import { schoolCalendar, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import type { SchoolYear } from '#domain/calendar/school-year.ts';
import { roles } from '#domain/protocol/parts/roles.ts';
import { milestones, ownDays, type Milestone, type Stage } from '#domain/protocol/parts/stages.ts';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import { protocolSchema, type Protocol } from '#domain/protocol/schema.ts';
import type { Facts } from './facts.ts';

// Protocols, facts and calendars as they may be, usual or not: what the timeline must answer for.

const family = presetNamed('family');
const seen = milestones.filter((milestone) => milestone !== 'ticked');
const most = 14;

/** A day from autumn 2025 to summer 2028, holidays and weekends included. */
export const someDay: fc.Arbitrary<Day> = fc
	.integer({ min: 0, max: 1000 })
	.map((count) => addDays('2025-09-20', count));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

const offset = fc.record({
	amount: fc.oneof(
		{ weight: 9, arbitrary: fc.integer({ min: -6, max: 6 }) },
		fc.integer({ min: -120, max: 120 }),
	),
	unit: fc.constantFrom(...units),
});

/** Mostly from a day of the review or an earlier stage; sometimes from any, which protocols refuse when it leads nowhere. */
const anchorAt = (index: number, reached: readonly Milestone[]) => {
	const before = [
		...Array.from({ length: index }, (_, place) => `stage:s${place}`),
		...reached.slice(0, index).filter((milestone) => milestone !== 'ticked'),
	];
	return fc.oneof(
		{ weight: 8, arbitrary: fc.constantFrom<string>(...ownDays) },
		{ weight: 8, arbitrary: fc.constantFrom<string>(...(before.length > 0 ? before : ownDays)) },
		{ weight: 1, arbitrary: fc.constantFrom<string>(...seen, 'stage:s3', 'stage:s9') },
	);
};

const stageAt = (index: number, reached: readonly Milestone[]): fc.Arbitrary<Stage> =>
	fc.record({
		key: fc.constant(`s${index}`),
		title: fc.constant(`Stage ${index}`),
		who: fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1, maxLength: 4 }),
		when: fc.record({ anchor: anchorAt(index, reached), offset }) as fc.Arbitrary<Stage['when']>,
		done: fc.constant(reached[index]!),
		required: fc.constantFrom('must', 'may'),
		together: fc.boolean(),
		// Only what people say is done is joined by all heads.
		withHeads: fc.constant(false),
		checklist: fc.constant([]),
	});

const before: readonly string[] = [
	'team accepted',
	'confidentiality agreed',
	'pre-review meeting held',
	'plan agreed',
];

/** Mostly on its own side of the review: before what goes before it, after what comes after. */
function timely(stage: Stage): Stage {
	const { anchor, offset } = stage.when;
	const far = Math.abs(offset.amount);
	const ofTheReview = anchor === 'first day' || anchor === 'last day';
	const amount =
		ofTheReview && before.includes(stage.done) ? -far : ofTheReview && far < 6 ? offset.amount : far;
	const ahead = ofTheReview && (before.includes(stage.done) || stage.done === 'ticked');
	return { ...stage, when: { anchor, offset: { ...offset, amount: ahead ? amount : Math.abs(amount) } } };
}

/** A report is signed, published and answered, or there is none. */
const reported: readonly string[] = ['report agreed', 'report published', 'response given'];
const wholeReport = (stages: Stage[]): Stage[] =>
	reported.every((milestone) => stages.some(({ done }) => done === milestone))
		? stages
		: stages.map((stage) => (reported.includes(stage.done) ? { ...stage, done: 'ticked' } : stage));

/** What may be a protocol: the family preset with other stages. Some contradict themselves. */
export const protocolDrafts = fc
	.tuple(fc.integer({ min: 1, max: most }), fc.shuffledSubarray(seen), fc.infiniteStream(fc.boolean()))
	.chain(([count, order, byHand]) => {
		const left = [...order];
		const reached = Array.from({ length: count }, () =>
			byHand.next().value ? 'ticked' : (left.pop() ?? 'ticked'),
		);
		return fc.record({
			stages: fc.tuple(...reached.map((_, index) => stageAt(index, reached))),
			headsMeet: fc.record({
				every: fc.integer({ min: 1, max: 6 }),
				unit: fc.constantFrom('half-terms', 'terms'),
			}),
			signedBy: fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1 }),
		});
	})
	.map(({ stages, headsMeet, signedBy }) => ({
		...family,
		stages: wholeReport(stages.map(timely)),
		kinds: family.kinds.slice(0, 1),
		cadence: { ...family.cadence, headsMeet },
		report: { ...family.report, signedBy },
	}));

/** Those of them that the product would take. */
export const protocols: fc.Arbitrary<Protocol> = protocolDrafts
	.filter((draft) => protocolSchema.safeParse(draft).success)
	.map((draft) => protocolSchema.parse(draft));

const people = ['ann', 'ben', 'cat', 'dan', 'eve'] as const;
const somebody = fc.constantFrom(...people);
const dated = fc.record({ personId: somebody, on: someDay });
const several = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 4 });

const team = fc.uniqueArray(
	fc.record({
		personId: somebody,
		name: fc.constant('Somebody'),
		role: fc.constantFrom('reviewer', 'facilitator', 'expert', 'champion'),
		headteacher: fc.boolean(),
		acceptedOn: maybe(someDay),
		confidentialityOn: maybe(someDay),
	}),
	{ selector: ({ personId }) => personId, maxLength: 5 },
);

const edition = fc.record({ number: fc.integer({ min: 1, max: 2 }), on: someDay });

/** A review of which anything may have happened, likely together or not. */
export const someFacts: fc.Arbitrary<Facts> = fc
	.record({
		first: maybe(someDay),
		days: fc.integer({ min: 0, max: 4 }),
		proposedOn: someDay,
		hostHeads: several(somebody),
		team,
		acceptedBy: several(fc.record({ personId: somebody, on: someDay, host: fc.boolean() })),
		standstill: fc.option(
			fc.record({
				kind: fc.constantFrom('deferred' as const, 'cancelled' as const),
				reason: fc.constant('Snow'),
				on: someDay,
			}),
			{ nil: null, freq: 9 },
		),
		meetingHeldOn: maybe(someDay),
		planAgreedOn: maybe(someDay),
		edition: maybe(edition),
		signOffs: several(
			fc.record({
				edition: fc.integer({ min: 1, max: 2 }),
				personId: somebody,
				on: someDay,
				cannotSign: fc.boolean(),
			}),
		),
		responses: several(dated),
		publication: maybe(fc.record({ edition: fc.integer({ min: 1, max: 2 }), on: someDay })),
		workshopHeldOn: maybe(someDay),
		actions: fc.nat(2),
		progressReports: several(someDay),
		lookBack: several(
			fc.record({ side: fc.constantFrom('host' as const, 'team' as const), personId: somebody, on: someDay }),
		),
		ticks: several(
			fc.record({
				stage: fc.integer({ min: 0, max: most }).map((index) => `s${index}`),
				personId: somebody,
				on: someDay,
			}),
		),
		closedOn: fc.option(someDay, { nil: null, freq: 9 }),
	})
	.map(({ first, days, hostHeads, ...rest }) => ({
		...{
			id: 'r',
			partnershipId: 'p',
			hostMemberId: 'm',
			hostName: 'Host',
			hostUntil: null,
			protocolVersionId: 'v',
		},
		...{
			kind: 'themed',
			focus: 'A',
			focusKind: 'A',
			focusSource: 'A',
			groupIds: [],
			lines: 0,
			activities: 0,
		},
		...rest,
		firstDay: first,
		lastDay: first && addDays(first, days),
		hostHeads: hostHeads.map((personId) => ({ personId, name: 'Head', role: 'headteacher' as const })),
	}));

/** A school year as somebody might enter it: other breaks, no breaks, terms missing, INSET days where they like. */
const someYear = (start: number): fc.Arbitrary<SchoolYear> => {
	const usual = englishYear(start);
	return fc
		.record({
			kept: fc.subarray([...usual.terms], { minLength: 1 }),
			shift: fc.integer({ min: -10, max: 10 }),
			without: fc.boolean(),
			inset: fc.array(fc.tuple(fc.nat(2), fc.nat(60)), { maxLength: 8 }),
		})
		.map(({ kept, shift, without, inset }) => ({
			name: usual.name,
			terms: kept.map((term) => ({
				...term,
				break:
					without || !term.break
						? null
						: { from: addDays(term.break.from, shift), to: addDays(term.break.to, shift) },
			})),
			inset: inset.map(([term, day]) => addDays(kept[term % kept.length]!.from, day)),
		}))
		.filter((year) => schoolYearSchema.safeParse(year).success);
};

/** A calendar of which some years are entered and others supposed. */
export const calendars: fc.Arbitrary<SchoolCalendar> = fc
	.subarray([2024, 2025, 2026, 2027, 2028, 2029])
	.chain((starts) => fc.tuple(...starts.map(someYear)))
	.map((years) => schoolCalendar(years));
