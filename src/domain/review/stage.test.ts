import { describe, expect, test } from 'vitest';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import * as review from './facts.example.ts';
import type { Facts } from './facts.ts';
import { beforeNext, hasReached, isFollowUpOpen, signatories, stageOf, stages } from './stage.ts';

const protocol = presetNamed('family');
const at = (facts: Facts, today: string) => stageOf(facts, protocol, today);
const missing = (facts: Facts, today: string) => beforeNext(facts, protocol, today)?.missing;

describe('a review’s stage', () => {
	test.each([
		[review.proposed, '2026-09-15', 'proposed'],
		[review.agreed, '2026-09-20', 'agreed'],
		[review.prepared, '2026-11-18', 'prepared'],
		[review.prepared, '2026-11-19', 'on the day'],
		[review.prepared, '2026-11-20', 'writing'],
		[review.signed, '2026-11-23', 'agreed by the team'],
		[review.published, '2026-11-25', 'published'],
		[review.followedUp, '2026-12-08', 'followed up'],
		[review.lookedBack, '2027-06-15', 'looked back'],
		[review.closed, '2027-06-20', 'closed'],
	] as const)('is read from its facts (%#)', (facts, today, stage) => {
		expect(at(facts, today)).toBe(stage);
	});

	test('preparation left undone holds nobody back once the day has come, nor does somebody who joins on it', () => {
		const unprepared = { ...review.prepared, planAgreedOn: null, meetingHeldOn: null };
		expect(at(unprepared, '2026-11-18')).toBe('agreed');
		expect(at(unprepared, '2026-11-19')).toBe('on the day');
		const late = { ...review.prepared.team[0]!, personId: 'late', acceptedOn: null };
		const joined = { ...review.prepared, team: [...review.prepared.team, late] };
		expect(at(joined, '2026-11-18')).toBe('proposed');
		expect(at(joined, '2026-11-19')).toBe('on the day');
		const nobody = { ...joined, team: joined.team.map((member) => ({ ...member, acceptedOn: null })) };
		expect(at(nobody, '2026-11-19')).toBe('proposed');
	});

	test('a team that finishes the report on the day is writing already', () => {
		expect(at({ ...review.prepared, edition: { number: 1, on: '2026-11-19' } }, '2026-11-19')).toBe(
			'writing',
		);
	});

	test('a changed body takes back what was signed, by the same rule, and nothing that is out', () => {
		const edition = { number: 2, on: '2026-11-26' };
		const changed = { ...review.published, publication: null, edition };
		expect(at(changed, '2026-11-26')).toBe('writing');
		expect(missing(changed, '2026-11-26')).toEqual([
			{ what: 'The report is signed.', who: ['Ruth Amadi', 'Owen Pratt'] },
		]);
		for (const corrected of [{ edition }, { edition: null }])
			expect(at({ ...review.published, ...corrected }, '2026-11-26')).toBe('published');
	});

	test('deferred or cancelled before publication, and never after', () => {
		const standstill = {
			kind: 'deferred',
			reason: 'An inspection has been called.',
			on: '2026-11-01',
		} as const;
		expect(at({ ...review.prepared, standstill }, '2026-11-19')).toBe('deferred');
		expect(at({ ...review.published, standstill }, '2026-11-30')).toBe('published');
		expect(beforeNext({ ...review.prepared, standstill }, protocol, '2026-11-19')).toBeNull();
	});

	test('a report that is only allowed is no gate once next steps are planned (NFS-10)', () => {
		const free: Protocol = {
			...protocol,
			stages: protocol.stages.map((stage) =>
				stage.done.startsWith('report') ? { ...stage, required: 'may' } : stage,
			),
		};
		const spoken = { ...review.prepared, workshopHeldOn: '2026-12-01', actions: 2 };
		expect(stageOf(review.prepared, free, '2026-11-20')).toBe('writing');
		expect(stageOf(spoken, free, '2026-12-02')).toBe('followed up');
		expect(stageOf(spoken, protocol, '2026-12-02')).toBe('writing');
	});

	test('KSA-11 a kind of review without report, workshop or actions comes to its end all the same', () => {
		const gone = ['report agreed', 'report published', 'response given', 'workshop held', 'actions planned'];
		const bare = { ...protocol, stages: protocol.stages.filter(({ done }) => !gone.includes(done)) };
		const today = '2026-12-02';
		expect(stageOf(review.prepared, bare, today)).toBe('followed up');
		expect(isFollowUpOpen(review.prepared, bare, today)).toBe(true);
		expect(isFollowUpOpen(review.prepared, protocol, today)).toBe(false);
		const answered = [
			{ side: 'host', personId: 'h', on: today },
			{ side: 'team', personId: 't', on: today },
		] as const;
		expect(stageOf({ ...review.prepared, lookBack: [...answered] }, bare, today)).toBe('looked back');
	});

	test('nobody to sign is not everybody signed', () => {
		const nobody = { ...protocol, report: { ...protocol.report, signedBy: ['expert' as const] } };
		expect(stageOf(review.signed, nobody, '2026-11-23')).toBe('writing');
	});

	test('a host-written report is signed by the host', () => {
		const byHost = { ...protocol, report: { ...protocol.report, signedBy: ['host' as const] } };
		expect(signatories(review.prepared, byHost).map(({ personId }) => personId)).toEqual(['head']);
	});

	test('stages are in order', () => {
		expect(stages.map((stage) => hasReached(stage, 'writing'))).toEqual([
			false,
			false,
			false,
			false,
			true,
			true,
			true,
			true,
			true,
			true,
		]);
		expect(hasReached('cancelled', 'proposed')).toBe(false);
	});
});

describe('what stands before the next stage', () => {
	test('is named with whose it is', () => {
		expect(missing(review.proposed, '2026-09-15')).toEqual([
			{ what: 'The host accepts.', who: ['Helen Marsh'] },
			{ what: 'Everyone on the team accepts.', who: ['Ruth Amadi', 'Owen Pratt'] },
		]);
		expect(
			missing({ ...review.proposed, firstDay: null, lastDay: null, team: [] }, '2026-09-15')?.map(
				({ what }) => what,
			),
		).toEqual(['The day is set.', 'The host accepts.', 'The team is named.']);
		expect(missing(review.agreed, '2026-09-20')?.map(({ what }) => what)).toEqual([
			'The pre-review meeting is held.',
			'Lines and timetable are agreed.',
			'Everyone on the team agrees confidentiality.',
		]);
		expect(missing(review.published, '2026-11-26')?.map(({ what }) => what)).toEqual([
			'The workshop is held.',
			'The next steps are planned.',
		]);
		expect(
			missing({ ...review.followedUp, lookBack: review.lookedBack.lookBack.slice(0, 1) }, '2027-06-11'),
		).toEqual([{ what: 'One of the team looks back.', who: ['Ruth Amadi', 'Owen Pratt'] }]);
		expect(beforeNext(review.closed, protocol, '2027-07-01')).toBeNull();
	});

	test('a champion holds up no step', () => {
		const champion = { ...review.prepared.team[2]!, acceptedOn: null, confidentialityOn: null };
		expect(
			at({ ...review.prepared, team: [...review.prepared.team.slice(0, 2), champion] }, '2026-11-18'),
		).toBe('prepared');
	});
});
