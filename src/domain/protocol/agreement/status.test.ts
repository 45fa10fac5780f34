import { describe, expect, test } from 'vitest';
import { askedInWords, askedOf, remindersDue, type AgreementBoard } from './board.ts';
import { agreementStatus, isAsked, type AgreementStatus, type Consent, type Holding } from './status.ts';

const holding = (number: number, group: string | null = null): Holding => ({
	versionId: `${group ?? 'all'} ${number}`,
	number,
	group,
});

const consent = (
	personId: string,
	number: number,
	day = '2026-09-01',
	group: string | null = null,
): Consent => ({
	...holding(number, group),
	personId,
	name: personId,
	agreedAt: new Date(`${day}T12:00:00Z`),
	agreedOn: day,
});

describe('HEP-3 how a school stands to version 2', () => {
	test.each<[string, Consent[], string[], AgreementStatus['is'], string | null]>([
		['nobody has agreed to anything', [], ['anna'], 'not yet', null],
		['its head agreed', [consent('anna', 2)], ['anna'], 'agreed', 'anna'],
		['one of two heads agreed', [consent('bo', 2)], ['anna', 'bo'], 'agreed', 'bo'],
		[
			'both agreed: whoever did first',
			[consent('bo', 2, '2026-09-03'), consent('anna', 2)],
			['anna', 'bo'],
			'agreed',
			'anna',
		],
		['its head agreed, and has gone', [consent('anna', 2)], ['cy'], 'agreed by a former head', 'anna'],
		[
			'its head agreed and has gone, and nobody heads it',
			[consent('anna', 2)],
			[],
			'agreed by a former head',
			'anna',
		],
		['the new head agreed too', [consent('anna', 2), consent('cy', 2, '2026-10-01')], ['cy'], 'agreed', 'cy'],
		['its head agreed to version 1', [consent('anna', 1)], ['anna'], 'agreed an older version', 'anna'],
		['the head before agreed to version 1', [consent('anna', 1)], ['cy'], 'agreed an older version', 'anna'],
		[
			'old and new heads agreed to version 1: the last',
			[consent('anna', 1), consent('cy', 1, '2026-10-01')],
			['cy'],
			'agreed an older version',
			'cy',
		],
		[
			'its head agreed to version 1, the head before to version 2',
			[consent('cy', 1), consent('anna', 2)],
			['cy'],
			'agreed by a former head',
			'anna',
		],
	])('%s', (_, consents, heads, is, by) => {
		const status = agreementStatus(holding(2), consents, heads);
		expect(status.is).toBe(is);
		expect('by' in status ? status.by.personId : null).toBe(by);
		expect(isAsked(status)).toBe(is !== 'agreed');
	});
});

describe('CSC-6 how a school stands to version 2 with what Oak does otherwise', () => {
	const oak = (personId: string, number: number, day?: string) => consent(personId, number, day, 'Oak');
	test.each<[string, Consent[], AgreementStatus['is']]>([
		['its head agreed to both at once', [oak('anna', 2)], 'agreed'],
		['its head agreed to version 2 alone', [consent('anna', 2)], 'agreed before its group’s change'],
		[
			'its head agreed to what another group does otherwise',
			[consent('anna', 2, undefined, 'Ash')],
			'agreed before its group’s change',
		],
		[
			'its head agreed to both, one after the other',
			[consent('anna', 2), oak('anna', 2, '2026-10-01')],
			'agreed',
		],
		['the head before agreed to both', [oak('bo', 2)], 'agreed by a former head'],
		['its head agreed to what Oak did to version 1', [oak('anna', 1)], 'agreed an older version'],
		['nobody has agreed', [], 'not yet'],
	])('%s', (_, consents, is) => {
		expect(agreementStatus(holding(2, 'Oak'), consents, ['anna']).is).toBe(is);
	});

	test('whoever has left the group agreed to version 2 with its change', () => {
		expect(agreementStatus(holding(2), [oak('anna', 2)], ['anna']).is).toBe('agreed');
	});
});

describe('whom to remind', () => {
	const head = (name: string) => ({ personId: name, name, email: `${name}@people.example` });
	const both = { memorandum: holding(1), protocol: holding(3) };
	const agreed: AgreementStatus = { is: 'agreed', by: consent('anna', 1) };
	const board: AgreementBoard = {
		latest: { memorandum: { id: 'm', number: 1 }, protocol: { id: 'p', number: 3 } },
		members: [
			{ id: 'a', name: 'A', heads: [head('anna')], holding: both, memorandum: agreed, protocol: agreed },
			{
				id: 'b',
				name: 'B',
				heads: [head('bo'), head('cy')],
				holding: { ...both, protocol: holding(3, 'Oak') },
				memorandum: agreed,
				protocol: { is: 'not yet' },
			},
			{
				id: 'c',
				name: 'C',
				heads: [head('cy')],
				holding: both,
				memorandum: { is: 'not yet' },
				protocol: agreed,
			},
			{
				id: 'd',
				name: 'D',
				heads: [],
				holding: both,
				memorandum: { is: 'not yet' },
				protocol: { is: 'not yet' },
			},
		],
	};

	test('each head once, with all that is asked of them; who has agreed is left in peace', () => {
		const due = remindersDue(board).map(({ head: { name }, asked }) => [
			name,
			asked.map((one) => `${askedInWords(one)}, for ${one.memberName}`),
		]);
		expect(due).toEqual([
			['bo', ['version 3 of the protocol, with what Oak does otherwise, for B']],
			[
				'cy',
				[
					'version 3 of the protocol, with what Oak does otherwise, for B',
					'version 1 of the memorandum, for C',
				],
			],
		]);
	});

	test('nothing is asked of a document that is not there', () => {
		const bare = {
			latest: { memorandum: null, protocol: null },
			members: [
				{
					...board.members[2]!,
					holding: { memorandum: null, protocol: null },
					memorandum: null,
					protocol: null,
				},
			],
		};
		expect(askedOf(bare)).toEqual([]);
	});
});
