import { describe, expect, test } from 'vitest';
import { readersInWords } from './audience-words.ts';
import { whenInWords } from './clauses.ts';
import { rolesInWords } from './model.ts';
import { presetNamed } from './presets/presets.fixture.ts';
import { presets } from './presets/presets.ts';
import { protocolInWords } from './words.ts';

const [family, network, trios] = [presetNamed('family'), presetNamed('network'), presetNamed('trios')];
const said = (protocol: typeof family, key: string) =>
	protocolInWords(protocol).find((section) => section.key === key)!.sentences;

describe('a protocol in plain English', () => {
	test.each(presets)('$title: every part says something, in sentences', ({ protocol }) => {
		for (const { sentences } of protocolInWords(protocol)) {
			expect(sentences.length).toBeGreaterThan(0);
			for (const sentence of sentences) {
				expect(sentence).toMatch(/^[A-Z‘].*[.!?’]$/su);
				expect(sentence).not.toMatch(/undefined|null|\[object/);
			}
		}
	});

	test('NFS-14 names when the workshop is and who is not expected', () => {
		expect(said(family, 'stages')).toContainEqual(
			expect.stringContaining(
				'Run the workshop on next steps: improvement champion, within two school weeks of the last day of the review.',
			),
		);
		expect(said(family, 'workshop')[0]).toBe(
			'A workshop is run by the improvement champion as a matrix; the review team is not expected.',
		);
	});

	test('CEN-2 names the headteachers', () => {
		expect(said(network, 'team')).toContain(
			'At least three headteachers take part, the host’s own among them.',
		);
	});

	test('NFS-12 names who reads the report', () => {
		expect(said(family, 'audience')).toContain(
			'The report: the review team and the host headteacher, and, if the host opens it to them, the improvement champion, the host’s own staff, the host’s governors and whoever is given a link.',
		);
		expect(said(family, 'audience')).toContain('Evidence: the review team, and nobody else.');
	});

	test('NFS-12 names who knows which schools are reviewed when, and that nobody else does', () => {
		expect(said(trios, 'audience')).toContain(
			'Which schools are reviewed when: the review team, the host headteacher and all heads of the partnership, and, if the host opens it to them, everyone in the partnership, the host’s governors and the outside partner.',
		);
		expect(said(trios, 'audience')).toContain(
			'That a review takes place, with its school, day and focus, is known besides to whoever may read anything else of it, is asked to do something for it or joins in that, and to whoever leads, steers or administers the partnership.',
		);
		expect(readersInWords(trios, 'cycle', ['team', 'host'])).toBe(
			'That this review takes place, with its day and focus, is known to the review team, the host headteacher and whoever leads, steers or administers the partnership.',
		);
		expect(
			readersInWords(trios, 'cycle', ['team', 'group', 'heads', 'partnership', 'staff', 'champion']),
		).toBe(
			'That this review takes place, with its day and focus, is known to the review team, everyone in the partnership and the school champion.',
		);
		expect(readersInWords(trios, 'report', ['team', 'group', 'heads', 'governors'])).toBe(
			'The report is read by the review team, all heads of the partnership and the host’s governors.',
		);
	});

	test('who reads what is being written is one sentence', () => {
		expect(readersInWords(family, 'evidence', ['team'])).toBe('Evidence is read by the review team.');
		expect(readersInWords(network, 'findings', ['team', 'host', 'heads'])).toBe(
			'Findings are read by the review team, the host headteacher and all heads of the partnership.',
		);
	});

	test('roles are called what the partnership calls them', () => {
		expect(rolesInWords(family, ['facilitator', 'host'])).toBe('independent chair and host headteacher');
		expect(rolesInWords(network, ['facilitator'], 'many')).toBe('external facilitators');
	});

	test.each([
		[
			{ anchor: 'first day', offset: { amount: -3, unit: 'weeks' } },
			'by three school weeks before the first day of the review',
		],
		[{ anchor: 'last day', offset: { amount: 0, unit: 'days' } }, 'by the last day of the review'],
		[
			{ anchor: 'report agreed', offset: { amount: 1, unit: 'school days' } },
			'within one school day of the signing of the report',
		],
		[
			{ anchor: 'last day', offset: { amount: 1, unit: 'half-terms' } },
			'by the end of the next half-term after the last day of the review',
		],
		[
			{ anchor: 'last day', offset: { amount: 2, unit: 'terms' } },
			'by the end of the second term after the last day of the review',
		],
		[
			{ anchor: 'first day', offset: { amount: -1, unit: 'half-terms' } },
			'by the end of the half-term before the first day of the review',
		],
		[
			{ anchor: 'last day', offset: { amount: 10, unit: 'months' } },
			'within ten months of the last day of the review',
		],
		[
			{ anchor: 'stage:thanks', offset: { amount: 12, unit: 'days' } },
			'within 12 days of ‘Thank everyone who took part’',
		],
	] as const)('%j', (when, words) => {
		expect(whenInWords(when, family.stages)).toBe(words);
	});
});
