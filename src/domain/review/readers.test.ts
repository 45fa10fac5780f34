import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audienceInWords, circlesWithin } from '#domain/protocol/audience-words.ts';
import { audiences, things } from '#domain/protocol/parts/audience.ts';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import { presets } from '#domain/protocol/presets/presets.ts';
import { audience, keysOfCircles } from './audience.ts';
import { proposed } from './facts.example.ts';
import { keysFor, readers, readersWith } from './readers.ts';

const of = (protocol: (typeof presets)[number]['protocol'], more: object = {}) => ({
	id: 'r',
	hostMemberId: 'm',
	partnershipId: 'p',
	protocol,
	facts: proposed,
	sharing: { released: {}, links: {}, readsPlan: true },
	...more,
});
const ids = { reviewId: 'r', hostMemberId: 'm', partnershipId: 'p', groupIds: ['group'] };
const family = presetNamed('family');

describe('who can see this', () => {
	test('NFS-12 CSC-16 the sentence names the circles whose keys the rows carry, or a wider one that holds them, and no others', () => {
		const circles = fc.uniqueArray(fc.constantFrom(...audiences));
		fc.assert(
			fc.property(
				fc.constantFrom(...presets.map(({ protocol }) => protocol)),
				fc.constantFrom(...things),
				circles,
				(protocol, thing, released) => {
					const sharing = { released: { [thing]: released }, links: {}, readsPlan: true };
					const review = of(protocol, { sharing });
					const named = audience(thing, protocol, { [thing]: released });
					expect(keysFor(thing, review)).toEqual(keysOfCircles(named, ids));
					const { now } = readers(review, thing);
					for (const one of audiences)
						expect(now.includes(audienceInWords(protocol, one)), `${one} in “${now}”`).toBe(
							named.includes(one) && !circlesWithin[one]?.some((wider) => named.includes(wider)),
						);
				},
			),
		);
	});

	test('a draft says who reads it now and who will once it is published', () => {
		const sharing = { released: { report: ['governors' as const] }, links: {}, readsPlan: true };
		expect(readers(of(family!, { sharing }), 'draft', 'report')).toEqual({
			now: 'The draft report is read by the review team and the host headteacher.',
			later: 'The report is read by the review team, the host headteacher and the host’s governors.',
		});
	});

	test('NFS-12 before a step is taken it says who will then read it', () => {
		expect(readersWith('staff', 'report', of(family!))).toEqual(['team', 'host', 'staff']);
		expect(readersWith('heads', 'report', of(family!))).toEqual(['team', 'host']);
	});

	test('NFS-20 a link’s key stands on the rows while the host has it open, and on nothing else', () => {
		const links = { report: ['jo'] };
		const open = of(family!, { sharing: { released: { report: ['link'] }, links, readsPlan: true } });
		expect(keysFor('report', open)).toEqual(['team:r', 'host:r', 'link:jo']);
		expect(keysFor('findings', open)).not.toContain('link:jo');
		const shut = of(family!, { sharing: { released: {}, links, readsPlan: true } });
		expect(keysFor('report', shut)).not.toContain('link:jo');
	});

	test('once a review is closed its evidence is the team’s no longer, whatever is opened later', () => {
		const facts = { ...proposed, closedOn: '2027-06-01' };
		expect(keysFor('evidence', of(family!, { facts }))).toEqual([]);
		expect(readers(of(family!, { facts }), 'evidence').now).toBe('Evidence is read by nobody.');
	});
});
