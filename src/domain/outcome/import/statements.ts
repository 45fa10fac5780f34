import { schoolYearName } from '#domain/calendar/school-year.ts';
import { cancelledYears, kindOf, ranges } from '../measures.ts';
import { keyOf, type Publisher, type Said } from '../said.ts';
import type { SchoolYear } from '../year.ts';
import { Leaving, type LeftOut } from './left-out.ts';
import { sameWords } from './cells.ts';

/** One figure as a file states it. */
export type Statement = Omit<Said, 'publisher'> & {
	row: number;
	/** The URN it was given under; null where the school was named. */
	urn: number | null;
};

/** What a file holds: its layout in words, its figures, and what was left out. */
export interface Reading {
	layout: string;
	publisher: Publisher;
	/** Whether it has the marks of a file that DfE publishes, so that whoever brings it may say that it is one. */
	marked: boolean;
	rows: number;
	statements: Statement[];
	leftOut: LeftOut[];
}

/** A school that figures may be brought in for, with the URNs it has and had. */
export interface KnownSchool {
	id: string;
	name: string;
	urns: readonly number[];
}

/** What every layout is read with. */
export interface Reader {
	schools: readonly KnownSchool[];
	today: string;
}

/** Finds schools of rows: by URN where there is one, else by name. */
export function finding(schools: readonly KnownSchool[], leaving: Leaving) {
	const byUrn = new Map(schools.flatMap(({ id, urns }) => urns.map((urn) => [urn, id] as const)));
	const byName = Map.groupBy(schools, ({ name }) => sameWords(name));
	return (row: number, urn: number | null, name: string): string | null => {
		if (urn !== null) {
			const id = byUrn.get(urn);
			if (id === undefined) leaving.out('not yours', row);
			return id ?? null;
		}
		const words = sameWords(name);
		if (words === '') return (leaving.out('no school', row), null);
		const named = byName.get(words) ?? [];
		if (named.length !== 1) leaving.out(named.length === 0 ? 'not yours' : 'two of that name', row);
		return named.length === 1 ? named[0]!.id : null;
	};
}

/** Gathers what rows state, and leaves out what cannot be and what two rows say differently. */
export class Gathering {
	readonly leaving = new Leaving();
	readonly #stated = new Map<string, { statement: Statement; rows: number[]; differ: boolean }>();
	readonly #thisYear: SchoolYear;

	constructor(today: string) {
		this.#thisYear = schoolYearName(today) as SchoolYear;
	}

	/** Whether figures of a year can be at all. */
	isYear(year: SchoolYear | null, row: number): year is SchoolYear {
		const why =
			year === null || year < '1990'
				? 'no year'
				: year > this.#thisYear
					? 'year to come'
					: cancelledYears.includes(year)
						? 'no tests'
						: null;
		if (why) this.leaving.out(why, row);
		return why === null;
	}

	add(statement: Statement): void {
		const { row, value, measure, pupils, few } = statement;
		const [least, most] = ranges[kindOf(measure).unit];
		if (value !== null && (value < least || value > most)) return this.leaving.out('out of range', row);
		const before = this.#stated.get(keyOf(statement));
		if (!before) {
			this.#stated.set(keyOf(statement), { statement, rows: [row], differ: false });
			return;
		}
		// In the year in which a school took another number, one of them is held back and the other has its figures.
		if (before.statement.urn !== statement.urn && (value === null) !== (before.statement.value === null)) {
			this.leaving.out('other number', value === null ? row : before.statement.row);
			if (value !== null) Object.assign(before, { statement, rows: [row], differ: false });
			return;
		}
		before.rows.push(row);
		const { statement: other } = before;
		before.differ ||= other.value !== value || other.pupils !== pupils || other.few !== few;
	}

	done(): { statements: Statement[]; leftOut: LeftOut[] } {
		const statements: Statement[] = [];
		for (const { statement, rows, differ } of this.#stated.values()) {
			if (differ) for (const row of rows) this.leaving.out('two say otherwise', row);
			else {
				for (const row of rows.slice(1)) this.leaving.out('said twice', row);
				statements.push(statement);
			}
		}
		return { statements, leftOut: this.leaving.all() };
	}
}
