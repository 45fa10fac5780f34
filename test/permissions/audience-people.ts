import { randomUUIDv7 } from 'node:crypto';
import type { Audience } from '#domain/protocol/parts/audience.ts';
import type { Database } from '#platform/db/database.ts';

type School = 'host' | 'beside it in the group' | 'of another group' | 'of no group' | 'that left';

/** Somebody by what they are to a partnership and all its reviews, and the circles of readers that makes them one of. */
interface Part {
	circles: readonly Audience[];
	at?: { school: School; role: string; ended?: true; unconfirmed?: true };
	responsible?: { role: string; ended?: true };
	/** Knows of the reviews whatever is settled: on their team, or running the partnership. */
	knows?: true;
	team?: { role: string; bound: boolean; left?: true };
}

const aside = { school: 'of no group', role: 'senior leader' } as const;

export const parts = {
	'team member, bound': {
		circles: ['team', 'partnership'],
		at: aside,
		team: { role: 'reviewer', bound: true },
	},
	'team member, not bound': {
		circles: ['partnership'],
		knows: true,
		at: aside,
		team: { role: 'reviewer', bound: false },
	},
	'guest on the team': { circles: ['team'], team: { role: 'expert', bound: true } },
	'former team member': {
		circles: ['partnership'],
		at: aside,
		team: { role: 'reviewer', bound: true, left: true },
	},
	'team member who left the partnership': {
		circles: [],
		at: { ...aside, ended: true },
		team: { role: 'reviewer', bound: true },
	},
	champion: {
		circles: ['champion', 'partnership'],
		at: aside,
		team: { role: 'champion', bound: true },
		knows: true,
	},
	'host head': {
		circles: ['host', 'staff', 'group', 'heads', 'partnership'],
		at: { school: 'host', role: 'headteacher' },
	},
	'host head, not confirmed': {
		circles: ['staff', 'partnership'],
		at: { school: 'host', role: 'headteacher', unconfirmed: true },
	},
	'former host head': { circles: [], at: { school: 'host', role: 'headteacher', ended: true } },
	'host staff': { circles: ['staff', 'partnership'], at: { school: 'host', role: 'senior leader' } },
	governor: { circles: ['governors', 'partnership'], at: { school: 'host', role: 'governor' } },
	'governor of another school': {
		circles: ['partnership'],
		at: { school: 'of no group', role: 'governor' },
	},
	'head in the group': {
		circles: ['group', 'heads', 'partnership'],
		at: { school: 'beside it in the group', role: 'headteacher' },
	},
	'head in another group': {
		circles: ['heads', 'partnership'],
		at: { school: 'of another group', role: 'headteacher' },
	},
	'head of another member': {
		circles: ['heads', 'partnership'],
		at: { school: 'of no group', role: 'headteacher' },
	},
	'head of a member that left': { circles: [], at: { school: 'that left', role: 'headteacher' } },
	administrator: { circles: ['partnership'], responsible: { role: 'administrator' }, knows: true },
	chair: { circles: ['partnership'], responsible: { role: 'chair' }, knows: true },
	'of the steering group': { circles: ['partnership'], responsible: { role: 'steering' }, knows: true },
	'independent chair, on no team': {
		circles: ['partnership'],
		responsible: { role: 'independent chair' },
	},
	'outside partner': { circles: ['partner', 'partnership'], responsible: { role: 'outside partner' } },
	'ex-member': { circles: [], responsible: { role: 'chair', ended: true } },
	outsider: { circles: [] },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof parts;
export const partNames = Object.keys(parts) as PartName[];
const partOf = (name: PartName): Part => parts[name];

export interface Partnership {
	id: string;
	hostMemberId: string;
	people: Record<PartName, string>;
	/** Puts the team's parts on a review. */
	joinTeam(reviewId: string): Promise<void>;
}

const began = '2024-09-01';
const ended = '2026-10-01';

/** A partnership with two groups and somebody in every part, written past all policies. */
export async function peopledPartnership(database: Database): Promise<Partnership> {
	const partnership_id = randomUUIDv7();
	const schools = Object.fromEntries(
		['host', 'beside it in the group', 'of another group', 'of no group', 'that left'].map((school) => [
			school,
			randomUUIDv7(),
		]),
	) as Record<School, string>;
	const people = Object.fromEntries(partNames.map((name) => [name, randomUUIDv7()])) as Record<
		PartName,
		string
	>;
	const added_by = people.chair;
	const dated = (over: true | undefined) => ({ from_day: began, until_day: over ? ended : null, added_by });
	const appointments = partNames.flatMap((name) => {
		const at = partOf(name).at;
		return at ? [{ ...at, id: randomUUIDv7(), person_id: people[name] }] : [];
	});
	const responsibilities = partNames.flatMap((name) => {
		const held = partOf(name).responsible;
		return held ? [{ ...held, person_id: people[name] }] : [];
	});
	const groups: [string, School[]][] = [
		[randomUUIDv7(), ['host', 'beside it in the group']],
		[randomUUIDv7(), ['of another group']],
	];
	await database.asOwner(async (db) => {
		await db
			.insertInto('person')
			.values(partNames.map((name) => ({ id: people[name], name, email: `${people[name]}@people.example` })))
			.execute();
		await db
			.insertInto('partnership')
			.values({ id: partnership_id, name: 'Demo', founded_by: added_by })
			.execute();
		await db
			.insertInto('member')
			.values(
				Object.entries(schools).map(([name, id]) => ({
					partnership_id,
					id,
					name,
					from_day: began,
					until_day: name === 'that left' ? ended : null,
				})),
			)
			.execute();
		await db
			.insertInto('appointment')
			.values(
				appointments.map(({ id, person_id, school, role, ended: over }) => ({
					partnership_id,
					id,
					person_id,
					member_id: schools[school],
					role,
					...dated(over),
				})),
			)
			.execute();
		await db
			.insertInto('appointment_confirmation')
			.values(
				appointments
					.filter(({ role, unconfirmed }) => role === 'headteacher' && !unconfirmed)
					.map(({ id }) => ({ partnership_id, appointment_id: id, confirmed_by: added_by })),
			)
			.execute();
		await db
			.insertInto('responsibility')
			.values(
				responsibilities.map(({ person_id, role, ended: over }) => ({
					partnership_id,
					id: randomUUIDv7(),
					person_id,
					role,
					...dated(over),
				})),
			)
			.execute();
		for (const [id, members] of groups) {
			await db
				.insertInto('member_group')
				.values({ partnership_id, id, school_year: '2026-27', name: id })
				.execute();
			await db
				.insertInto('group_membership')
				.values(members.map((school) => ({ partnership_id, group_id: id, member_id: schools[school] })))
				.execute();
		}
	});
	return {
		id: partnership_id,
		hostMemberId: schools.host,
		people,
		joinTeam: (review_id) =>
			database.asOwner(async (db) => {
				for (const name of partNames) {
					const place = partOf(name).team;
					if (!place) continue;
					const of = { partnership_id, review_id, person_id: people[name] };
					await db
						.insertInto('team_member')
						.values({ ...of, role: place.role, added_by, left_on: place.left ? ended : null })
						.execute();
					if (place.bound) await db.insertInto('confidentiality_agreement').values(of).execute();
				}
			}),
	};
}
