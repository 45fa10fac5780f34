import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { newPerson } from '#domain/partnership/founded.fixture.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { presets } from '#domain/protocol/presets/presets.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { publishVersion } from '#domain/protocol/publishing.server.ts';
import { proposeReview } from '#domain/review/deeds/frame.server.ts';
import { frame, inTheMaking, type InTheMaking } from '#domain/review/deeds/in-the-making.fixture.ts';
import { linkedReviews } from '#domain/review/earlier.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { forEachEngine } from '#test/database.ts';
import { lastReview } from './review-before.server.ts';

const day = '2027-05-10';

const withOwnKinds = (preset: Protocol): Protocol => ({
	...preset,
	evidence: {
		...preset.evidence,
		kinds: [
			{ key: 'praise', label: 'Praise' },
			{ key: 'next-step', label: 'Next step' },
		],
		suggestionKinds: [],
	},
	report: {
		...preset.report,
		headings: preset.report.headings.map((heading, index) => ({
			...heading,
			kinds: index === 0 ? ['praise', 'next-step'] : [],
		})),
		celebrations: { ...preset.report.celebrations, kinds: ['praise'] },
		developments: { kinds: ['next-step'] },
	},
});

forEachEngine((database) => {
	let it: InTheMaking;
	let guest: string;
	const first = randomUUIDv7();

	beforeAll(async () => {
		it = await inTheMaking(database());
		guest = await newPerson(database(), 'Guest Example');
		const { partnershipId, chair, members, as } = it.home;
		// The first is held by a protocol whose kinds have names of their own; the one in force since knows none of them.
		await as(chair, (ctx) =>
			publishVersion(ctx, {
				id: randomUUIDv7(),
				partnershipId,
				publishedBy: chair,
				document: withOwnKinds(presets.find(({ key }) => key === 'consortium')!.protocol),
			}),
		);
		await it.propose({ id: first });
		const since = { id: randomUUIDv7(), partnershipId, preset: 'consortium', version: '1' };
		expect(await as(chair, (ctx) => publishPreset(ctx, since))).toMatchObject({ is: 'done' });
		const second = { kind: 'follow-up', firstDay: '2027-06-17', followsId: first };
		const proposed = { ...frame, ...second, id: it.reviewId, partnershipId, hostMemberId: members[0] };
		expect(await as(it.host, (ctx) => proposeReview(ctx, proposed), day)).toMatchObject({ is: 'done' });
		const onTeam = (review_id: string, person_id: string, role: string) => ({
			partnership_id: partnershipId,
			review_id,
			person_id,
			role,
			added_by: chair,
		});
		const written = {
			partnership_id: partnershipId,
			review_id: first,
			kind: 'next-step',
			effect: '',
			written_by: it.facilitator,
			written_at: new Date(),
		};
		const [teams, shared] = [randomUUIDv7(), randomUUIDv7()];
		await database().asOwner(async (db) => {
			await db
				.insertInto('team_member')
				.values([
					onTeam(first, it.facilitator, 'facilitator'),
					onTeam(it.reviewId, it.facilitator, 'facilitator'),
					onTeam(it.reviewId, it.reviewer, 'reviewer'),
					onTeam(it.reviewId, guest, 'expert'),
				])
				.execute();
			await db
				.insertInto('confidentiality_agreement')
				.values({ partnership_id: partnershipId, review_id: first, person_id: it.facilitator })
				.execute();
			const both = [`host:${first}`, `team:${first}`];
			await db
				.insertInto('finding')
				.values([
					{ ...written, id: teams, seen: 'For the team', position: 1, keys: both },
					{
						...written,
						id: shared,
						seen: 'For all',
						position: 2,
						keys: [...both, `partnership:${partnershipId}`],
					},
					{ ...written, id: randomUUIDv7(), kind: 'praise', seen: 'Well done', position: 3, keys: both },
				])
				.execute();
			const action = {
				partnership_id: partnershipId,
				review_id: first,
				owner: 'The deputy',
				due: '2027-03-01',
				measure_of_success: 'Seen in books',
				planned_by: it.host,
				planned_at: new Date(),
			};
			await db
				.insertInto('action')
				.values([
					{ ...action, id: randomUUIDv7(), finding_id: teams, title: 'Not told', keys: [`host:${first}`] },
					{
						...action,
						id: randomUUIDv7(),
						finding_id: teams,
						title: 'Told',
						keys: [`partnership:${partnershipId}`],
					},
				])
				.execute();
		});
	});

	const before = (personId: string) =>
		it.home.as(
			personId,
			async (ctx) => {
				const review = (await openReview(ctx, it.reviewId))!;
				const found = await lastReview(ctx, review);
				const titles = (list: readonly { title: string }[]) => list.map(({ title }) => title).toSorted();
				return (
					found && {
						id: found.id,
						are: found.developmentsAre,
						developments: found.developments.map(({ seen, actions }) => [seen, titles(actions)]),
						others: titles(found.others),
					}
				);
			},
			day,
		);

	describe('NFS-16 what came of the review before is shown as far as each may read it', () => {
		test('to the host all of it', async () => {
			expect(await before(it.host)).toEqual({
				id: first,
				are: 'findings of the kind ‘Next step’',
				developments: [
					['For the team', ['Not told', 'Told']],
					['For all', []],
				],
				others: [],
			});
		});

		test('to whoever was on its team what the team reads', async () => {
			expect(await before(it.facilitator)).toMatchObject({
				developments: [
					['For the team', ['Told']],
					['For all', []],
				],
				others: [],
			});
		});

		test('to a reviewer who was not what was opened to all; an action without the finding that it answers', async () => {
			expect(await before(it.reviewer)).toEqual({
				id: first,
				are: 'findings of the kind ‘Next step’',
				developments: [['For all', []]],
				others: ['Told'],
			});
		});

		test('to a guest nothing, and not that there was one', async () => {
			expect(await before(guest)).toBeNull();
			const linked = await it.home.as(guest, (ctx) => linkedReviews(ctx, it.key), day);
			expect(linked).toEqual({ follows: null, followedBy: [] });
			expect(await it.home.as(guest, (ctx) => openReview(ctx, first), day)).toBeNull();
		});
	});
});
