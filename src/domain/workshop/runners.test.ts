import { expect, test } from 'vitest';
import { presets } from '#domain/protocol/presets/presets.ts';
import type { Role } from '#domain/protocol/parts/roles.ts';
import { runnersInWords, runnersKeys } from './runners.ts';

const { protocol } = presets[0]!;
const runBy = (role: Role) => ({
	...protocol,
	workshop: { ...protocol.workshop, runBy: role },
});

test.each([
	['host', []],
	['champion', []],
	['reviewer', ['reviewer:review']],
	['facilitator', ['facilitator:review']],
	['expert', ['expert:review']],
	['chair', ['chair:partnership']],
	['administrator', ['administrator:partnership']],
	['partner', ['partner:partnership']],
] as const)(
	'NFS-14 R6 run by the %s, a room is read by its runners and not by the whole team',
	(role, further) => {
		const review = { id: 'review', partnershipId: 'partnership', protocol: runBy(role) };
		expect(runnersKeys(review)).toEqual(['host:review', 'champion:review', ...further]);
	},
);

test('CSC-16 who reads a room is said in the partnership’s words', () => {
	const { host, champion, chair } = protocol.roles;
	expect(runnersInWords(runBy('chair'))).toBe(`the ${host.one}, the ${champion.one} and the ${chair.one}`);
});
