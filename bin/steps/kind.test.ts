import { expect, test } from 'vitest';
import { add, honest } from './kind.ts';

test('a runner that reports nothing, or ends badly after a clean report, has failed', () => {
	expect(honest(null, 0).failed).toBe(1);
	expect(honest({ passed: 0, failed: 0 }, 0).failed).toBe(1);
	expect(honest({ passed: 7, failed: 0 }, 1)).toEqual({ passed: 7, failed: 1 });
	expect(honest({ passed: 7, failed: 2 }, 1)).toEqual({ passed: 7, failed: 2 });
	expect(honest({ passed: 7, failed: 0 }, 0)).toEqual({ passed: 7, failed: 0 });
});

test('counts are added over all runners', () => {
	expect(
		add([
			{ passed: 3, failed: 1 },
			{ passed: 4, failed: 0 },
		]),
	).toEqual({ passed: 7, failed: 1 });
});
