import { expect, test } from 'vitest';
import { headteachersNeeded } from '../model.ts';
import { needOf, ofKind, stageFor } from '../of-kind.ts';
import { keysOf, presetNamed, said } from './presets.fixture.ts';

const network = presetNamed('network');

test('CEN-1 every school is reviewed each year', () => {
	expect(network.cadence.reviews).toEqual({ kind: 'each school', every: 1, unit: 'years' });
});

test('CEN-2 three headteachers including the host, so two beside it', () => {
	expect(network.team.headteachers).toEqual({ least: 3, counted: 'with the host' });
	expect(headteachersNeeded(network)).toBe(2);
});

test('CEN-2 an external facilitator for quality, a champion, a written report, outcomes pooled', () => {
	expect(network.roles.facilitator.one).toBe('external facilitator');
	expect([network.team.facilitator, network.team.champion, needOf(network, 'report agreed')]).toEqual([
		'must',
		'must',
		'must',
	]);
	expect(network.quality.external.by).toBe('facilitator');
	expect(network.audience.things.findings.countedBy).toEqual(['heads']);
});

test('CEN-3 from one question to a full mock inspection', () => {
	expect(keysOf(network.kinds).slice(0, 3)).toEqual(['question', 'area', 'full']);
	expect(ofKind(network, 'full').team).toMatchObject({ size: { least: 4, most: 10 }, expert: 'must' });
	expect(network.kinds.every(({ without }) => without.length === 0)).toBe(true);
	for (const { key } of network.kinds) expect(headteachersNeeded(ofKind(network, key))).toBe(2);
});

test('clusters may shape the day and the workshop, never who reads what or the questions of the look-back', () => {
	expect(said(network, 'adaptation')).toEqual([
		'A group may make its own: ‘The day’ and ‘The workshop’. It is for whoever leads the partnership to approve.',
	]);
});

test('CEN-4 heads meet each term', () => {
	expect(network.cadence.headsMeet).toEqual({ every: 1, unit: 'terms' });
});

test('CEN-5 strengths and areas for development, pupils’ words quoted', () => {
	expect(keysOf(network.report.headings)).toEqual(['strengths', 'development']);
	expect(network.report.headings[0]!.guidance).toContain('Quote pupils');
	expect(keysOf(network.evidence.sources)).toContain('pupils');
});

test('CEN-8 the same team can be asked back', () => {
	expect(network.team.rules.map(({ rule }) => rule)).toContain('same team again');
	expect(network.kinds.find(({ key }) => key === 'return')!.begins).toBe('from an earlier review');
});

test('CEN-9 a look-back at a set time, gathered by all heads', () => {
	expect(stageFor(network, 'looked back')!.when).toEqual({
		anchor: 'last day',
		offset: { amount: 2, unit: 'terms' },
	});
	expect(network.audience.things['look-back'].floor).toContain('heads');
});
