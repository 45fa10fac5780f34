import { headedMembers, type Standing } from '#domain/partnership/model.ts';
import { presentGroups, presentMembers } from '#domain/partnership/queries.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import { mayOrganise } from '#domain/partnership/access.ts';
import type { Context } from '#platform/context.ts';
import { plansEvents } from './access.ts';
import { linkableFindings, type Linkable } from './link-queries.server.ts';
import type { JointEvent } from './model.ts';
import { leadersHere } from './queries.server.ts';

interface Choice {
	value: string;
	label: string;
	group?: string;
}

/** What the form of an event offers to choose from. */
export interface EventChoices {
	schools: Choice[];
	leaders: Choice[];
	themes: Choice[];
	/** Whom an event may be for. */
	forWhom: Choice[];
}

/** Whether somebody plans events at all. */
export const mayPlanSome = async (ctx: Context, standing: Standing): Promise<boolean> =>
	mayOrganise(standing) || plansEvents(standing, await presentGroups(ctx, standing.partnershipId));

/** The choices of the form, with what stands in an event that is changed, though it is offered no more. */
export async function eventChoices(
	ctx: Context,
	standing: Standing,
	event: JointEvent | null = null,
): Promise<EventChoices> {
	const { partnershipId } = standing;
	const own = headedMembers(standing);
	const members = await presentMembers(ctx, partnershipId);
	const schools = members.map(({ id, name }) => ({ value: id, label: name }));
	const groups = (await presentGroups(ctx, partnershipId)).map(({ id, name }) => ({
		...{ value: id, label: name, group: 'Groups' },
	}));
	const leaders = (await leadersHere(ctx, partnershipId)).map(({ personId, name, schools: at }) => ({
		...{ value: personId, label: at ? `${name}, ${at}` : name },
	}));
	const themes = (await themesOf(ctx, partnershipId))
		.filter(({ retired, id }) => !retired || id === event?.themeId)
		.map(({ id, label }) => ({ value: id, label }));
	const also = (choices: Choice[], id: string | null | undefined, label: string) =>
		id && !choices.some(({ value }) => value === id) ? [...choices, { value: id, label }] : choices;
	return {
		// One's own first: a head plans at their own school most.
		schools: also(
			schools.toSorted((one, other) => Number(own.includes(other.value)) - Number(own.includes(one.value))),
			event?.atMemberId,
			`${event?.atMemberName ?? ''}, which has left`,
		),
		leaders: also(leaders, event?.ledBy, `${event?.leader ?? ''}, who has left`),
		themes,
		forWhom: [
			{ value: 'all', label: 'All schools of the partnership' },
			{ value: 'schools', label: 'Some schools, ticked below' },
			...also(groups, event?.groupId, event?.groupName ?? '').map((one) => ({ ...one, group: 'Groups' })),
		],
	};
}

/** The finding of the actor's own published report from which an event is planned; null where it is no such finding. */
export async function findingToPlanFrom(
	ctx: Context,
	standing: Standing,
	findingId: string,
): Promise<Linkable | null> {
	const own = await linkableFindings(ctx, standing.partnershipId, headedMembers(standing));
	return own.find(({ id }) => id === findingId) ?? null;
}
