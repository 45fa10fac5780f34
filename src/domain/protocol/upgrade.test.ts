import { expect, test } from 'vitest';
import { consortium } from './presets/consortium.ts';
import { family } from './presets/family.ts';
import { trios } from './presets/trios.ts';
import type { ProtocolDraft } from './protocol.ts';
import { protocolSchema, readProtocol } from './schema.ts';
import { asSecond } from './second-format.fixture.ts';
import { upgraded } from './upgrade.ts';
import { readers } from './words/readers.ts';

/** The same protocol as the first format wrote it. */
function asFirst(needs: { report: string; workshop: string }) {
	const { adaptation: _, ...rest } = asSecond(family);
	const { reviewers: _reviewers, from: _from, ...team } = rest.team;
	return {
		...rest,
		format: 1,
		team,
		kinds: rest.kinds.map(({ begins: _begins, without: _without, ...kind }) => kind),
		report: { need: needs.report, developmentsAtMost: null, ...rest.report },
		workshop: { need: needs.workshop, ...rest.workshop },
	};
}

/** A report of which nothing is asked that formats before the fifth could not say. */
function unasked({ report }: ProtocolDraft): ProtocolDraft['report'] {
	const { wordsAtMost: _, ...asked } = report;
	const celebrations = { kinds: ['strength'], place: 'anywhere' as const, balance: 'free' as const };
	return { ...asked, celebrations, avoids: [], numbersFrom: 10 };
}

/** The same protocol as the fourth format wrote it. */
function asFourth(draft: ProtocolDraft) {
	const { evidence, report, ...rest } = structuredClone(draft);
	const { suggestionKinds: _s, ...written } = evidence;
	const { celebrations: _c, avoids: _a, wordsAtMost: _w, numbersFrom: _n, ...reported } = report;
	return { ...rest, format: 4, evidence: written, report: reported };
}

test('a protocol stored in the first format is read as one of today', () => {
	const read = readProtocol(asFirst({ report: 'must', workshop: 'must' }));
	expect(read).toEqual({ ...readProtocol(asSecond(family)), adaptation: read.adaptation, kinds: read.kinds });
	expect(read.kinds[0]).toEqual(readProtocol(family).kinds[0]);
	expect(read.adaptation.parts).toEqual([]);
});

test('CSC-8 a protocol that does not say of how few pupils figures are shown means six, and says so in words', () => {
	const { fewestPupils: _, ...audience } = family.audience;
	const read = readProtocol({ ...family, audience });
	expect(read.audience.fewestPupils).toBe(6);
	expect(readers(read)).toContain(
		'Outcomes of fewer than six pupils are not shown, nor others that would tell them.',
	);
	for (const fewestPupils of [5, 11, 6.5])
		expect(protocolSchema.safeParse({ ...family, audience: { ...audience, fewestPupils } }).success).toBe(
			false,
		);
});

test('where the first format had no report, no stage asks for one now', () => {
	const stored = asFirst({ report: 'never', workshop: 'must' });
	stored.stages = stored.stages.filter(({ key }) => key !== 'governors' && key !== 'quality');
	const left = readProtocol(stored).stages.map(({ done }) => done);
	expect(left).not.toContain('report agreed');
	expect(left).not.toContain('response given');
	expect(left).toContain('workshop held');
});

test('KSA-15 a protocol stored in the second format means what it meant: the same kinds, limit and breaks', () => {
	for (const draft of [family, trios, consortium])
		expect(readProtocol(asSecond(draft))).toEqual(readProtocol({ ...draft, report: unasked(draft) }));
});

test('a second format without the kinds of its time: its limit counted nothing, and nothing was a break', () => {
	const stored = asSecond(trios);
	const gone = (list: { key: string; label: string }[], key: string, own: string) =>
		list.map((one) => (one.key === key ? { key: own, label: own } : one));
	stored.evidence.kinds = gone(stored.evidence.kinds, 'development', 'next-step');
	stored.day.activityKinds = gone(stored.day.activityKinds, 'break', 'pause');
	for (const heading of stored.report.headings)
		heading.kinds = heading.kinds.map((kind) => (kind === 'development' ? 'next-step' : kind));
	const read = readProtocol(stored);
	expect(read.report.developments).toEqual({ kinds: [] });
	expect(read.day.breaks).toEqual([]);
});

test('an unfinished draft of the second format is brought up with what it has', () => {
	expect(upgraded({ format: 2 })).toEqual({ format: 5 });
	expect(upgraded({ format: 2, report: { headings: '' }, day: 7, evidence: null })).toEqual({
		format: 5,
		report: {
			headings: '',
			celebrations: { kinds: [], place: 'anywhere', balance: 'free' },
			developments: { kinds: [] },
			avoids: [],
			numbersFrom: 10,
		},
		day: 7,
		evidence: null,
	});
});

test('a protocol stored in the third format keeps what was sent on a device for the week that it was', () => {
	const {
		evidence: { daysOnDevice: _, ...evidence },
		...rest
	} = structuredClone({ ...asFourth(family), format: 3 });
	expect(readProtocol({ ...rest, evidence }).evidence).toEqual({ ...family.evidence, daysOnDevice: 7 });
	expect(upgraded({ format: 3, evidence: { photos: 'may' } })).toEqual({
		format: 5,
		evidence: { photos: 'may', daysOnDevice: 7, suggestionKinds: [] },
	});
});

test('CSC-15 KSA-15 a protocol stored in the fourth format means what it meant: suggestions, strengths, and nothing new asked', () => {
	const read = readProtocol(asFourth(consortium));
	expect(read).toEqual(readProtocol({ ...consortium, report: unasked(consortium) }));
	expect(read.evidence.suggestionKinds).toEqual(['suggestion']);

	const asking = asFourth(consortium);
	asking.evidence.suggestions = 'questions only';
	asking.report.headings[2]!.kinds = ['note', 'strength'];
	expect(readProtocol(asking).evidence.suggestionKinds).toEqual([]);
	expect(readProtocol(asking).report.celebrations.kinds).toEqual(['note', 'strength']);

	const none = asFourth(trios);
	none.report.developments.kinds = none.evidence.kinds.map(({ key }) => key);
	expect(readProtocol(none).report.celebrations.kinds).toEqual([]);
	for (const held of [
		{ headings: [{ kinds: 7 }, 'x', null] },
		{ headings: {}, developments: { kinds: 'x' } },
	])
		expect(upgraded({ format: 4, report: held })).toMatchObject({ report: { celebrations: { kinds: [] } } });
});

test('what is no protocol is refused, never brought up', () => {
	for (const strange of [null, 7, 'protocol', {}, { format: 99 }])
		expect(() => readProtocol(strange)).toThrow();
});

test('CSC-22 a protocol from before there were shared words has none, and a word has one meaning', () => {
	const { vocabulary: _, ...stored } = structuredClone(consortium);
	expect(readProtocol(stored).vocabulary).toEqual([]);
	const twice = {
		...stored,
		vocabulary: [...consortium.vocabulary!, { term: 'greater DEPTH', means: 'More' }],
	};
	expect(protocolSchema.safeParse(twice).error?.issues).toEqual([
		expect.objectContaining({ path: ['vocabulary', 3, 'term'], message: 'This word is here already.' }),
	]);
});

test('HEP-2 CSC-19 a protocol from before training and release limits asks for none, and names a role once', () => {
	const { training: _, releaseLimit: _limit, ...team } = structuredClone(consortium.team);
	const read = readProtocol({ ...structuredClone(consortium), team });
	expect(read.team.training).toEqual([]);
	expect(read.team.releaseLimit).toEqual({});
	const twice = [{ role: 'champion' }, { role: 'champion', refresherAfter: 12 }];
	expect(
		protocolSchema.safeParse({ ...consortium, team: { ...team, training: twice } }).error?.issues,
	).toEqual([expect.objectContaining({ path: ['team', 'training'], message: 'A role stands here once.' })]);
});
