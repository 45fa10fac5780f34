import { randomUUIDv7 } from 'node:crypto';
import { addMember } from '#domain/partnership/deeds/membership.server.ts';
import { chooseLead, formGroup } from '#domain/partnership/deeds/groups.server.ts';
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
		async planned(more = {}, by = chair) {
			const id = randomUUIDv7();
			const outcome = await does(by, planEvent, { id, ...moderation, ...more });
			if (outcome.is !== 'done') throw new Error(`Not planned: ${JSON.stringify(outcome)}`);
			return id;
		},
	};
}

export const origin = 'https://reviews.example';
