import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { adapting, must, preset, type Adapting } from '#domain/protocol/drafting/adapting.fixture.ts';
import type { Audience } from '#domain/protocol/parts/audience.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { changeFrame, proposeReview } from '#domain/review/deeds/frame.server.ts';
import { release, takeBack } from '#domain/review/deeds/sharing.server.ts';
import { joinTeam, leaveTeam } from '#domain/review/deeds/team.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { sharingScreen } from '#domain/review/sharing-screen.server.ts';
import { person } from '#platform/principal.ts';
import { forEachEngine } from '#test/database.ts';
import { concerned } from './concerned.server.ts';
import { groupsReady } from './readiness/readiness.server.ts';
import { reviewsOf } from './reviews.server.ts';

// Which schools are reviewed when: who knows of a review, and to whom there is none.

const day = '2026-11-19';

forEachEngine((database) => {
	let it: Adapting;
	let partnershipId: string;
	let people: Record<Someone, string>;

	type Someone =
		| 'host'
		| 'host staff'
		| 'governor'
		| 'head in the group'
		| 'head of another group'
		| 'teacher elsewhere'
		| 'outside partner'
		| 'independent chair'
		| 'administrator'
		| 'steering'
		| 'chair';

	beforeAll(async () => {
		it = await adapting(database());
		({ partnershipId } = it.family);
		const [own, beside] = it.oak.members;
		people = {
			host: it.oak.lead,
			'host staff': await it.family.invited('senior leader', own),
			governor: await it.family.invited('governor', own),
			'head in the group': it.oak.other,
			'head of another group': it.ash.lead,
			'teacher elsewhere': await it.family.invited('senior leader', beside),
			'outside partner': await it.family.invited('outside partner'),
			'independent chair': await it.family.invited('independent chair'),
			administrator: await it.family.invited('administrator'),
			steering: it.steering,
			chair: it.family.chair,
		};
	}, 60_000);

	const running: Someone[] = ['administrator', 'steering', 'chair'];
	const frame = {
		kind: 'question',
		focus: 'Do pupils use feedback?',
		focusKind: 'current-priority',
		focusSource: 'self-evaluation',
		firstDay: day,
		days: '1',
	};
	const only = (...floor: Audience[]) => ({ floor, ceiling: floor, countedBy: [] });

	/** A review under a protocol whose things nobody reads but team and host, and its cycle who is given. */
	async function reviewed(
		cycle: Protocol['audience']['things']['cycle'],
		change?: (protocol: Protocol) => void,
	) {
		await it.publish(
			preset((protocol) => {
				for (const thing of Object.keys(
					protocol.audience.things,
				) as (keyof typeof protocol.audience.things)[])
					protocol.audience.things[thing] = only('team', 'host');
				protocol.audience.things.cycle = cycle;
				for (const stage of protocol.stages) stage.who = stage.who.filter((one) => one !== 'partner');
				protocol.stages = protocol.stages.filter(({ who }) => who.length > 0);
				change?.(protocol);
			}),
		);
		const id = randomUUIDv7();
		const proposed = { id, partnershipId, hostMemberId: it.oak.members[0]!, ...frame };
		must(await it.by(people.host, proposeReview, proposed));
		return id;
	}

	/** Who of the people knows of a review: by its address, in the partnership's list, and with no check of the application. */
	async function knowing(reviewId: string): Promise<Someone[]> {
		const found: Someone[] = [];
		for (const [someone, id] of Object.entries(people) as [Someone, string][]) {
			const opened = await it.family.as(id, (ctx) => openReview(ctx, reviewId));
			const listed = await it.family.as(id, (ctx) => reviewsOf(ctx, partnershipId));
			const { rows } = await database().as(person(id), day, (db) =>
				sql<{ n: number }>`select count(*)::int as n from review where id = ${reviewId}
					union all select count(*)::int from review_facts_since(array[${reviewId}::uuid], '{}')
					union all select count(*)::int from sharing_of(${reviewId})`.execute(db),
			);
			const seen = [
				opened !== null,
				listed.some((one) => one.id === reviewId),
				...rows.map(({ n }) => n > 0),
			];
			expect(new Set(seen).size, `${someone}: ${seen.join()}`).toBe(1);
			const asked = await it.family.as(id, (ctx) => concerned(ctx, '2026-01-01'));
			if (!opened)
				expect(
					asked.map(({ id }) => id),
					someone,
				).not.toContain(reviewId);
			if (opened) found.push(someone);
		}
		return found;
	}

	const share = (reviewId: string, thing: string, audience: string) =>
		it.by(people.host, release, { id: randomUUIDv7(), reviewId, thing, audience });
	const takeAllBack = async (reviewId: string, thing: string) => {
		const screen = (await it.family.as(people.host, (ctx) => sharingScreen(ctx, reviewId)))!;
		const standing = screen.things.find((one) => one.thing === thing)!.releases;
		for (const { id } of standing) must(await it.by(people.host, takeBack, { releaseId: id, reviewId }));
	};

	describe('who knows of a review', () => {
		const heads: Someone[] = ['host', 'head in the group', 'head of another group'];
		test.each([
			['team and host', ['team', 'host'], ['host']],
			['the heads of its group', ['team', 'host', 'group'], ['host', 'head in the group']],
			['all heads', ['team', 'host', 'heads'], heads],
			['its governors', ['team', 'host', 'governors'], ['host', 'governor']],
			['the outside partner', ['team', 'host', 'partner'], ['host', 'outside partner']],
		] as [string, Audience[], Someone[]][])(
			'NFS-12 where the protocol tells it to %s, they do, and whoever runs the partnership',
			async (_, floor, known) => {
				const id = await reviewed(only(...floor));
				expect((await knowing(id)).toSorted()).toEqual([...known, ...running].toSorted());
			},
		);

		test('CSC-16 where it is told to the partnership, everybody in it', async () => {
			const id = await reviewed(only('team', 'host', 'partnership'));
			expect(await knowing(id)).toHaveLength(Object.keys(people).length);
		});

		test('whoever reads another thing of it without asking knows of it, and whoever is asked for a stage of it', async () => {
			const read = await reviewed(only('team', 'host'), (protocol) => {
				protocol.audience.things.plan = only('team', 'host', 'staff');
			});
			expect(await knowing(read)).toEqual(['host', 'host staff', ...running]);
			const asked = await reviewed(only('team', 'host'), (protocol) => {
				protocol.stages[0]!.who.push('partner');
			});
			expect(await knowing(asked)).toEqual(['host', 'outside partner', ...running]);
		});
	});

	describe('the host', () => {
		const wider = {
			...only('team', 'host'),
			ceiling: ['team', 'host', 'governors', 'partnership'] as Audience[],
		};

		test('NFS-12 opens it up to the ceiling, and takes it back', async () => {
			const id = await reviewed(wider);
			expect(await share(id, 'cycle', 'heads')).toMatchObject({
				is: 'invalid',
				fields: { audience: expect.stringContaining('protocol') },
			});
			expect(await share(id, 'cycle', 'governors')).toMatchObject({ is: 'done' });
			expect(await knowing(id)).toEqual(['host', 'governor', ...running]);
			expect(await share(id, 'cycle', 'partnership')).toMatchObject({ is: 'done' });
			expect(await knowing(id)).toHaveLength(Object.keys(people).length);
			await takeAllBack(id, 'cycle');
			expect(await knowing(id)).toEqual(['host', ...running]);
		});

		const planFor = (protocol: Protocol) => {
			protocol.audience.things.plan.ceiling = ['team', 'host', 'governors'];
		};
		test('NFS-12 KSA-10 opens another thing of it: who reads that knows of the review for as long, and not longer', async () => {
			const id = await reviewed(wider, planFor);
			expect(await share(id, 'plan', 'governors')).toMatchObject({ is: 'done' });
			expect(await knowing(id)).toEqual(['host', 'governor', ...running]);
			await takeAllBack(id, 'plan');
			expect(await knowing(id)).toEqual(['host', ...running]);
		});

		test('may open it of itself to those who know of it by another thing, and they keep it', async () => {
			const id = await reviewed(wider, planFor);
			await share(id, 'plan', 'governors');
			await share(id, 'cycle', 'governors');
			await takeAllBack(id, 'plan');
			expect(await knowing(id)).toEqual(['host', 'governor', ...running]);
		});
	});

	test('who is put on its team knows of it, and has lost it when they leave', async () => {
		const id = await reviewed(only('team', 'host'));
		const teacher = people['teacher elsewhere'];
		const join = { reviewId: id, personId: teacher, role: 'champion' };
		expect(await it.by(teacher, joinTeam, join)).toEqual({ is: 'missing' });
		must(await it.by(people.chair, joinTeam, join));
		expect(await knowing(id)).toEqual(['host', 'teacher elsewhere', ...running]);
		expect(await it.by(teacher, leaveTeam, { reviewId: id, personId: teacher })).toEqual({
			is: 'done',
			value: { known: false },
		});
		expect(await knowing(id)).toEqual(['host', ...running]);
	});

	test('moved into another school year it is told to the heads of the host’s group of that year, by whoever moves it', async () => {
		const id = await reviewed(only('team', 'host', 'group'));
		const later = { reviewId: id, ...frame, firstDay: '2027-09-16', show: '', followsId: '' };
		must(await it.by(people.chair, changeFrame, later));
		expect(await knowing(id)).toEqual(['host', ...running]);
		must(await it.by(people.chair, changeFrame, { ...later, firstDay: day }));
		expect(await knowing(id)).toEqual(['host', 'head in the group', ...running]);
	});

	test('nobody writes of a review that they do not know of', async () => {
		const id = await reviewed(only('team', 'host'));
		const written = database().as(person(people['head of another group']), day, (db) =>
			sql`insert into standstill (partnership_id, id, review_id, kind, reason, decided_by)
				values (${partnershipId}, ${randomUUIDv7()}, ${id}, 'cancelled', 'No', ${people['head of another group']})`.execute(
				db,
			),
		);
		await expect(written).rejects.toThrow('row-level security');
	});

	test('of what a group has ready nothing is said to whom there may be more than they know', async () => {
		const id = await reviewed(only('team', 'host', 'heads'));
		const ready = (someone: Someone) =>
			it.family.as(people[someone], (ctx) => groupsReady(ctx, partnershipId));
		const reviews = async (someone: Someone) =>
			(await ready(someone))!.groups.flatMap(({ schools }) => schools.flatMap(({ inTerm }) => inTerm));
		expect(await ready('steering')).toMatchObject({ wholeCycle: true });
		expect((await reviews('steering')).map((one) => one.id)).toContain(id);
		// By this protocol a head knows of every review; by earlier ones, which their reviews keep, of fewer.
		expect(await ready('head of another group')).toMatchObject({ wholeCycle: false });
		expect((await reviews('head of another group')).map((one) => one.id)).toContain(id);
		for (const someone of ['teacher elsewhere', 'outside partner'] as const) {
			expect(await ready(someone)).toMatchObject({ wholeCycle: false });
			expect((await reviews(someone)).map((one) => one.id)).not.toContain(id);
		}
	});
});
