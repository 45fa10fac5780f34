import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boardOf } from './board.ts';
import { activity, exampleDay, piece, reviewDay } from './day.fixture.ts';
import type { Day, DayPiece } from './day.ts';

const morning = { day: reviewDay, time: '09:30' };
const board = (more: Partial<Day>, now = morning) => boardOf(exampleDay(more), now);
const line = (more: Partial<Day>, id: string) => board(more).rows.find(({ key }) => key === id)!;

test('NFS-19 CSC-13 a line says what it has from where, by whom, and what to talk about', () => {
	const evidence = [
		piece(),
		piece({ id: 'p2', author: 'Tove Marsh', kind: 'question', contradictsHost: true }),
		piece({ id: 'p3', lineId: 'b', source: 'voice' }),
		piece({ id: 'p4', lineId: 'b', withdrawn: { by: 'Ines Coble', reason: 'A name' } }),
	];
	const { rows, sources, silent } = board({ evidence });
	expect(sources.map(({ value }) => value)).toEqual(['books', 'voice']);
	expect(silent.map(({ value }) => value)).toEqual(['lesson']);
	expect(rows).toMatchObject([
		{
			line: { letter: 'A' },
			total: 2,
			singleSource: true,
			contradicted: true,
			kinds: [
				{ label: 'Strength', count: 1 },
				{ label: 'Question', count: 1 },
			],
		},
		{ line: { letter: 'B', origin: 'emerged' }, total: 1, singleSource: true, contradicted: false },
	]);
	expect(rows[0]!.cells.map(({ pieces }) => pieces.map(({ author }) => author))).toEqual([
		['Ines Coble', 'Tove Marsh'],
		[],
	]);
});

test('a gap is what other lines have or what is still to come, with the activity that may fill it', () => {
	const activities = [
		activity({
			id: 'done',
			kind: 'interview',
			starts: '08:45',
			ends: '09:15',
			lines: [{ id: 'a', letter: 'A' }],
		}),
		activity({
			id: 'talk',
			kind: 'interview',
			starts: '11:00',
			ends: '11:30',
			lines: [{ id: 'b', letter: 'B' }],
		}),
		activity({
			id: 'see',
			kind: 'lesson',
			starts: '13:00',
			ends: '14:00',
			lines: [{ id: 'b', letter: 'B' }],
		}),
	];
	const evidence = [piece({ source: 'voice', activityId: 'done' }), piece({ id: 'p2', lineId: 'b' })];
	const gaps = ({
		gaps: found,
	}: {
		gaps: { source: { value: string }; elsewhere: number; filledBy: unknown }[];
	}) =>
		found.map(({ source, elsewhere, filledBy }) => [
			source.value,
			elsewhere,
			(filledBy as { id: string } | null)?.id ?? null,
		]);
	expect(gaps(line({ activities, evidence }, 'b'))).toEqual([
		['voice', 1, 'talk'],
		['lesson', 0, 'see'],
	]);
	expect(gaps(line({ activities, evidence }, 'a'))).toEqual([['books', 1, null]]);
	// Once it is over nothing fills it.
	const evening = board({ activities, evidence }, { day: reviewDay, time: '15:00' }).rows[1]!;
	expect(gaps(evening)).toEqual([['voice', 1, null]]);
});

test('a line without anything yet says what is still to come for it, and lists no gaps', () => {
	const activities = [activity({ starts: '11:00', ends: '12:00', lines: [{ id: 'b', letter: 'B' }] })];
	const row = line({ activities, evidence: [piece()] }, 'b');
	expect([row.total, row.gaps, row.toCome.map(({ id }) => id)]).toEqual([0, [], ['x1']]);
});

test('CSC-26 what lies outside the focus is parked where the protocol keeps it apart, and counted where it does not', () => {
	const evidence = [piece({ lineId: null, outsideFocus: true })];
	expect(board({ evidence })).toMatchObject({ parked: [{ id: 'p1' }], sources: [] });
	expect(board({ evidence, keepsApart: false })).toMatchObject({ parked: [], rows: [{}, {}, { total: 1 }] });
});

test('CSC-28 a session without lines or timetable is laid out by year group', () => {
	const evidence = ['Year 10', '', 'Year 2'].map((pupilYear, index) =>
		piece({ id: `p${index}`, lineId: null, pupilYear }),
	);
	const { rows } = board({ lines: [], activities: [], plans: false, evidence });
	expect(rows.map(({ yearGroup, total }) => [yearGroup, total])).toEqual([
		['Year 2', 1],
		['Year 10', 1],
		[null, 1],
	]);
	expect(board({ lines: [] }).rows).toEqual([]);
});

test('every standing piece is on the board once, and every gap named is truly empty', () => {
	const pieces: fc.Arbitrary<DayPiece[]> = fc
		.array(
			fc.record({
				lineId: fc.constantFrom('a', 'b', 'dropped', null),
				source: fc.constantFrom('books', 'voice', 'lesson', 'unheard of'),
				activityId: fc.constantFrom('x1', 'x2', 'gone', null),
				outsideFocus: fc.boolean(),
				pupilYear: fc.constantFrom('', 'Year 3'),
				withdrawn: fc.constantFrom(null, { by: 'Ines Coble', reason: 'A name' }),
			}),
			{ maxLength: 30 },
		)
		.map((list) => list.map((more, index) => piece({ id: `p${index}`, ...more })));
	fc.assert(
		fc.property(pieces, fc.boolean(), fc.boolean(), (evidence, keepsApart, plans) => {
			const day = exampleDay({
				evidence,
				keepsApart,
				activities: [activity(), activity({ id: 'x2', kind: 'voice', starts: '11:00', ends: '12:00' })],
				...(plans ? {} : { lines: [] }),
			});
			const { rows, parked } = boardOf(day, morning);
			const shown = [...rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.pieces)), ...parked];
			const standing = evidence.filter(({ withdrawn }) => withdrawn === null);
			expect(shown.map(({ id }) => id).toSorted()).toEqual(standing.map(({ id }) => id).toSorted());
			for (const row of rows) {
				expect(row.total).toBe(row.cells.reduce((sum, { pieces: own }) => sum + own.length, 0));
				expect(row.gaps.length).toBeLessThanOrEqual(3);
				for (const { source } of row.gaps)
					expect(
						standing.filter(
							(one) =>
								one.lineId === row.key && one.source === source.value && !(one.outsideFocus && keepsApart),
						),
					).toEqual([]);
			}
		}),
	);
});
