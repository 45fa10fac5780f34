import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { addDays } from '#domain/calendar/day.ts';
import { addPhoto } from '#domain/evidence/photo-actions.server.ts';
import { recordEvidence } from '#domain/evidence/actions.server.ts';
import { writeFinding } from '#domain/report/deeds/findings.server.ts';
import { invite } from '#domain/partnership/deeds/invitation.server.ts';
import { endRole } from '#domain/partnership/deeds/roles.server.ts';
import { foundedPartnership } from '#domain/partnership/founded.fixture.ts';
import { askForDays, offerDays } from '#domain/capacity/poll/deeds.server.ts';
import { askForYear, beginArrangement, moveReview } from '#domain/planning/arrangement/deeds.server.ts';
import { openArrangement } from '#domain/planning/arrangement/opening.server.ts';
import { cyclesOf } from '#domain/planning/cycle/queries.server.ts';
import { askForGroups } from '#domain/planning/proposal/deeds.server.ts';
import { release } from '#domain/review/deeds/sharing.server.ts';
import { askToSpeak } from '#domain/review/speaking/speaking.server.ts';
import { addPaper } from '#domain/workshop/paper/deeds.server.ts';
import { typeCards } from '#domain/workshop/room/moderating.server.ts';
import { prepareRoom } from '#domain/workshop/room/running.server.ts';
import { londonDay } from '#platform/day.ts';
import type { Database } from '#platform/db/database.ts';
import { photoOfPhone } from '#platform/picture/pictures.fixture.ts';
import { readPicture } from '#platform/picture/read-picture.server.ts';
import { founder, type PersonKey } from '../cast.ts';
import { openCycles } from '../demo/cycles.ts';
import { daysOf } from '../demo/days.ts';
import { did, doing } from '../demo/doing.ts';
import { found, type Founded } from '../demo/founding.ts';
import { headOf } from '../demo/heads.ts';
import { brambleseaToday } from '../demo/reviews/bramblesea-today.ts';
import { bramblesea } from '../demo/reviews/bramblesea.ts';
import { tell } from '../demo/tell.ts';
import { chooseAFile } from './outcomes.ts';
import { setAnAim } from './aims.ts';
import { keepAnOffer } from './introductions.ts';
import { holdAnEvent } from './events.ts';
import { measureAndTakeHome } from './measured.ts';
import { meetInAGroup } from './meetings.ts';
import type { Role } from './roles.ts';
import { supportTheHost } from './support.ts';
import { thingsOf, type Things } from './things.ts';

/** 'today' is under way; 'past' is published and followed up. One school hosts both. */
export type WhichReview = 'today' | 'past';

/** Two partnerships, and in the first of them two reviews and somebody in every role. */
export interface World {
	partnershipId: string;
	otherPartnershipId: string;
	hostMemberId: string;
	otherMemberId: string;
	reviews: Record<WhichReview, string>;
	/** Who plays a role in a review; the two teams are different people. */
	people: Record<WhichReview, Record<Exclude<Role, 'signed out'>, string>>;
	/** Somebody of the partnership who is on no team. */
	spare: string;
	/** The appointment that ended today. */
	appointmentId: string;
	/** By it the past report is open to the host's governors. */
	releaseId: string;
	/** What lies in the reviews and what they stand on, to be named in addresses and forms. */
	things: Record<WhichReview, Things>;
}

/** Fills an empty database by the domain's own actions; the reviews are those of the demo. */
export async function makeWorld(database: Database, now: Date): Promise<World> {
	const today = londonDay(now);
	const founded = await found(database, now, addDays(today, -130 * 7), randomUUIDv7);
	// By the protocol that the demo agrees nothing outside the focus is recorded, and no notes are written at a stage.
	await database.asOwner((db) =>
		sql`update protocol_version set document = jsonb_set(jsonb_set(document,
				'{evidence,outsideFocus}', '"kept apart"'), '{quality,internal,form}', '"look-back"')
			where partnership_id = ${founded.partnershipId}`.execute(db),
	);
	const reviews = {
		past: await tell(founded, bramblesea, daysOf(today, -52), 'the end', randomUUIDv7),
		today: await tell(founded, brambleseaToday, daysOf(today, 0), 'on the day', randomUUIDv7),
	};
	await database.asOwner((db) =>
		db.updateTable('review').set({ follows_id: reviews.past }).where('id', '=', reviews.today).execute(),
	);
	await openCycles(founded, randomUUIDv7);
	const asking = {
		...{ id: randomUUIDv7(), partnershipId: founded.partnershipId, schoolYear: '2039-40' },
		...{ least: '3', most: '4', near: '10', competing: '1' },
	};
	await doing(founded, founder, today, '00:01', (ctx) => did(askForGroups(ctx, asking), 'ask for groups'));
	await arrange(founded, today);
	await askTwoForDays(founded, today);
	await prepareWorkshop(founded, reviews.past);
	await chooseAFile(founded, database);
	await setAnAim(founded, today);
	await meetInAGroup(founded, today);
	await keepAnOffer(founded, reviews.past, today);
	await measureAndTakeHome(founded, { reviewId: reviews.past, reviewer: 'thimbleton', today });
	await holdAnEvent(founded, today);
	await supportTheHost(founded, today);
	await writeFindingOfToday(founded, reviews.today);
	await takePhotoToday(founded, reviews.today);
	await parkToday(founded, database, reviews.today);
	const sharing = { id: randomUUIDv7(), reviewId: reviews.past, thing: 'report', audience: 'governors' };
	await doing(founded, headOf('bramblesea'), today, '00:01', (ctx) =>
		did(release(ctx, sharing), 'share the report'),
	);
	const speaking = { reviewId: reviews.past, personId: founded.people.get('thimbleton')! };
	await doing(founded, headOf('bramblesea'), today, '00:02', (ctx) =>
		did(askToSpeak(ctx, 'https://fresh-eyes.example', speaking), 'ask a reviewer to speak to it'),
	);
	const joined = await everyRole(founded, today);
	const { partnershipId, members, people } = founded;
	const unbound = Object.values(reviews).map((review_id) => ({
		partnership_id: partnershipId,
		review_id,
		person_id: joined['unbound reviewer'],
		role: 'reviewer',
		added_by: people.get(founder)!,
	}));
	await database.asOwner(async (db) => {
		await db.insertInto('team_member').values(unbound).execute();
		const accepting = unbound.map(({ partnership_id, review_id, person_id }) => ({
			partnership_id,
			review_id,
			person_id,
		}));
		await db.insertInto('acceptance').values(accepting).execute();
	});
	const other = await foundedPartnership(database);
	const otherHead = await other.invited('headteacher', other.members[0]);
	const team = (reviewer: PersonKey, champion: PersonKey) => ({
		...joined,
		administrator: people.get('ledgerly')!,
		'member head': people.get('hedgepath')!,
		'host head': people.get(headOf('bramblesea'))!,
		'outside partner': people.get('tidewater')!,
		facilitator: people.get('foxglove')!,
		'other head': otherHead,
		reviewer: people.get(reviewer)!,
		champion: people.get(champion)!,
	});
	const cast = { today: team('inkwell', 'featherby'), past: team('thimbleton', 'copperkettle') };
	return {
		partnershipId,
		otherPartnershipId: other.partnershipId,
		hostMemberId: members.get('bramblesea')!,
		otherMemberId: members.get('marrowfield')!,
		reviews,
		people: cast,
		spare: people.get('plumbline')!,
		appointmentId: joined.appointmentId,
		releaseId: sharing.id,
		things: {
			today: await thingsOf(database, reviews.today, cast.today.reviewer),
			past: await thingsOf(database, reviews.past, cast.past.reviewer),
		},
	};
}

/** The team of today has begun to sort, so that there is a finding to be put differently. */
const writeFindingOfToday = (founded: Founded, reviewId: string) =>
	doing(founded, 'inkwell', londonDay(founded.now), '23:59', async (ctx) => {
		const evidence = await ctx.db
			.selectFrom('evidence')
			.select('id')
			.where('review_id', '=', reviewId)
			.limit(1)
			.execute();
		const finding = {
			id: randomUUIDv7(),
			reviewId,
			kind: 'strength',
			evidence: evidence.map(({ id }) => id),
		};
		await did(
			writeFinding(ctx, { ...finding, seen: 'Reading aloud.', effect: 'They listen.' }),
			'write a finding',
		);
	});

/** What is parked says this; nothing else does. */
export const parkedWords = 'The gate by the pond stood open';

/**
 * A pupil's words that lie outside the focus, with a finding on them, by a third of the team. Somebody has opened the piece to all
 * who read anything.
 */
async function parkToday(founded: Founded, database: Database, reviewId: string): Promise<void> {
	const { partnershipId, members } = founded;
	const id = randomUUIDv7();
	const said = { source: 'pupils', seen: parkedWords, pupilWords: 'yes', pupilYear: 'Year 4' };
	await doing(founded, 'lanternby', londonDay(founded.now), '23:59', async (ctx) => {
		const piece = { id, reviewId, kind: 'strength', outsideFocus: 'yes', ...said };
		await did(recordEvidence(ctx, piece), 'park a piece');
		const finding = { id: randomUUIDv7(), reviewId, kind: 'strength', evidence: [id] };
		await did(
			writeFinding(ctx, { ...finding, seen: 'Gates are looked after.', effect: 'Nobody is lost.' }),
			'write a finding on it',
		);
	});
	const host = members.get('bramblesea')!;
	const keys = [`team:${reviewId}`, `host:${reviewId}`, `champion:${reviewId}`, `staff:${host}`];
	keys.push(`governors:${host}`, `heads:${partnershipId}`, `partnership:${partnershipId}`);
	await database.asOwner((db) => db.updateTable('evidence').set({ keys }).where('id', '=', id).execute());
}

/** On the reviewer’s last piece; the first is withdrawn by these tests, and its photos would go with it. */
const takePhotoToday = (founded: Founded, reviewId: string) =>
	doing(founded, 'inkwell', londonDay(founded.now), '23:59', async (ctx) => {
		const { id: evidenceId } = await ctx.db
			.selectFrom('evidence')
			.select('id')
			.where('review_id', '=', reviewId)
			.where('author_id', '=', founded.people.get('inkwell')!)
			.orderBy('id', 'desc')
			.limit(1)
			.executeTakeFirstOrThrow();
		const picture = await readPicture(await photoOfPhone());
		const photo = { id: randomUUIDv7(), reviewId, evidenceId, description: 'A display of replies', picture };
		await did(addPhoto(ctx, photo), 'take a photo');
	});

/** Those whom the cast has not, or who are something else besides: a chair who heads no school, a member who left today. */
async function everyRole(founded: Founded, today: string) {
	const { partnershipId, members } = founded;
	const invited = (name: string, role: string, school?: 'bramblesea' | 'marrowfield') =>
		doing(founded, founder, addDays(today, -100), '09:00', async (ctx) => {
			const person = { name, email: `${randomUUIDv7()}@people.example`, role, fromDay: addDays(today, -100) };
			const memberId = school ? members.get(school) : '';
			const given = { id: randomUUIDv7(), partnershipId, memberId, ...person };
			return did(invite(ctx, 'http://localhost', given), `invite ${name}`);
		});
	const left = await invited('Former Example', 'headteacher', 'marrowfield');
	const ending = { partnershipId, roleId: left.id, of: 'appointment', untilDay: today };
	await doing(founded, founder, today, '00:01', (ctx) => did(endRole(ctx, ending), 'end a role'));
	return {
		chair: (await invited('Chair Example', 'chair')).personId,
		'host staff': (await invited('Staff Example', 'senior leader', 'bramblesea')).personId,
		governor: (await invited('Governor Example', 'governor', 'bramblesea')).personId,
		'unbound reviewer': (await invited('Unbound Example', 'senior leader', 'marrowfield')).personId,
		'ex-member': left.personId,
		appointmentId: left.id,
	};
}

/** Two are asked, of whom none has answered. */
async function askTwoForDays(founded: Founded, today: string): Promise<void> {
	const { partnershipId, people } = founded;
	await doing(founded, founder, today, '00:04', async (ctx) => {
		const during = { from: addDays(today, 30), to: addDays(today, 75), weekdays: ['1', '2'] };
		const days = await did(offerDays(ctx, { partnershipId, ...during }), 'find days');
		const asking = {
			...{ id: randomUUIDv7(), partnershipId, title: 'Reviews', days, untilDay: addDays(today, 7) },
			personIds: [people.get(headOf('bramblesea'))!, people.get('inkwell')!],
		};
		await did(askForDays(ctx, 'https://fresh-eyes.example', asking), 'ask for days');
	});
}

/** A further sitting of its workshop, with a card from paper and a photo of it. */
const prepareWorkshop = (founded: Founded, reviewId: string) =>
	doing(founded, headOf('bramblesea'), londonDay(founded.now), '00:05', async (ctx) => {
		const roomId = randomUUIDv7();
		await did(prepareRoom(ctx, { id: roomId, reviewId }), 'prepare a workshop');
		const typed = { id: randomUUIDv7(), reviewId, roomId, cards: 'Read aloud every day' };
		await did(typeCards(ctx, typed), 'type in a card');
		const picture = await readPicture(await photoOfPhone());
		const paper = { id: randomUUIDv7(), reviewId, roomId, description: 'A poster', picture };
		await did(addPaper(ctx, paper), 'keep a photo of paper');
	});

/** One review of the cycle moved, and the rest asked to be worked out. */
async function arrange(founded: Founded, today: string): Promise<void> {
	const { partnershipId } = founded;
	await doing(founded, founder, today, '00:03', async (ctx) => {
		const [cycle] = await cyclesOf(ctx, partnershipId);
		const on = { partnershipId, arrangementId: randomUUIDv7() };
		const begun = { id: on.arrangementId, partnershipId, cycleId: cycle!.id, name: 'First arrangement' };
		await did(beginArrangement(ctx, begun), 'begin an arrangement');
		const { plan } = (await openArrangement(ctx, partnershipId, on.arrangementId))!;
		const moved = { ...on, version: '1', reviewId: plan[0]!.id, day: cycle!.to };
		await did(moveReview(ctx, moved), 'move a review');
		await did(askForYear(ctx, { ...on, id: randomUUIDv7() }), 'ask for teams and days');
	});
}
