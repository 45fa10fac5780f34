import { expect, test } from 'vitest';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import { notApart } from './rules.ts';

const apart = presetNamed('consortium').evidence;
const within = { outsideFocus: false };
const outside = { outsideFocus: true };

test('CSC-26 a finding rests on what was seen outside the focus alone or not at all, and then answers no line', () => {
	expect(notApart([within, within], 'a', apart)).toEqual({});
	expect(notApart([outside], null, apart)).toEqual({});
	expect(notApart([outside, within], null, apart)).toEqual({
		evidence: expect.stringContaining('kept apart'),
	});
	expect(notApart([outside], 'a', apart)).toEqual({ lineId: expect.stringContaining('answers no line') });
	expect(notApart([outside, within], 'a', { ...apart, outsideFocus: 'recorded with the rest' })).toEqual({});
});
