import { expect, test } from 'vitest';
import type { ReviewRole } from '#domain/review/roles.ts';
import { mayRecordWorkshop } from './access.ts';

const roles = (...held: ReviewRole[]) => new Set(held);

test('NFS-14 the workshop is written up by champion or host head, or by whom the protocol names', () => {
	expect(mayRecordWorkshop(roles('champion'), 'champion')).toBe(true);
	expect(mayRecordWorkshop(roles('host head'), 'champion')).toBe(true);
	expect(mayRecordWorkshop(roles('facilitator'), 'facilitator')).toBe(true);
	expect(mayRecordWorkshop(roles('outside partner'), 'partner')).toBe(true);
	for (const role of ['reviewer', 'facilitator', 'chair', 'administrator', 'host staff', 'governor'] as const)
		expect(mayRecordWorkshop(roles(role), 'champion')).toBe(false);
});
