import { randomUUIDv7 } from 'node:crypto';
import { invite } from '#domain/partnership/deeds/invitation.server.ts';
import { addMember } from '#domain/partnership/deeds/membership.server.ts';
import { chooseLead, formGroup } from '#domain/partnership/deeds/groups.server.ts';
import { endRole } from '#domain/partnership/deeds/roles.server.ts';
import { foundedPartnership, foundingDay, type Founded } from '#domain/partnership/founded.fixture.ts';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import type { Outcome } from '#platform/outcome.ts';
import { planEvent } from './deeds/planning.server.ts';

/** A form that plans a moderation for all, as the chair sends it. */
export const moderation = {
	...{
		kind: 'moderation',
		title: 'Year 5 writing',
		fromDay: '2026-11-12',
		fromTime: '13:30',
		toTime: '15:30',
	},
	...{ yearGroups: ['5'], subject: 'Writing', speaker: 'Somebody from outside', forWhom: 'all' },
};

/** A partnership of three schools with heads, of which two are a group with a lead, and a teacher and a deputy. */
export interface Holding extends Founded {
	third: string;
	heads: [string, string, string];
	teacher: string;
	deputy: string;
	group: string;
	does(
		who: string,
		deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>,
		input: object,
		day?: string,
	): Promise<Outcome<unknown>>;
	/** Their post at a school ends, on a day. */
	leaves(who: string, memberId: string, day: string): Promise<void>;
	/** Gives somebody a post at a school too, on a day. */
	worksAt(who: string, memberId: string, day?: string): Promise<void>;
	/** Who got letters with such a subject, in order of ids, with what these say. */
	letters(subject: string): Promise<{ id: string; body: string }[]>;
	/** Plans an event, by the chair unless said, and gives its id. */
	planned(more?: object, by?: string): Promise<string>;
}

export async function holding(database: Database): Promise<Holding> {
	const home = await foundedPartnership(database);
	const { partnershipId, chair } = home;
	const third = randomUUIDv7();
	const school = { id: third, partnershipId, fromDay: foundingDay, name: 'Demo school 2', place: 'Nowhere' };
	await home.as(chair, (ctx) => addMember(ctx, school));
	const heads: [string, string, string] = [
		await home.invited('headteacher', home.members[0]),
		await home.invited('headteacher', home.members[1]),
		await home.invited('headteacher', third),
	];
	const teacher = await home.invited('senior leader', home.members[0]);
	const deputy = await home.invited('deputy', home.members[1]);
	const group = randomUUIDv7();
	const two = [home.members[0], home.members[1]];
	await home.as(chair, (ctx) =>
		formGroup(ctx, { id: group, partnershipId, name: 'Larch', schoolYear: '2026-27', memberIds: two }),
	);
	await home.as(chair, (ctx) => chooseLead(ctx, { partnershipId, groupId: group, leadId: heads[0] }));
	const does: Holding['does'] = (who, deed, input, day) =>
		home.as(who, (ctx) => deed(ctx, { partnershipId, ...input }), day);
	return {
		...{ ...home, third, heads, teacher, deputy, group, does },
		leaves: (who, memberId, day) =>
			home.as(
				chair,
				async (ctx) => {
					const post = await ctx.db
						.selectFrom('appointment')
						.select('id')
						.where('person_id', '=', who)
						.where('member_id', '=', memberId)
						.where('until_day', 'is', null)
						.executeTakeFirstOrThrow();
					const end = { partnershipId, roleId: post.id, of: 'appointment', untilDay: day };
					asDone(await endRole(ctx, end));
				},
				day,
			),
		async worksAt(who, memberId, day = foundingDay) {
			const { name, email } = await database.signIn((db) =>
				db.selectFrom('person').select(['name', 'email']).where('id', '=', who).executeTakeFirstOrThrow(),
			);
			const post = { id: randomUUIDv7(), partnershipId, name, email, memberId, role: 'senior leader' };
			await home.as(chair, async (ctx) => asDone(await invite(ctx, origin, { ...post, fromDay: day })), day);
		},
		async letters(subject) {
			const sent = await database.signIn((db) =>
				db
					.selectFrom('letter')
					.innerJoin('person', 'person.email', 'letter.recipient')
					.select(['person.id', 'letter.body'])
					.where('letter.subject', 'like', `${subject}%`)
					.orderBy('person.id')
					.execute(),
			);
			return sent.map(({ id, body }) => ({ id, body: body! }));
		},
		async planned(more = {}, by = chair) {
			const id = randomUUIDv7();
			const outcome = await does(by, planEvent, { id, ...moderation, ...more });
			asDone(outcome);
			return id;
		},
	};
}

function asDone(outcome: Outcome<unknown>): void {
	if (outcome.is !== 'done') throw new Error(`Not done: ${JSON.stringify(outcome)}`);
}

export const origin = 'https://reviews.example';
