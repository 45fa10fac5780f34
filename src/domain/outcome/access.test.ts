import { describe, expect, test } from 'vitest';
import type { Standing } from '#domain/partnership/model.ts';
import { mayEnterMeasure, mayShareMeasure, measureKeysFor } from './access.ts';

const standing = (of: Partial<Standing>): Standing => ({
	partnershipId: 'p',
	personId: 'me',
	responsibilities: [],
	appointments: [],
	...of,
});
const at = (role: Standing['appointments'][number]['role'], confirmed = true, memberId = 'm') =>
	standing({ appointments: [{ memberId, role, confirmed }] });

describe('who may enter a figure of school m, and who may share it', () => {
	test.each([
		['its head', at('headteacher'), true, true],
		['its executive head', at('executive head'), true, true],
		['a head not yet confirmed', at('headteacher', false), false, false],
		['the head of another school', at('headteacher', true, 'n'), false, false],
		['its deputy', at('deputy'), false, false],
		['its governor', at('governor'), false, false],
		['the chair', standing({ responsibilities: ['chair'] }), true, false],
		['the administrator', standing({ responsibilities: ['administrator'] }), true, false],
		['a member of the steering group', standing({ responsibilities: ['steering'] }), false, false],
		['the outside partner', standing({ responsibilities: ['outside partner'] }), false, false],
	])('%s', (_, who, enter, share) => {
		expect([mayEnterMeasure(who, ['m']), mayShareMeasure(who, ['m'])]).toEqual([enter, share]);
	});
});

test('a figure is for its school and its author, and for whom the head lets in', () => {
	expect(measureKeysFor(['m'], at('headteacher'), [])).toEqual(['person:me', 'staff:m']);
	expect(measureKeysFor(['m'], at('headteacher'), ['governors', 'heads'])).toEqual([
		'person:me',
		'staff:m',
		'governors:m',
		'heads:p',
	]);
});
