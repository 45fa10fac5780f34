import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audiences, things } from '#domain/protocol/parts/audience.ts';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import { audience, audienceKeys, mayBeOpenedTo } from './audience.ts';

const [family, network] = [presetNamed('family'), presetNamed('network')];
const ids = { reviewId: 'r', hostMemberId: 'm', partnershipId: 'p', groupIds: ['g', 'h'] };

describe('who may read', () => {
	test('NFS-12 the report stays with team and host until the host opens it inside the school', () => {
		expect(audienceKeys('report', family, ids)).toEqual(['team:r', 'host:r']);
		expect(audienceKeys('report', family, ids, ['staff', 'governors'])).toEqual([
			'team:r',
			'host:r',
			'staff:m',
			'governors:m',
		]);
	});

	test('NFS-12 a release beyond the protocol counts for nothing', () => {
		expect(audienceKeys('report', family, ids, ['heads', 'partner', 'partnership'])).toEqual([
			'team:r',
			'host:r',
		]);
		expect(mayBeOpenedTo('report', family)).toEqual(['champion', 'staff', 'governors', 'link']);
		expect(mayBeOpenedTo('report', family, ['staff'])).not.toContain('staff');
		expect(mayBeOpenedTo('evidence', family)).toEqual([]);
	});

	test('the same report in a network may be opened to the heads of its cluster and of all', () => {
		expect(audienceKeys('report', network, ids, ['group', 'heads'])).toEqual([
			'team:r',
			'host:r',
			'group:g',
			'group:h',
			'heads:p',
		]);
	});

	test('a link has its own key, given when it is made', () => {
		expect(audienceKeys('report', family, ids, ['link'])).toEqual(audienceKeys('report', family, ids));
	});

	test('floor ⊆ released ⊆ ceiling, whatever is released; opening more never takes from anyone', () => {
		const circles = fc.uniqueArray(fc.constantFrom(...audiences));
		fc.assert(
			fc.property(
				fc.constantFrom(family, network),
				fc.constantFrom(...things),
				circles,
				circles,
				(protocol, thing, released, more) => {
					const { floor, ceiling } = protocol.audience.things[thing];
					const all = audienceKeys(thing, protocol, ids, ceiling);
					const now = audienceKeys(thing, protocol, ids, released);
					const wider = audienceKeys(thing, protocol, ids, [...released, ...more]);
					expect(now).toEqual(expect.arrayContaining(audienceKeys(thing, protocol, ids)));
					expect(all).toEqual(expect.arrayContaining(now));
					expect(wider).toEqual(expect.arrayContaining(now));
					expect(audience(thing, protocol)).toEqual(floor);
				},
			),
		);
	});
});
