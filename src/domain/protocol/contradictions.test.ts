import { describe, expect, test } from 'vitest';
import type { ProtocolDraft } from './protocol.ts';
import { family } from './presets/family.ts';
import { protocolSchema } from './schema.ts';

const said = (change: (draft: ProtocolDraft) => void) => {
	const draft = structuredClone(family);
	change(draft);
	const issue = protocolSchema.safeParse(draft).error?.issues[0];
	return issue && [issue.path.join('.'), issue.message];
};
const stage = (draft: ProtocolDraft, key: string) => draft.stages.find((one) => one.key === key)!;
const at = (key: string) => family.stages.findIndex((one) => one.key === key);

describe('a protocol that contradicts itself is refused at the part, with the reason', () => {
	test('a form that is not there', () => {
		expect(said((draft) => delete draft.forms['look-back'])?.[1]).toBe('There is no form look-back.');
	});

	test('CEN-9 an answer that begins with what was done, of another form than the look-back', () => {
		const [path, message] = said((draft) => {
			const question = draft.forms['review-quality']!.questions.find(({ kind }) => kind === 'text')!;
			Object.assign(question, { begins: 'what was done' });
		})!;
		expect(path).toMatch(/^forms\.review-quality\.questions\.\d\.begins$/);
		expect(message).toBe('Only the answers of the look-back can begin with something.');
	});

	test('KSA-7 what is noted nowhere, listed beside the protocol; heads who join what nobody says is done, or answer for others', () => {
		const text = (draft: ProtocolDraft) =>
			draft.forms['review-quality']!.questions.findIndex(({ kind }) => kind === 'text');
		const listed = said((draft) => {
			Object.assign(draft.forms['review-quality']!.questions[text(draft)]!, { forProtocol: true });
		});
		expect(listed?.[0]).toBe(`forms.review-quality.questions.${text(family)}.forProtocol`);
		const joining = (key: string, form?: string) =>
			said((draft) => Object.assign(stage(draft, key), { withHeads: true, ...(form && { form }) }));
		expect(joining('report')).toEqual([
			`stages.${at('report')}.withHeads`,
			'All heads can join only where somebody says that it is done.',
		]);
		expect(joining('governors', 'review-quality')?.[1]).toMatch(/each for themselves/);
		expect(joining('governors')).toBeUndefined();
	});

	test('a heading of a kind of evidence that is not there', () => {
		expect(said((draft) => (draft.report.headings[0]!.kinds = ['praise']))).toEqual([
			'report.headings.0.kinds',
			'There is no kind of evidence praise.',
		]);
	});

	test('KSA-15 what could be better said by a kind that is not there, or a limit that counts none', () => {
		expect(said((draft) => (draft.report.developments.kinds = ['praise']))).toEqual([
			'report.developments.kinds',
			'There is no kind of evidence praise.',
		]);
		expect(said((draft) => (draft.report.developments = { kinds: [], atMost: 3 }))).toEqual([
			'report.developments.atMost',
			'Say which kinds are counted, or leave this empty.',
		]);
		expect(said((draft) => (draft.report.developments = { kinds: [] }))).toBeUndefined();
	});

	test('KSA-15 NFS-10 a balance that weighs nothing, or one kind of finding on both sides of it', () => {
		const celebrated = (change: Partial<ProtocolDraft['report']['celebrations']>) =>
			said(({ report }) => Object.assign(report.celebrations, change));
		expect(celebrated({ kinds: ['praise'] })?.[1]).toBe('There is no kind of evidence praise.');
		expect(celebrated({ kinds: ['strength', 'development'] })).toEqual([
			'report.celebrations.kinds',
			'‘Area for development’ says what could be better.',
		]);
		expect(celebrated({ kinds: [], place: 'first' })).toEqual([
			'report.celebrations.kinds',
			'Say which kinds these are, or let them stand anywhere and be as many as there are.',
		]);
		expect(celebrated({ kinds: [], place: 'anywhere', balance: 'free' })).toBeUndefined();
	});

	test('CSC-15 a kind for suggestions where reviewers make none, or one that is not there', () => {
		expect(said(({ evidence }) => (evidence.suggestionKinds = ['wish']))?.[1]).toBe(
			'There is no kind of evidence wish.',
		);
		const asked = (suggestions: ProtocolDraft['evidence']['suggestions']) =>
			said(({ evidence }) => Object.assign(evidence, { suggestions, suggestionKinds: ['note'] }));
		expect(asked('questions only')).toEqual([
			'evidence.suggestionKinds',
			'By the answer above reviewers make no suggestions: leave this empty, or change it.',
		]);
		expect(asked('where the host asks')).toBeUndefined();
	});

	test('a word to avoid with two reasons, or a reason without a word', () => {
		const avoiding = (...words: string[][]) =>
			said(({ report }) => (report.avoids = words.map((list) => ({ words: list, why: 'Ours to choose.' }))));
		expect(avoiding(['must', 'shall'], ['MUST'])).toEqual([
			'report.avoids.1.words',
			'‘must’ is here already.',
		]);
		expect(avoiding([])).toEqual(['report.avoids.0.words', 'Say at least one word or phrase.']);
	});

	test('a break of a kind of activity that is not there', () => {
		expect(said((draft) => draft.day.breaks.push('siesta'))).toEqual([
			'day.breaks',
			'There is no kind of activity siesta.',
		]);
	});

	test('a day counted from nothing', () => {
		expect(said((draft) => (stage(draft, 'report').when.anchor = 'stage:nowhere'))).toEqual([
			`stages.${at('report')}.when`,
			'No stage leads to what this one is counted from.',
		]);
	});

	test('a cycle of anchors', () => {
		expect(said((draft) => (stage(draft, 'workshop').when.anchor = 'actions planned'))).toEqual([
			`stages.${at('workshop')}.when`,
			'This stage waits, in the end, for itself.',
		]);
	});

	test('a stage due before what it is counted from, or on the wrong side of the review', () => {
		expect(said((draft) => (stage(draft, 'publish').when.offset.amount = -1))).toEqual([
			`stages.${at('publish')}.when.offset.amount`,
			'A stage cannot be due before what it is counted from.',
		]);
		expect(said((draft) => (stage(draft, 'report').when.offset.amount = -3))?.[1]).toBe(
			'This comes after the review, not before it.',
		);
		expect(said((draft) => (stage(draft, 'pre-review').when.offset.amount = 2))?.[1]).toBe(
			'This comes before the review, not after it.',
		);
	});

	test('a report that is published and never signed, or answered where there is no place for it', () => {
		const unsigned = said((draft) => {
			draft.stages = draft.stages.filter(({ key }) => !['report', 'quality'].includes(key));
			stage(draft, 'publish').when.anchor = 'last day';
		});
		expect(unsigned?.[1]).toBe('A report is signed before it is published: add a stage for that.');
		expect(said((draft) => void (draft.report.remarks = []))?.[1]).toMatch(
			/no place for the school’s response/,
		);
	});

	test('CEN-3 KSA-11 a kind of review that leaves out what its other stages wait for', () => {
		const without = (...keys: string[]) => said((draft) => void (draft.kinds[0]!.without = keys));
		expect(without('nowhere')).toEqual(['kinds.0.without', 'There is no stage nowhere.']);
		expect(without('workshop')).toEqual([
			'kinds.0.without',
			'A stage that stays is counted from one of these.',
		]);
		expect(without('workshop', 'actions')).toBeUndefined();
		expect(said((draft) => (draft.kinds[0]!.team = { ...draft.team, champion: 'never' }))).toEqual([
			'kinds.0.team',
			'A stage of this kind is left to a role that nobody holds in it.',
		]);
	});

	test('two stages that stand for one fact', () => {
		expect(said((draft) => (stage(draft, 'thanks').done = 'workshop held'))?.[1]).toBe(
			'‘Thank everyone who took part’ already stands for this.',
		);
	});

	test('a role nobody can hold', () => {
		expect(said((draft) => (draft.team.champion = 'never'))).toEqual([
			`stages.${at('workshop')}.who`,
			'By this protocol nobody holds that role.',
		]);
	});

	test('a floor beyond its ceiling', () => {
		expect(said((draft) => draft.audience.things.report.floor.push('heads'))).toEqual([
			'audience.things.report.ceiling',
			'Whoever reads it without asking belongs to those it may be opened to.',
		]);
	});

	test('an offset in a unit that does not exist, a team of minus one, no headings, a concern told to the head it is about', () => {
		expect(said((draft) => (stage(draft, 'report').when.offset.unit = 'semesters' as 'terms'))?.[0]).toBe(
			`stages.${at('report')}.when.offset.unit`,
		);
		expect(said((draft) => (draft.team.size = { least: 4, most: 3 }))?.[1]).toBe(
			'A team cannot have fewer at most than at least.',
		);
		expect(said((draft) => (draft.report.headings = []))?.[1]).toBe('A report has at least one heading.');
		expect(said((draft) => draft.concerns.tellAboutHead.push('headteacher'))?.[1]).toBe(
			'A concern about the headteacher is not told to the headteacher.',
		);
	});

	test('two entries under one key', () => {
		expect(said((draft) => draft.evidence.kinds.push({ key: 'note', label: 'Note again' }))?.[1]).toBe(
			'Two entries have the same key.',
		);
	});
});
