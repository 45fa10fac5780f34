import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { foundedPartnership, newPerson, type Founded } from '#domain/partnership/founded.fixture.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import type { Database, Work } from '#platform/db/database.ts';

/** A partnership in which one person has a part in many open reviews, and other people have theirs. */
export interface ManyReviews {
	home: Founded;
	/** Heads a school that hosts every second of their reviews, and facilitates the rest. */
	me: string;
	partnershipId: string;
}

export const today = '2027-01-20';

/**
 * Writes reviews past all policies: `own` with a part of one person, `others` without; one every `apart` days, from two months
 * ahead into the past. None is closed.
 */
export async function manyReviews(
	database: Database,
	{ own, others = 0, apart = 2 }: { own: number; others?: number; apart?: number },
): Promise<ManyReviews> {
	const home = await foundedPartnership(database);
	const { partnershipId } = home;
	const me = await home.invited('headteacher', home.members[0]);
	const other = await home.invited('headteacher', home.members[1]);
	const team = [await newPerson(database), await newPerson(database), await newPerson(database)];
	const version = randomUUIDv7();
	await home.as(home.chair, (ctx) => publishPreset(ctx, { id: version, partnershipId, preset: 'family' }));
	const [mine, theirs] = home.members;
	await database.asOwner(async (db) => {
		await sql`insert into review (partnership_id, id, host_member_id, protocol_version_id, kind, focus, focus_kind,
				focus_source, first_day, last_day, proposed_by, proposed_at, cycle_keys)
			select ${partnershipId}, gen_random_uuid(), case when n <= ${own} and n % 2 = 0 then ${mine}::uuid else ${theirs}::uuid end,
				${version}, 'themed', 'Question ' || n, 'current-priority', 'self-evaluation',
				day, day, ${other}, day - interval '60 days', array['partnership:' || ${partnershipId}::text]
			from (select n, ${today}::date + 60 - ${apart}::int * (n % ${Math.max(own, 1)}::int) as day
				from generate_series(1, ${own + others}::int) n) every`.execute(db);
		await sql`create temporary table fresh on commit drop as
			select *, split_part(focus, ' ', 2)::int as nth from review where partnership_id = ${partnershipId}`.execute(
			db,
		);
		await sql`create temporary table seat on commit drop as
			select r.partnership_id, r.id as review_id, r.first_day, p.person_id, p.role
			from fresh r cross join lateral (values (${team[0]}::uuid, 'reviewer'), (${team[1]}, 'reviewer'), (${team[2]}, 'champion')) p (person_id, role)`.execute(
			db,
		);
		await sql`insert into seat select partnership_id, id, first_day, ${me}, 'facilitator'
			from fresh where nth <= ${own} and nth % 2 = 1`.execute(db);
		await fill(db, other);
	});
	return { home, me, partnershipId };
}

/** What reviews hold once their day is over: half of those of the past are published and followed up. */
async function fill(db: Parameters<Work<void>>[0], by: string): Promise<void> {
	const review = 'r.partnership_id, r.id';
	const held = `from fresh r where r.first_day < '${today}'`;
	const out = `from fresh r where r.first_day < '${today}' and extract(day from r.first_day)::int % 2 = 0`;
	const statements = [
		`insert into team_member select partnership_id, review_id, person_id, role, '${by}' from seat`,
		`insert into acceptance select partnership_id, review_id, person_id, first_day - 50 from seat`,
		`insert into acceptance select ${review}, a.person_id, r.first_day - 50 from fresh r join appointment a
			on a.partnership_id = r.partnership_id and a.member_id = r.host_member_id on conflict do nothing`,
		`insert into confidentiality_agreement select partnership_id, review_id, person_id, first_day - 20 from seat`,
		`insert into pre_review_meeting select ${review}, r.first_day - 25, '{}', 1, '${by}' ${held}`,
		`insert into plan_agreement select ${review}, '${by}', r.first_day - 15 ${held}`,
		`insert into line_of_enquiry select r.partnership_id, gen_random_uuid(), r.id, chr(64 + n), 'Who reads?', 'planned', '${by}'
			from fresh r cross join generate_series(1, 3) n`,
		`insert into activity select r.partnership_id, gen_random_uuid(), r.id, 'books', 'Books', '', r.first_day, '09:00', '10:00'
			from fresh r cross join generate_series(1, 6) n`,
		`insert into evidence select r.partnership_id, gen_random_uuid(), r.id, '${by}', null, null, 'books', 'note', 'Seen.', '',
			false, false, '', false, r.first_day, 1, array['team:' || r.id]
			from fresh r cross join generate_series(1, 25) n where r.first_day < '${today}'`,
		`insert into finding select r.partnership_id, gen_random_uuid(), r.id, null, 'strength', 'Seen.', 'So.', n, '${by}',
			r.first_day, 1, array['team:' || r.id] from fresh r cross join generate_series(1, 5) n where r.first_day < '${today}'`,
		`insert into edition select ${review}, 1, '{}', '', '${by}', r.first_day + 3, array['team:' || r.id] ${held}`,
		`insert into sign_off select s.partnership_id, s.review_id, 1, s.person_id, s.person_id, null, s.first_day + 4,
			array['team:' || s.review_id] from seat s where s.role <> 'champion' and s.first_day < '${today}'`,
		`insert into publication select ${review}, 1, '${by}', r.first_day + 6 ${out}`,
		`insert into workshop select ${review}, r.first_day + 12, '', 1, '${by}', r.first_day + 12, array['team:' || r.id] ${out}`,
		`insert into action select f.partnership_id, gen_random_uuid(), f.review_id, f.id, 'Read', 'Us', null, '2027-06-01', 'More',
			'${by}', f.written_at, f.keys from finding f join fresh r on r.id = f.review_id
			join publication p on p.partnership_id = f.partnership_id and p.review_id = f.review_id where f.position <= 3`,
		'analyze',
	];
	for (const statement of statements) await sql.raw(statement).execute(db);
}
