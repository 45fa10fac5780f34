import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { callMeeting } from '#domain/meeting/deeds/calling.server.ts';
import { endMembership } from '#domain/partnership/deeds/membership.server.ts';
import { foundedPartnership } from '#domain/partnership/founded.fixture.ts';
import {
	adapting,
	decided,
	must,
	preset,
	type Adapting,
} from '#domain/protocol/drafting/adapting.fixture.ts';
import { publishDraft, returnDraft, submitDraft } from '#domain/protocol/drafting/deciding.server.ts';
import { proposeReview } from '#domain/review/deeds/frame.server.ts';
import { standStill } from '#domain/review/deeds/team.server.ts';
import { countedQueries } from '../counted-queries.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { groupsReady } from './readiness.server.ts';

forEachEngine((database) => {
	let it: Adapting;
	let partnershipId: string;

	beforeAll(async () => {
		it = await adapting(database());
		({ partnershipId } = it.family);
	}, 60_000);

	const seenBy = (person: string, day?: string) =>
		it.family.as(person, (ctx) => groupsReady(ctx, partnershipId), day);
	const group = async (name: string, person = it.steering, day?: string) =>
		(await seenBy(person, day))!.groups.find((one) => one.name === name)!;
	const propose = async (hostMemberId: string, firstDay: string, focus = 'Do pupils use feedback?') => {
		const frame = { kind: 'question', focus, focusKind: 'current-priority', focusSource: 'self-evaluation' };
		const input = { id: randomUUIDv7(), partnershipId, hostMemberId, firstDay, days: '1', ...frame };
		return must(await it.by(it.family.chair, proposeReview, input)).id;
	};

	describe('what each group has ready (CSC-24)', () => {
		test('nobody is ready before there is a protocol, and it is nothing to another partnership', async () => {
			expect(await seenBy(it.steering)).toMatchObject({ approvedBy: null });
			const other = await foundedPartnership(database());
			const head = await other.invited('headteacher', other.members[0]);
			expect(await seenBy(head)).toBeNull();
			expect(await other.as(head, (ctx) => groupsReady(ctx, other.partnershipId))).toMatchObject({
				groups: [],
			});
		});

		test('each school’s review of the autumn with its day and focus, or that there is none', async () => {
			await it.publish(
				preset((protocol) => {
					protocol.adaptation.parts.push('cadence');
					protocol.cadence.reviews = { kind: 'slots', reviews: 1, per: 'term', of: 'group' };
				}),
			);
			expect(await group('Oak')).toMatchObject({ asked: 1, planned: 0, ready: false, ownSince: null });
			await propose(it.oak.members[0]!, '2026-11-19');
			await propose(it.oak.members[1]!, '2027-03-04', 'Who is heard?');
			const { schools, ...oak } = await group('Oak');
			expect(oak).toMatchObject({ planned: 1, ready: true, lead: 'Demo headteacher' });
			expect(schools).toMatchObject([
				{
					inTerm: [{ firstDay: '2026-11-19', focus: 'Do pupils use feedback?', stage: 'proposed' }],
					later: null,
				},
				{ inTerm: [], later: { firstDay: '2027-03-04', focus: 'Who is heard?' } },
			]);
			expect(await group('Ash')).toMatchObject({ planned: 0, ready: false });
		});

		test('a review that is put off has no day any more', async () => {
			const reviewId = await propose(it.ash.members[0]!, '2026-11-26');
			expect(await group('Ash')).toMatchObject({ planned: 1, ready: true });
			const off = { id: randomUUIDv7(), reviewId, kind: 'deferred', reason: 'The boiler.' };
			must(await it.by(it.family.chair, standStill, off));
			expect(await group('Ash')).toMatchObject({
				planned: 0,
				ready: false,
				schools: [{ inTerm: [{ stage: 'deferred' }] }, { inTerm: [] }],
			});
		});

		test('a change is told to its authors while they write, to all once it is put forward, and when it is approved', async () => {
			const asOak = (person: string) => group('Oak', person);
			const draftId = await it.adapt((protocol) => {
				protocol.cadence.reviews = { kind: 'slots', reviews: 2, per: 'term', of: 'group' };
			});
			expect((await asOak(it.oak.lead)).change).toMatchObject({ draftId, state: 'being written', on: null });
			expect((await asOak(it.steering)).change).toBeNull();

			must(await it.by(it.oak.lead, submitDraft, decided(draftId)));
			const forward = { state: 'put forward', on: '2026-09-07', overtaken: false };
			expect(await asOak(it.ash.lead)).toMatchObject({ change: forward, ready: true, ownSince: null });

			must(await it.by(it.steering, returnDraft, decided(draftId, 'Say why.'), '2026-09-10'));
			const back = { state: 'sent back', on: '2026-09-10' };
			expect(await asOak(it.ash.lead)).toMatchObject({ change: back, settled: false, ready: false });

			must(await it.by(it.oak.lead, submitDraft, decided(draftId)));
			must(await it.by(it.steering, publishDraft, decided(draftId), '2026-09-14'));
			// Its own way asks for two reviews, and one has a day.
			const own = { change: null, ownSince: '2026-09-14', asked: 2, planned: 1, ready: false };
			expect(await asOak(it.ash.lead)).toMatchObject(own);
			expect(await group('Ash')).toMatchObject({ ownSince: null, asked: 1 });
		});

		test('the next meeting of the steering group, not one that is over, and not the heads’', async () => {
			expect((await seenBy(it.steering))!.meeting).toBeNull();
			for (const [who, day] of [
				['heads', '2026-09-09'],
				['steering', '2026-09-15'],
				['steering', '2026-11-10'],
			])
				must(
					await it.by(it.family.chair, callMeeting, {
						id: randomUUIDv7(),
						partnershipId,
						who,
						day,
						fromTime: '',
						toTime: '',
						place: '',
					}),
				);
			expect((await seenBy(it.steering))!.meeting).toBe('2026-09-15');
			expect((await seenBy(it.steering, '2026-09-16'))!.meeting).toBe('2026-11-10');
		});

		test('from July on it is about the next school year', async () => {
			expect(await seenBy(it.steering, '2027-06-30')).toMatchObject({
				schoolYear: '2026-27',
				term: 'autumn',
			});
			expect(await seenBy(it.steering, '2027-07-01')).toMatchObject({ schoolYear: '2027-28', groups: [] });
		});

		test('many reviews and changes are read with as many queries as none', async () => {
			const queries = () =>
				it.family.as(
					it.oak.lead,
					async (ctx) => (await countedQueries(ctx, (counted) => groupsReady(counted, partnershipId))).count,
				);
			const few = await queries();
			for (const day of ['2026-10-08', '2026-10-15', '2026-12-03'])
				for (const member of [...it.oak.members, ...it.ash.members]) await propose(member, day);
			await it.adapt(() => {}, it.ash);
			expect((await group('Oak')).planned).toBe(7);
			expect(few).toBeGreaterThan(5);
			expect(await queries()).toBe(few);
		});

		test('a school that has left is asked for nothing', async () => {
			const [stays, goes] = it.ash.members as [string, string];
			const leaving = { partnershipId, memberId: goes, untilDay: '2026-12-31' };
			must(await it.by(it.family.chair, endMembership, leaving));
			const ids = async (day: string) => (await group('Ash', it.steering, day)).schools.map(({ id }) => id);
			expect(await ids('2026-12-30')).toEqual([stays, goes]);
			expect(await ids('2026-12-31')).toEqual([stays]);
		});
	});
});
