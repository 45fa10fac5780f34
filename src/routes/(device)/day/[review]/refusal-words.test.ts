import { expect, test } from 'vitest';
import { mostPhotos, noPhotosHere, photosFull } from '#domain/evidence/photo.ts';
import type { Refusal, Row } from '#platform/outbox/row.ts';
import { reasons, staysRefused } from './refusal-words.ts';

const row = (deed: string) => ({ deed }) as Row;
const invalid = (fields: Record<string, string>): Refusal => ({ is: 'invalid', fields });
const conflict: Refusal = { is: 'conflict', current: null };
const full = photosFull(Array.from({ length: mostPhotos }))!;

test.each<[string, string, Refusal, boolean, RegExp]>([
	[
		'a photo that is no picture',
		'photo',
		invalid({ picture: 'It is too large.' }),
		true,
		/^It is too large\. Take it again/,
	],
	['a photo in place of another', 'photo', conflict, true, /Take it again, then let this one go\.$/],
	['a photo where none is taken', 'photo', invalid({ picture: noPhotosHere }), true, /taken\.$/],
	['a photo of a full piece', 'photo', invalid({ picture: full }), false, /^A piece holds/],
	['a photo of a closed piece', 'photo', invalid({ '': 'It is closed.' }), false, /^It is closed\.$/],
	['a photo that is not there', 'photo', { is: 'missing' }, false, /not there for you/],
	['an edit of another version', 'edit', conflict, false, /choose what shall stand/],
	['a withdrawal', 'withdraw', conflict, false, /something else in its place\.$/],
])('%s: whether it can be tried again, and what is said', (_, deed, because, never, said) => {
	expect(staysRefused(row(deed), because)).toBe(never);
	expect(reasons(row(deed), because)).toMatch(said);
});
