import { partsIn } from '#domain/calendar/parts-of-year.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { within, type Span } from '#domain/calendar/school-year.ts';
import type { Protocol } from '#domain/protocol/protocol.ts';
import type { SchoolTurn } from '../cycle/coverage.ts';
import { stands } from '../cycle/turn.ts';
import type { Slots } from '../dating/model.ts';
import type { Arranged } from './arrangement.ts';

/** What decides how many reviews a part of the year has room for. */
interface Known {
	protocol: Pick<Protocol, 'cadence'>;
	calendar: SchoolCalendar;
	cycle: Span;
	groups: readonly { name: string; schoolYear: string; members: readonly { id: string }[] }[];
	turns: readonly SchoolTurn[];
}

/**
 * The slots of a cadence that has some, as so much room for the reviews of an arrangement (HEP-12, KSA-2): of the whole partnership, or
 * of each group in its school year. What is held or under way has taken its place.
 */
export function cadenceSlots(
	{ protocol, calendar, cycle, groups, turns }: Known,
	plan: readonly Arranged[],
): Slots[] {
	const { reviews } = protocol.cadence;
	if (reviews.kind !== 'slots') return [];
	const unit = reviews.per === 'term' ? 'terms' : 'half-terms';
	const arranging = new Set(plan.map(({ id }) => id));
	const fixed = turns.flatMap(({ turn }) =>
		turn?.afresh && turn.firstDay && stands(turn) && !arranging.has(turn.id) ? [turn] : [],
	);
	const many = reviews.reviews === 1 ? 'one review' : `${reviews.reviews} reviews`;
	const slots = (of: string, schoolYear: string | null, hosts: (id: string) => boolean): Slots => ({
		words: `At most ${many} in each ${reviews.per}${of}.`,
		reviews: plan.filter(({ host }) => hosts(host)).map(({ id }) => id),
		within: unit === 'terms' ? 'term' : 'halfTerm',
		parts: partsIn(calendar, cycle, unit)
			.filter((part) => schoolYear === null || part.schoolYear === schoolYear)
			.map((part) => ({
				part: `${part.name} ${part.schoolYear}`,
				room: Math.max(
					0,
					reviews.reviews -
						fixed.filter((turn) => hosts(turn.hostMemberId) && within(turn.firstDay!, part)).length,
				),
			})),
	});
	if (reviews.of === 'partnership') return [slots('', null, () => true)];
	return groups.map(({ name, schoolYear, members }) =>
		slots(` of ${name}`, schoolYear, (id) => members.some((member) => member.id === id)),
	);
}
