import { randomUUIDv7 } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { actionsOfGroup } from '#domain/improvement/group-plan/queries.server.ts';
import { chooseData, takeOffData } from '#domain/outcome/group-data/deeds.server.ts';
import { dataOfGroups } from '#domain/outcome/group-data/queries.server.ts';
import { maySayPart, mayWriteGroupFocus } from '#domain/partnership/access.ts';
import {
	addItem,
	changeItem,
	dropItem,
	sayPart,
	writeFocus,
} from '#domain/partnership/group-focus/deeds.server.ts';
import { focusOf } from '#domain/partnership/group-focus/queries.server.ts';
import { groupById } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { findingsOnItems } from '#domain/report/group-findings.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { isId } from '#platform/text.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import { schoolsOf } from './schools.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		const group =
			standing && isId(params.group) ? await groupById(ctx, params.partnership, params.group) : null;
		if (!standing || !group) return null;
		const focus = await focusOf(ctx, params.partnership, group.id);
		const taken = focus ? await findingsOnItems(ctx, params.partnership, group.id) : [];
		const actions = await actionsOfGroup(ctx, params.partnership, group);
		return {
			id: randomUUIDv7(),
			dataId: randomUUIDv7(),
			group,
			focus,
			items: focus ? schoolsOf(focus, group.members, taken) : [],
			data: (await dataOfGroups(ctx, params.partnership, [group.id]))[0]?.data ?? [],
			plan: group.members
				.map(({ id, name }) => ({ id, name, actions: actions.filter(({ memberId }) => memberId === id) }))
				.filter((school) => school.actions.length > 0),
			writes: mayWriteGroupFocus(standing, group),
			speaksFor: group.members.map(({ id }) => id).filter((id) => maySayPart(standing, group, id)),
		};
	});
	return found ?? notThere();
};

type Params = { partnership: string; group: string };

const inThisGroup =
	(deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>) =>
	(event: RequestEvent<Params & Record<string, string>>) => {
		const { partnership, group } = event.params;
		return submit(event, deed, {
			input: (form) => ({ ...form, partnershipId: partnership, groupId: group }),
			success: () => `/partnerships/${partnership}/groups/${group}`,
		});
	};

export const actions: Actions = {
	focus: inThisGroup(writeFocus),
	add: inThisGroup(addItem),
	change: inThisGroup(changeItem),
	drop: inThisGroup(dropItem),
	part: inThisGroup(sayPart),
	choose: inThisGroup(chooseData),
	takeOff: inThisGroup(takeOffData),
};
