import { expect, test } from 'vitest';
import type { Row } from '#platform/outbox/row.ts';
import { exampleDay, piece } from './day.fixture.ts';
import { withRows } from './on-device.ts';

const file = { size: 9 } as Blob;
let order = 0;
const row = (deed: string, body: Row['body'], more: Partial<Row> = {}): Row => ({
	id: `row ${(order += 1)}`,
	person: 'ines',
	place: 'r',
	deed,
	about: 'p1',
	body,
	order,
	doneAt: 0,
	became: { is: 'waiting' },
	...more,
});
const photo = { id: 'f1', description: 'A display', width: 4, height: 3 };
const taken = (at: number) => ({ became: { is: 'taken' as const, at } });
const photosAfter = (rows: Row[], { given = 100, photos = [] as (typeof photo)[] } = {}) =>
	withRows(exampleDay({ evidence: [piece({ photos })] }), rows, given).pieces[0]!.photos;

test('a photo that waits shows with its picture; once the server has given a newer day, what that says holds', () => {
	expect(photosAfter([row('photo', photo, { file })])).toEqual([{ ...photo, file }]);
	expect(photosAfter([row('photo', photo, taken(101))])).toEqual([photo]);
	expect(photosAfter([row('photo', photo, taken(99))], { photos: [photo] })).toEqual([photo]);
	// Somebody has removed it since.
	expect(photosAfter([row('photo', photo, taken(99))])).toEqual([]);
});

test('removed here, refused, or of a piece that is withdrawn, it does not show', () => {
	const removal = row('remove photo', { photoId: 'f1' });
	expect(photosAfter([row('photo', photo, { file, became: { is: 'set aside' } }), removal])).toEqual([]);
	expect(photosAfter([removal], { photos: [photo] })).toEqual([]);
	const refused = { is: 'refused' as const, because: { is: 'missing' as const } };
	expect(photosAfter([row('photo', photo, { file, became: refused })])).toEqual([]);
	expect(photosAfter([row('withdraw', { reason: 'A face' })], { photos: [photo] })).toEqual([]);
});

test('a day that was kept before there were photos has none', () => {
	const { photos: _, ...older } = piece();
	const day = exampleDay({ evidence: [older as ReturnType<typeof piece>] });
	expect(withRows(day, [], 0).pieces[0]!.photos).toEqual([]);
});
