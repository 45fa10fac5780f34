import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audiences, things } from '#domain/protocol/parts/audience.ts';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import { seesWholeCycle } from './access.ts';
import { audience, audienceKeys, mayBeOpenedTo } from './audience.ts';

const [family, network] = [presetNamed('family'), presetNamed('network')];
const ids = { reviewId: 'r', hostMemberId: 'm', partnershipId: 'p', groupIds: ['g', 'h'] };

describe('who may read', () => {
	test('NFS-12 the report stays with team and host until the host opens it inside the school', () => {
		expect(audienceKeys('report', family, ids)).toEqual(['team:r', 'host:r']);
		expect(audienceKeys('report', family, ids, { report: ['staff', 'governors'] })).toEqual([
			'team:r',
			'host:r',
			'staff:m',
			'governors:m',
		]);
	});

	test('NFS-12 a release beyond the protocol counts for nothing', () => {
		expect(audienceKeys('report', family, ids, { report: ['heads', 'partner', 'partnership'] })).toEqual([
			'team:r',
			'host:r',
		]);
		expect(mayBeOpenedTo('report', family)).toEqual(['champion', 'staff', 'governors', 'link']);
		expect(mayBeOpenedTo('report', family, { report: ['staff'] })).not.toContain('staff');
		expect(mayBeOpenedTo('evidence', family)).toEqual([]);
	});

	test('the same report in a network may be opened to the heads of its cluster and of all', () => {
		expect(audienceKeys('report', network, ids, { report: ['group', 'heads'] })).toEqual([
			'team:r',
			'host:r',
			'group:g',
			'group:h',
			'heads:p',
		]);
	});

	test('a link has its own key, given when it is made', () => {
		expect(audienceKeys('report', family, ids, { report: ['link'] })).toEqual(
			audienceKeys('report', family, ids),
		);
	});

	describe('which schools are reviewed when', () => {
		const closed = structuredClone(family);
		for (const thing of things)
			closed.audience.things[thing] = { floor: ['team'], ceiling: [...audiences], countedBy: [] };
		closed.stages = closed.stages.map((stage) => ({
			...stage,
			who: stage.who.filter((one) => one !== 'partner'),
		}));

		test('is known to whoever reads, or may come to read without asking, anything of a review; to no one else', () => {
			const circles = fc.constantFrom(...audiences);
			fc.assert(
				fc.property(fc.constantFrom(...things), circles, circles, (thing, floor, opened) => {
					const protocol = structuredClone(closed);
					protocol.audience.things[thing].floor = [floor];
					const known = audience('cycle', protocol, { [thing]: [opened] });
					expect(known.toSorted()).toEqual(
						[...new Set(['team', 'host', 'champion', floor, opened])].toSorted(),
					);
				}),
			);
		});

		test('is known to the outside partner who is asked for a stage, and to no champion where there is none', () => {
			const protocol = structuredClone(closed);
			protocol.stages[0]!.who.push('partner');
			protocol.team.champion = 'never';
			expect(audience('cycle', protocol)).toEqual(['team', 'host', 'partner']);
		});

		test('is whole to whom every protocol that there has been tells it', () => {
			const head = { memberId: 'm', role: 'headteacher', confirmed: true } as const;
			const standing = { partnershipId: 'p', personId: 'h', responsibilities: [], appointments: [head] };
			const told = structuredClone(closed);
			told.audience.things.cycle.floor = ['team', 'heads'];
			expect(seesWholeCycle(standing, [told])).toBe(true);
			expect(seesWholeCycle(standing, [told, closed])).toBe(false);
			expect(seesWholeCycle({ ...standing, appointments: [] }, [told])).toBe(false);
			expect(seesWholeCycle({ ...standing, responsibilities: ['steering'] }, [told, closed])).toBe(true);
		});

		test('may be opened of itself to those who know by another thing for now', () => {
			expect(audience('cycle', closed, { report: ['governors'] })).toContain('governors');
			expect(mayBeOpenedTo('cycle', closed, { report: ['governors'] })).toContain('governors');
			expect(mayBeOpenedTo('cycle', closed, { cycle: ['governors'] })).not.toContain('governors');
		});
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
					const all = audienceKeys(thing, protocol, ids, { [thing]: ceiling });
					const now = audienceKeys(thing, protocol, ids, { [thing]: released });
					const wider = audienceKeys(thing, protocol, ids, { [thing]: [...released, ...more] });
					expect(now).toEqual(expect.arrayContaining(audienceKeys(thing, protocol, ids)));
					expect(all).toEqual(expect.arrayContaining(now));
					expect(wider).toEqual(expect.arrayContaining(now));
					if (thing !== 'cycle') expect(audience(thing, protocol)).toEqual(floor);
				},
			),
		);
	});
});
