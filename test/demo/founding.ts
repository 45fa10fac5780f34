import { addDays } from '#domain/calendar/day.ts';
import { schoolYearFrom, schoolYearName, schoolYearStart } from '#domain/calendar/school-year.ts';
import { saySystem } from '#domain/outcome/system/deeds.server.ts';
import { enterMeasure } from '#domain/outcome/actions.server.ts';
import { chooseLead, formGroup } from '#domain/partnership/deeds/groups.server.ts';
import { invite } from '#domain/partnership/deeds/invitation.server.ts';
import { addMember, foundPartnership } from '#domain/partnership/deeds/membership.server.ts';
import { members } from '#domain/partnership/queries.server.ts';
import { agreeProtocol } from '#domain/protocol/agreement/actions.server.ts';
import { londonDay } from '#platform/day.ts';
import type { Database } from '#platform/db/database.ts';
import { installationSecret, openSetUp, setUpFirstPerson } from '#platform/session/installation.ts';
import {
	addressOf,
	cast,
	founder,
	partnership,
	schools,
	trios,
	type CastMember,
	type PersonKey,
	type SchoolKey,
} from '../cast.ts';
import { did, doing, type Doing } from './doing.ts';
import { draftChanges, publishFirst } from './drafting.ts';
import { lookInto } from './group-focus.ts';
import { headOf } from './heads.ts';
import { agreeOnMemorandum } from './memorandum.ts';
import { systems } from './assessment.ts';
import { outcomes, phonicsChecks } from './outcomes.ts';

/** The partnership as it stands before its first review. */
export interface Founded extends Doing {
	partnershipId: string;
	members: ReadonlyMap<SchoolKey, string>;
}

const origin = 'http://localhost';
const castKeys = Object.keys(cast) as PersonKey[];

/** Founds the partnership on a day: its first person by the set-up token, everybody else by invitation. */
export async function found(
	database: Database,
	now: Date,
	day: string,
	newId: () => string,
): Promise<Founded> {
	await installationSecret(database);
	const token = await openSetUp(database);
	if (!token) throw new Error('The demo is loaded into an empty database only.');
	const first = newId();
	await setUpFirstPerson(database, { token, id: first, name: cast[founder].name, email: addressOf(founder) });
	const people = new Map<PersonKey, string>([[founder, first]]);
	const partnershipId = newId();
	const founding = { database, people, now };
	const memberIds = new Map<SchoolKey, string>();

	await doing(founding, founder, day, '09:00', async (ctx) => {
		await did(foundPartnership(ctx, { id: partnershipId, ...partnership }), 'found the partnership');
		for (const [key, school] of Object.entries(schools)) {
			const member = { id: newId(), partnershipId, fromDay: day, urns: [], ...school };
			memberIds.set(key as SchoolKey, (await did(addMember(ctx, member), `take in ${school.name}`)).id);
		}
		for (const key of castKeys) {
			const one: CastMember = cast[key];
			const invitation = {
				id: newId(),
				partnershipId,
				name: one.name,
				email: addressOf(key),
				memberId: one.school ? memberIds.get(one.school) : '',
				role: one.role,
				fromDay: day,
			};
			people.set(key, (await did(invite(ctx, origin, invitation), `invite ${one.name}`)).personId);
		}
	});
	await database.signIn(async (db) => {
		for (const id of people.values()) await acceptInvitation(db, id);
	});
	const founded = { database, people, now, partnershipId, members: memberIds };
	await agreeOnProtocol(founded, addDays(day, 14), newId);
	await agreeOnMemorandum(founded, addDays(day, 21), newId);
	await lookInto(founded, await formTrios(founded, newId), newId);
	await enterOutcomes(founded, newId);
	await saySystems(founded, newId);
	await draftChanges(founded, newId);
	return founded;
}

type SigningIn = Parameters<Parameters<Database['signIn']>[0]>[0];

/** Everybody has answered their letter, so that nobody of the demo seems to be missing. */
const acceptInvitation = (db: SigningIn, personId: string) =>
	db.selectNoFrom((eb) => eb.fn('accept_invitations', [eb.val(personId)]).as('accepted')).execute();

async function agreeOnProtocol(founded: Founded, day: string, newId: () => string): Promise<void> {
	const { partnershipId, members: memberIds } = founded;
	const versionId = await publishFirst(founded, day, newId);
	for (const [school, memberId] of memberIds)
		await doing(founded, headOf(school), addDays(day, 7), '17:00', (ctx) =>
			did(
				agreeProtocol(ctx, { partnershipId, memberId, versionId, typedName: cast[headOf(school)].name }),
				`agree to the protocol at ${school}`,
			),
		);
}

/** The trios by their names. */
async function formTrios(founded: Founded, newId: () => string): Promise<ReadonlyMap<string, string>> {
	const { partnershipId, members: memberIds, people, now } = founded;
	const today = londonDay(now);
	const ids = new Map<string, string>();
	await doing(founded, founder, today, '00:00', async (ctx) => {
		for (const [name, keys] of Object.entries(trios)) {
			const trio = {
				id: newId(),
				partnershipId,
				name,
				schoolYear: schoolYearName(today),
				memberIds: keys.map((key) => memberIds.get(key)!),
			};
			await did(formGroup(ctx, trio), `form the ${name}`);
			const lead = { partnershipId, groupId: trio.id, leadId: people.get(headOf(keys[0]!)) };
			await did(chooseLead(ctx, lead), `choose who leads the ${name}`);
			ids.set(name, trio.id);
		}
	});
	return ids;
}

/** Each school's figures of the last five summers, told by its head and shared with the other heads. */
async function enterOutcomes(founded: Founded, newId: () => string): Promise<void> {
	const { partnershipId, members: memberIds, now } = founded;
	const today = londonDay(now);
	const lastSummer = Number(today.slice(0, 4)) - (today.slice(5) < '08-01' ? 1 : 0);
	for (const [school, told] of [...Object.entries(outcomes), ...Object.entries(phonicsChecks)]) {
		await doing(founded, headOf(school as SchoolKey), today, '00:00', async (ctx) => {
			const member = (await members(ctx, partnershipId, '')).find(
				({ id }) => id === memberIds.get(school as SchoolKey),
			);
			for (const [back, { value, pupils, comment }] of told.years.entries()) {
				const year = String(lastSummer - back);
				const figure = {
					id: newId(),
					partnershipId,
					schoolId: member!.schools[0]!.id,
					measure: told.measure,
					year,
					value: String(value),
					pupils: String(pupils),
					comment,
					source: 'The school',
					sharedWith: ['heads'],
				};
				await did(enterMeasure(ctx, figure), `enter the ${year} figure of ${school}`);
			}
		});
	}
}

/** Each head says what their school uses. */
async function saySystems(founded: Founded, newId: () => string): Promise<void> {
	const today = londonDay(founded.now);
	const year = (ago: number) => schoolYearFrom(schoolYearStart(today) - ago);
	for (const [school, said] of Object.entries(systems))
		await doing(founded, headOf(school as SchoolKey), today, '00:00', async (ctx) => {
			for (const { since, until, ...one } of said)
				await did(
					saySystem(ctx, {
						...{
							id: newId(),
							partnershipId: founded.partnershipId,
							memberId: founded.members.get(school as SchoolKey),
							...one,
						},
						...{ sinceYear: year(since), untilYear: until === undefined ? '' : year(until) },
					}),
					`say that ${school} uses ${one.name}`,
				);
		});
}
