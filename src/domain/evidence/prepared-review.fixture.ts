import { randomUUIDv7 } from 'node:crypto';
import { network } from '#domain/protocol/presets/network.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { audienceKeys } from '#domain/review/audience.ts';
import { type Context, inContext } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import { person } from '#platform/principal.ts';

const people = [
	'host',
	'coHead',
	'reviewer',
	'facilitator',
	'champion',
	'chair',
	'governor',
	'otherHead',
	'partner',
	'outsider',
] as const;
type Someone = (typeof people)[number];

/** A review on its day: host with two heads, a reviewer and a facilitator who agreed confidentiality, a champion, two lines. */
export interface PreparedReview {
	partnershipId: string;
	reviewId: string;
	hostMemberId: string;
	people: Record<Someone, string>;
	lines: { a: string; b: string };
	activityId: string;
	/** Runs work as somebody at noon of a day, the day of the review unless another is given. */
	as<T>(someone: Someone, work: (ctx: Context) => Promise<T>, day?: string): Promise<T>;
}

const reviewDay = '2026-11-19';

/** Writes a prepared review past all policies, on the network preset with what `change` changes. */
export async function preparedReview(
	database: Database,
	change: (protocol: Protocol) => void = () => {},
): Promise<PreparedReview> {
	const protocol = structuredClone(network) as Protocol;
	change(protocol);
	const ids = Object.fromEntries(people.map((name) => [name, randomUUIDv7()])) as Record<Someone, string>;
	const [partnership_id, review_id, hostMember, otherMember, version, a, b, activityId] = Array.from(
		{ length: 8 },
		() => randomUUIDv7(),
	) as [string, string, string, string, string, string, string, string];
	const appointments = [
		{ person_id: ids.host, member_id: hostMember, role: 'executive head' },
		{ person_id: ids.coHead, member_id: hostMember, role: 'head of school' },
		{ person_id: ids.governor, member_id: hostMember, role: 'governor' },
		{ person_id: ids.reviewer, member_id: otherMember, role: 'headteacher' },
		{ person_id: ids.otherHead, member_id: otherMember, role: 'headteacher' },
	].map((row) => ({
		partnership_id,
		id: randomUUIDv7(),
		from_day: '2024-09-01',
		added_by: ids.chair,
		...row,
	}));
	const review = { partnership_id, review_id };
	const keyIds = {
		reviewId: review_id,
		hostMemberId: hostMember,
		partnershipId: partnership_id,
		groupIds: [],
	};

	await database.asOwner(async (db) => {
		await db
			.insertInto('person')
			.values(
				people.map((name) => ({ id: ids[name], name: `Demo ${name}`, email: `${ids[name]}@example.org` })),
			)
			.execute();
		await db
			.insertInto('partnership')
			.values({ id: partnership_id, name: 'Demo network', founded_by: ids.chair })
			.execute();
		await db
			.insertInto('member')
			.values(
				[hostMember, otherMember].map((id, index) => ({
					partnership_id,
					id,
					name: index ? 'Elmstead' : 'Fernmarsh',
					from_day: '2024-09-01',
				})),
			)
			.execute();
		await db.insertInto('appointment').values(appointments).execute();
		await db
			.insertInto('appointment_confirmation')
			.values(
				appointments
					.filter(({ role }) => role !== 'governor')
					.map(({ id }) => ({ partnership_id, appointment_id: id, confirmed_by: ids.chair })),
			)
			.execute();
		await db
			.insertInto('responsibility')
			.values(
				(
					[
						['chair', ids.chair],
						['outside partner', ids.partner],
					] as const
				).map(([role, person_id]) => ({
					partnership_id,
					id: randomUUIDv7(),
					person_id,
					role,
					from_day: '2024-09-01',
					added_by: ids.chair,
				})),
			)
			.execute();
		await db
			.insertInto('protocol_version')
			.values({
				partnership_id,
				id: version,
				number: 1,
				title: 'Demo',
				document: JSON.stringify(protocol),
				published_by: ids.chair,
			})
			.execute();
		await db
			.insertInto('review')
			.values({
				partnership_id,
				id: review_id,
				host_member_id: hostMember,
				protocol_version_id: version,
				kind: protocol.kinds[0]!.key,
				focus: 'Do pupils use feedback?',
				focus_kind: 'current-priority',
				focus_source: 'data',
				first_day: reviewDay,
				last_day: reviewDay,
				proposed_by: ids.chair,
				plan_keys: audienceKeys('plan', protocol, keyIds),
				cycle_keys: audienceKeys('cycle', protocol, keyIds),
			})
			.execute();
		const team = (['reviewer', 'facilitator', 'champion'] as const).map((role) => ({
			...review,
			person_id: ids[role],
			role,
			added_by: ids.chair,
		}));
		await db.insertInto('team_member').values(team).execute();
		const accepting = [ids.reviewer, ids.facilitator, ids.host].map((person_id) => ({
			...review,
			person_id,
		}));
		await db.insertInto('acceptance').values(accepting).execute();
		await db.insertInto('confidentiality_agreement').values(accepting.slice(0, 2)).execute();
		await db
			.insertInto('pre_review_meeting')
			.values({ ...review, held_on: '2026-11-05', answers: '{}', recorded_by: ids.facilitator })
			.execute();
		await db
			.insertInto('line_of_enquiry')
			.values(
				[a, b].map((id, index) => ({
					partnership_id,
					id,
					review_id,
					letter: 'AB'[index]!,
					question: 'What do pupils do with marking?',
					origin: 'planned',
					proposed_by: ids.host,
				})),
			)
			.execute();
		await db
			.insertInto('activity')
			.values({
				partnership_id,
				id: activityId,
				review_id,
				kind: 'books',
				title: 'Year 5 books',
				day: reviewDay,
				starts: '09:15',
				ends: '10:00',
			})
			.execute();
		await db
			.insertInto('plan_agreement')
			.values({ ...review, agreed_by: ids.host })
			.execute();
	});

	return {
		partnershipId: partnership_id,
		reviewId: review_id,
		hostMemberId: hostMember,
		people: ids,
		lines: { a, b },
		activityId,
		as: (someone, work, day = reviewDay) =>
			inContext(database, person(ids[someone]), new Date(`${day}T12:00:00Z`), work),
	};
}
