import { randomUUIDv7 } from 'node:crypto';
import type { Database } from '#platform/db/database.ts';
import { fillCapacity } from './fill-capacity.ts';
import { fillWorkshop } from './fill-workshop.ts';
import { fillOutcomes } from './fill-outcomes.ts';
import { fillMeetings } from './fill-meetings.ts';
import { fillFollowing } from './fill-following.ts';
import { fillSupport } from './fill-support.ts';
import type { World } from './world.ts';

/** Adds what the demo's two reviews have not come to, so that every table of a partnership holds a row. Keyed like its review. */
export function fillEveryTable(database: Database, world: World): Promise<void> {
	const { partnershipId, hostMemberId, reviews, people, things } = world;
	const partnership_id = partnershipId;
	const by = people.past['host head'];
	const at = new Date();
	const today = { partnership_id, review_id: reviews.today };
	const past = { partnership_id, review_id: reviews.past };
	const keys = [`team:${reviews.past}`];
	const id = () => randomUUIDv7();
	return database.asOwner(async (db) => {
		await db
			.insertInto('pace')
			.values({ ...today, id: id(), day: '2026-01-01', minutes_behind: 5, said_by: by, said_at: at })
			.execute();
		await db
			.insertInto('closure')
			.values({ ...past, closed_by: by })
			.execute();
		await db
			.insertInto('stage_tick')
			.values({ ...past, id: id(), stage_key: 'thanks', ticked_by: by, ticked_on: '2026-01-01' })
			.execute();
		await db
			.insertInto('stage_notes')
			.values({
				...{ ...past, stage_key: 'quality', answers: '{}', version: 1 },
				...{ written_by: by, written_at: at, keys },
			})
			.execute();
		await db
			.insertInto('standstill')
			.values({ ...today, id: id(), kind: 'deferred', reason: 'Snow', decided_by: by, lifted_at: at })
			.execute();
		await db
			.insertInto('review_move')
			.values({ ...today, number: 1, from_day: '2026-01-01' })
			.execute();
		await db
			.insertInto('school_year')
			.values({ partnership_id, name: '2031-32', terms: '[]', entered_by: by })
			.execute();
		await db
			.insertInto('member_school_year')
			.values({ partnership_id, member_id: hostMemberId, name: '2031-32', terms: '[]', entered_by: by })
			.execute();
		await db
			.insertInto('release')
			.values({ ...past, id: id(), thing: 'report', audience: 'champion', released_by: by, released_at: at })
			.execute();
		await db
			.insertInto('edition')
			.values({ ...past, number: 0, body: '{}', digest: '', made_by: by, made_at: at, keys })
			.execute();
		await db
			.insertInto('correction')
			.values({
				...past,
				corrects: 0,
				reason: 'A wrong number.',
				begun_by: by,
				begun_at: at,
				after_step: 0,
				keys,
			})
			.execute();
		await db
			.insertInto('fact_check')
			.values({ ...past, edition_number: 0, person_id: by, role: 'headteacher', checked_at: at, keys })
			.execute();
		await db
			.insertInto('reopening')
			.values({ ...past, edition_number: 0, changed_by: by, changed_at: at })
			.execute();
		const link = { partnership_id, id: id(), last_day: '2199-01-01' };
		await db
			.insertInto('shared_link')
			.values({
				...past,
				...link,
				thing: 'report',
				for_whom: 'Inspector Example',
				token_hash: link.id,
				made_by: by,
				made_at: at,
				keys: [`host:${reviews.past}`],
			})
			.execute();
		await db
			.insertInto('link_opening')
			.values({ partnership_id, id: id(), link_id: link.id, opened_at: at })
			.execute();
		const piece = { ...past, evidence_id: things.past.evidence, keys };
		await db
			.insertInto('evidence_revision')
			.values({
				...piece,
				version: 1,
				source: 'pupils',
				kind: 'note',
				seen: 'A',
				so_what: 'B',
				replaced_at: at,
			})
			.execute();
		const photo = { partnership_id, id: id() };
		await db
			.insertInto('photo')
			.values({
				...past,
				...photo,
				evidence_id: things.past.evidence,
				...{ taken_by: by, taken_at: at, description: 'A wall', width: 1, height: 1, size: 1 },
				...{ sha256: '', thumbnail: new Uint8Array([1]) },
			})
			.execute();
		await db
			.insertInto('photo_chunk')
			.values({ partnership_id, photo_id: photo.id, number: 0, bytes: new Uint8Array([1]) })
			.execute();
		await db
			.insertInto('photo_removal')
			.values({
				...{ partnership_id, photo_id: id(), evidence_id: things.past.evidence },
				...{ removed_by: by, removed_at: at },
			})
			.execute();
		await db
			.insertInto('evidence_withdrawal')
			.values({ ...piece, reason: 'It names a child', withdrawn_by: by, withdrawn_at: at })
			.execute();
		await db
			.insertInto('showing')
			.values({ ...past, id: id(), evidence_id: things.past.evidence, shown_by: by, shown_at: at })
			.execute();
		const theme = await db
			.selectFrom('theme')
			.select('id')
			.where('partnership_id', '=', partnership_id)
			.limit(1)
			.executeTakeFirstOrThrow();
		const expertise = id();
		await db
			.insertInto('expertise')
			.values({
				...{ partnership_id, id: expertise, member_id: hostMemberId, theme_id: theme.id, ways: ['speak'] },
				...{ words: 'We read.', offered_by: by, offered_at: at },
			})
			.execute();
		await db
			.insertInto('expertise_found')
			.values({ ...past, expertise_id: expertise, finding_id: things.past.finding })
			.execute();
		await db
			.insertInto('finding_theme')
			.values({
				...{ ...past, finding_id: things.past.finding, theme_id: theme.id },
				...{ set_by: by, set_at: at },
			})
			.execute();
		await db
			.insertInto('finding_withdrawal')
			.values({ ...past, finding_id: things.past.finding, withdrawn_by: by, withdrawn_at: at, keys })
			.execute();
		await fillFollowing(db, world);
		await db
			.insertInto('progress_report')
			.values({ ...past, id: id(), words: 'Slow', reported_by: by, reported_at: at, keys })
			.execute();
		await db
			.insertInto('impact')
			.values({
				...past,
				id: id(),
				...{ heading: '', words: 'More', pupils: '', told_by: by, told_at: at, keys },
			})
			.execute();
		await db
			.insertInto('look_back')
			.values({
				...past,
				side: 'team',
				answers: '{}',
				answered_by: by,
				answered_at: at,
				keys,
				opens_to: keys,
			})
			.execute();
		await db
			.insertInto('feedback_note')
			.values({
				...past,
				...{ hearers: 'head', said: [], left_out: [], words: 'Thank you', version: 1 },
				...{ written_by: by, written_at: at, keys },
			})
			.execute();
		await db
			.insertInto('briefing_note')
			.values({
				...past,
				...{ words: 'They come', for_pupils: 'They come', version: 1 },
				...{ written_by: by, written_at: at, keys },
			})
			.execute();
		await db
			.insertInto('thank_you')
			.values({
				...past,
				...{ side: 'host', words: 'Thank you', thanked: '[]' },
				...{ sent_by: by, sent_at: at, keys },
			})
			.execute();
		const told = { partnership_id, review_id: reviews.past, person_id: by };
		await db
			.insertInto('reminder')
			.values({ ...told, stage: 'report', due: '2026-11-20', kind: 'overdue', told_on: '2026-11-23' })
			.execute();
		await db
			.insertInto('calendar_entry')
			.values({ ...told, uid: 'day-1', sequence: 0, cancelled: false, told: '{}', told_at: at })
			.execute();
		await db
			.insertInto('agreement_reminder')
			.values({ partnership_id, person_id: by, document: 'protocol', reminded_by: by, reminded_at: at })
			.execute();
		await db
			.insertInto('contact_list')
			.values({ partnership_id, member_id: hostMemberId, contacts: '[]', written_by: by, written_at: at })
			.execute();
		const concern = { partnership_id, id: id() };
		await db
			.insertInto('concern')
			.values({
				...past,
				...concern,
				kind: 'other',
				about_head: false,
				raised_by: people.past.reviewer,
				raised_at: at,
				sent_as: id(),
			})
			.execute();
		const step = { role: 'headteacher', name: 'Head Example', phone: '', email: 'head@people.example' };
		await db
			.insertInto('concern_telling')
			.values({ partnership_id, concern_id: concern.id, place: 0, ...step, person_id: by, told_at: at })
			.execute();
		await db
			.insertInto('report_section')
			.values({ ...past, heading: 'strengths', body: 'Reading.', written_by: by, written_at: at, keys })
			.execute();
		await db
			.insertInto('report_state')
			.values({ ...past, number: 0, bytes: Buffer.from([0, 0]) })
			.execute();
		await db
			.insertInto('lost_words')
			.values({ ...past, id: id(), number: 1, heading: 'strengths', block: '1.0', author_id: by, words: 'A' })
			.execute();
		await db
			.insertInto('report_version')
			.values({ ...past, id: id(), number: 1, name: 'Before lunch', made_by: by, made_at: at })
			.execute();
		await db
			.insertInto('report_caret')
			.values({ ...past, writer: 1, person_id: by })
			.execute();
		await db
			.insertInto('report_comment')
			.values({ ...past, id: id(), heading: 'strengths', words: 'Who?', author_id: by, written_at: at })
			.execute();
		await db
			.insertInto('set_aside')
			.values({ ...past, mark: 'a', set_by: by, set_at: at })
			.execute();
		await fillCapacity(db, world);
		await fillWorkshop(db, world);
		await fillOutcomes(db, world);
		await fillMeetings(db, world);
		await fillSupport(db, world);
		await db
			.insertInto('audit_entry')
			.values({ partnership_id, id: id(), person_id: by, deed: 'read', thing: 'report' })
			.execute();
	});
}
