import { expect, test } from 'vitest';
import { network } from '#domain/protocol/presets/network.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { flagsOf } from './flags.ts';

const protocol = network as Protocol;
const rests = {
	cites: 2,
	standing: 2,
	sources: ['observation', 'pupils'],
	contradictsHost: false,
	outsideFocus: false,
};
const noted = (...kinds: string[]) => kinds.map((kind) => ({ kind, withdrawn: false }));
const labels = (finding: Partial<Parameters<typeof flagsOf>[1]>) =>
	flagsOf(protocol, { kind: 'strength', restsOn: rests, evidence: [], ...finding }).map(({ label }) => label);

test('NFS-19 CSC-13 what to talk about: one source, a difference from the school’s view, evidence that says different things', () => {
	expect(labels({})).toEqual([]);
	expect(labels({ restsOn: { ...rests, sources: ['pupils'], contradictsHost: true } })).toEqual([
		'One source only',
		'Differs from the school’s view',
	]);
	const [flag] = flagsOf(protocol, {
		kind: 'strength',
		restsOn: rests,
		evidence: noted('strength', 'strength', 'development', 'note'),
	});
	expect(flag!.talk).toContain('‘Strength’ (2) and ‘Area for development’ (1)');
	expect(labels({ restsOn: { ...rests, standing: 0, sources: [] } })).toEqual(['Its evidence is withdrawn']);
});

test('pieces that agree, notes and what is withdrawn say nothing against a finding', () => {
	for (const kinds of [
		['development', 'development'],
		['strength', 'question'],
		['development', 'note'],
	])
		expect(labels({ evidence: noted(...kinds) }), kinds.join()).toEqual([]);
	const withdrawn = [{ kind: 'strength', withdrawn: true }, ...noted('development')];
	expect(labels({ evidence: withdrawn })).toEqual([]);
});
