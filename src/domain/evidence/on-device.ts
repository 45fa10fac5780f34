import type { Refusal, Row } from '#platform/outbox/row.ts';
import { type Day, type DayPiece, labelled, type LabelledPiece } from './day.ts';
import type { DayPhoto } from './photo.ts';

/** A piece as it stands with what this device has not sent yet. */
export interface DevicePiece extends LabelledPiece {
	mine: boolean;
	/** Where it is: what is only on this device says so. */
	place: 'on this device' | 'sent';
	/** What the server would not take of it, oldest first. */
	refused: RefusedRow[];
}

export interface RefusedRow {
	row: Row;
	because: Refusal;
}

/** What a person says of a piece; the rest follows from who and when. */
export type PieceBody = Pick<
	DayPiece,
	| 'activityId'
	| 'lineId'
	| 'source'
	| 'kind'
	| 'seen'
	| 'soWhat'
	| 'contradictsHost'
	| 'outsideFocus'
	| 'pupilYear'
	| 'pupilWords'
>;

/**
 * Lays what a person did on this device over what the server gave: pieces recorded, edited and withdrawn here show at once.
 * What the server has newer wins over what it took from here before.
 * @param givenAt when the server gave it, by the clock by which rows say when they were taken
 */
export function withRows(
	day: Day,
	rows: readonly Row[],
	givenAt: number,
): { day: Day; pieces: DevicePiece[] } {
	// A day that was kept before there were photos has none.
	const pieces = new Map<string, DayPiece>(
		day.evidence.map((piece) => [piece.id, { ...piece, photos: piece.photos ?? [] }]),
	);
	const concerning = rows.filter(({ became }) => became.is !== 'set aside');
	for (const row of concerning) {
		const next = after(row, pieces.get(row.about), day, givenAt);
		if (next) pieces.set(row.about, next);
	}
	const evidence = [...pieces.values()].toSorted((a, b) => b.recordedAt.localeCompare(a.recordedAt));
	return {
		day: { ...day, evidence: evidence.filter(({ id }) => !onlyRefused(id, day, concerning)) },
		pieces: evidence.map((piece) => {
			const own = concerning.filter(({ about }) => about === piece.id);
			return {
				...labelled(day, piece),
				mine: piece.authorId === day.personId,
				place: own.some(({ became }) => became.is !== 'taken') ? 'on this device' : 'sent',
				refused: own.flatMap((row) =>
					row.became.is === 'refused' ? [{ row, because: row.became.because }] : [],
				),
			};
		}),
	};
}

/** A piece that the server would not take counts for nothing until it is put right. */
const onlyRefused = (id: string, day: Day, rows: readonly Row[]): boolean =>
	!day.evidence.some((piece) => piece.id === id) &&
	rows.some(({ about, deed, became }) => about === id && deed === 'record' && became.is === 'refused');

function after(row: Row, stands: DayPiece | undefined, day: Day, givenAt: number): DayPiece | undefined {
	const body = row.body as Record<string, string>;
	const me = day.team.find(({ id }) => id === day.personId)?.name ?? '';
	switch (row.deed) {
		case 'record':
			if (stands) return stands;
			return {
				...saidIn(body),
				id: row.about,
				authorId: row.person,
				author: me,
				recordedAt: new Date(row.doneAt).toISOString(),
				version: 1,
				withdrawn: null,
				citedBy: 0,
				shown: null,
				changedSinceShown: false,
				photos: [],
			};
		case 'edit':
			if (!stands || row.became.is === 'refused' || stands.version > Number(body['version'])) return stands;
			return { ...stands, ...saidIn(body), version: Number(body['version']) + 1 };
		case 'withdraw':
			if (!stands || stands.withdrawn || row.became.is === 'refused') return stands;
			return { ...stands, withdrawn: { by: me, reason: body['reason'] ?? '' }, photos: [] };
		case 'photo':
			if (!stands || stands.withdrawn || !isStillHere(row, givenAt)) return stands;
			if (stands.photos.some(({ id }) => id === body['id'])) return stands;
			return { ...stands, photos: [...stands.photos, photoIn(row)] };
		case 'remove photo':
			if (!stands || row.became.is === 'refused') return stands;
			return { ...stands, photos: stands.photos.filter(({ id }) => id !== body['photoId']) };
		default:
			return stands;
	}
}

/** The server says what has become of a photo that it took before it gave the day. */
const isStillHere = ({ became }: Row, givenAt: number): boolean =>
	became.is === 'waiting' || (became.is === 'taken' && became.at > givenAt);

/** The photo that a row carries. */
export const photoIn = ({ body, file }: Row): DayPhoto => ({
	id: String(body['id']),
	description: String(body['description']),
	width: Number(body['width']),
	height: Number(body['height']),
	...(file && { file }),
});

const ticked = (value: string | undefined): boolean => value !== undefined && value !== '';

/** What a form said, as a piece has it. */
export const saidIn = (body: Record<string, string | undefined>): PieceBody => ({
	activityId: body['activityId'] || null,
	lineId: body['lineId'] || null,
	source: body['source'] ?? '',
	kind: body['kind'] ?? '',
	seen: (body['seen'] ?? '').trim(),
	soWhat: (body['soWhat'] ?? '').trim(),
	contradictsHost: ticked(body['contradictsHost']),
	outsideFocus: ticked(body['outsideFocus']),
	pupilYear: body['pupilYear'] ?? '',
	pupilWords: ticked(body['pupilWords']),
});

/** How long a column may be; the server holds to the same. */
export const longestWords = 4000;

/**
 * What is wrong with a piece before it is kept, a sentence by field, by the rules of the server: the device tells at once what
 * the server would refuse hours later.
 */
export function faultsIn(body: Record<string, string | undefined>, day: Day): Record<string, string> {
	const piece = saidIn(body);
	const faults: Record<string, string> = {};
	if (!piece.seen) faults['seen'] = 'Write what was seen, heard or read.';
	for (const name of ['seen', 'soWhat'] as const)
		if (piece[name].length > longestWords)
			faults[name] =
				`Keep this to ${longestWords.toLocaleString('en-GB')} characters. Nothing is cut: shorten it, or make two pieces of it.`;
	if (!day.sources.some(({ value }) => value === piece.source))
		faults['source'] = 'Choose where this comes from.';
	if (!day.kinds.some(({ value }) => value === piece.kind))
		faults['kind'] = 'Choose what kind of evidence it is.';
	if (piece.pupilWords && !piece.pupilYear)
		faults['pupilYear'] = 'Choose the year group of the pupil who said it.';
	if (piece.outsideFocus && piece.lineId)
		faults['outsideFocus'] = 'It belongs to a line of enquiry or lies outside the focus, not both.';
	return faults;
}
