import { expect, test } from 'vitest';
import { isTypedName } from './typed-name.ts';

test.each([
	['Anna Smith', 'Anna Smith', true],
	['  anna   smith ', 'Anna Smith', true],
	['ZOE OBRIEN', 'Zoë O’Brien', true],
	['Anna Maria Lee', 'Anna-Maria Lee', true],
	['Soren Moller', 'Søren Møller', true],
	['Zoe\u0308 O’Brien', 'Zoë O’Brien', true],
	['Anna Smyth', 'Anna Smith', false],
	['Smith', 'Anna Smith', false],
	['…', 'Anna Smith', false],
])('%s is typed for %s: %s', (typed, name, same) => {
	expect(isTypedName(typed, name)).toBe(same);
});
