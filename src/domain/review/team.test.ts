import { describe, expect, test } from 'vitest';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import { teamFull, teamGaps } from './team.ts';
import type { TeamRole } from './roles.ts';

const [family, network] = [presetNamed('family'), presetNamed('network')];
const member = (personId: string, role: TeamRole, headteacher = role === 'reviewer') => ({
	personId,
	role,
	headteacher,
});

describe('who a team still needs', () => {
	const whole = [
		member('a', 'reviewer'),
		member('b', 'reviewer'),
		member('c', 'facilitator'),
		member('d', 'champion'),
	];

	test('CEN-2 three headteachers with the host are two beside it, and an external facilitator', () => {
		expect(teamGaps(network, whole)).toEqual([]);
		expect(teamGaps(network, whole.slice(1))).toEqual([
			expect.stringMatching(/1 of at least 2 headteachers/),
		]);
		expect(
			teamGaps(network, [member('a', 'reviewer'), member('b', 'reviewer', false), ...whole.slice(2)]),
		).toHaveLength(1);
		expect(teamGaps(network, [whole[0]!, whole[1]!, whole[3]!]).join()).toMatch(/facilitator.*not named/);
	});

	test('NFS-3 NFS-14 an independent chair and a champion are part of a family’s review', () => {
		expect(teamGaps(family, [member('a', 'reviewer'), member('b', 'reviewer')])).toHaveLength(2);
	});
});

describe('for whom there is no room', () => {
	test('a second facilitator', () => {
		expect(teamFull(family, [member('a', 'facilitator')], 'b', 'facilitator')).toMatch(/already/);
		expect(teamFull(family, [member('a', 'facilitator')], 'a', 'facilitator')).toBeNull();
	});

	test('more people than the protocol takes; champions stand beside the team', () => {
		const full = Array.from({ length: family.team.size.most }, (_, index) =>
			member(String(index), 'reviewer'),
		);
		expect(teamFull(family, full, 'one-more', 'reviewer')).toMatch(/at most/);
		expect(teamFull(family, full, 'one-more', 'champion')).toBeNull();
	});
});
