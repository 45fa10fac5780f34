import { likelyNames, type LikelyName } from '#domain/evidence/names.ts';
import { headedMembers } from '#domain/partnership/model.ts';
import type { Context } from '#platform/context.ts';
import { mayTellTakeaway } from './access.ts';
import { attending, moderatedGroups } from './deeds/writing-up.server.ts';
import { openEvent } from './deeds/opening.server.ts';
import {
	comingTo,
	invitedMembers,
	peopleAt,
	type ComingSchool,
	type PersonAtSchool,
} from './joining-queries.server.ts';
import {
	linkableActions,
	linkableFindings,
	linksOf,
	type Linkable,
	type LinkedOfEvent,
} from './link-queries.server.ts';
import { placesLeft, standsOn, type JointEvent } from './model.ts';
import { warningsOf } from './warnings.server.ts';
import { takeawaysOf, writeUpsOf, type Takeaway } from './write-up-queries.server.ts';
import type { WriteUp } from './write-up.ts';

interface Named {
	id: string;
	name: string;
}

/** All that the page of an event shows to one reader. */
export interface EventScreen {
	event: JointEvent;
	stands: 'ahead' | 'on' | 'over';
	/** Null where it is open. */
	left: number | null;
	runs: boolean;
	me: string;
	/** What speaks against its days, for whoever runs it while it is to come. */
	warnings: string[];
	invited: Named[];
	coming: ComingSchool[];
	/** The reader comes. */
	comes: boolean;
	/** The schools invited that the reader heads, with the people who work there. */
	brings: (Named & { people: PersonAtSchool[]; coming: ComingSchool | null })[];
	/** The schools invited for which the reader can come themselves. */
	comesFrom: Named[];
	/** The latest first; empty before anything was written. */
	writeUps: WriteUp[];
	/** In the latest: words that look like somebody’s name, for whoever writes it. */
	names: LikelyName[];
	/** Of whom a write-up can say something; empty for others than those who write it. */
	attending: Named[];
	moderated: string[];
	takeaways: Takeaway[];
	/** The schools for which the reader says what they take from it. */
	tells: (Named & { takeaway: Takeaway | null })[];
	/** What it follows from and serves, as far as the reader may read that. */
	links: (LinkedOfEvent & { own: boolean })[];
	/** Of the reader’s own schools, to be linked. */
	linkable: { findings: Linkable[]; actions: Linkable[] };
}

/** The page of an event; null for whom it is not there. */
export async function eventScreen(
	ctx: Context,
	partnershipId: string,
	eventId: string,
): Promise<EventScreen | null> {
	const open = await openEvent(ctx, partnershipId, eventId);
	if (!open) return null;
	const { event, standing, runs } = open;
	const of = { partnershipId, eventId };
	const me = standing.personId;
	const stands = standsOn(event, ctx.today);
	const off = event.calledOff !== null;
	const invited = await invitedMembers(ctx, partnershipId, event);
	const coming = await comingTo(ctx, of);
	const joinedFor =
		coming.find(({ people }) => people.some(({ personId, left }) => personId === me && !left))?.memberId ??
		null;
	const headed = invited.filter(({ id }) => headedMembers(standing).includes(id));
	const people = await peopleAt(
		ctx,
		partnershipId,
		headed.map(({ id }) => id),
	);
	const writes = runs && !off && stands !== 'ahead';
	const writeUps = await writeUpsOf(ctx, of);
	const takeaways = await takeawaysOf(ctx, of);
	const links = await linksOf(ctx, of);
	const own = headedMembers(standing);
	const linked = (kind: 'finding' | 'action', { id }: { id: string }) =>
		links.some((link) => link.of === kind && link.id === id);
	return {
		...{ event, stands, left: placesLeft(event), runs, me, invited, coming, comes: joinedFor !== null },
		warnings: runs && !off && stands !== 'over' ? await warningsOf(ctx, partnershipId, event) : [],
		brings:
			off || stands === 'over'
				? []
				: headed.map((member) => ({
						...member,
						people: people.filter(({ memberId }) => memberId === member.id),
						coming: coming.find(({ memberId }) => memberId === member.id) ?? null,
					})),
		comesFrom:
			off || stands === 'over'
				? []
				: invited.filter(
						({ id }) => !own.includes(id) && standing.appointments.some(({ memberId }) => memberId === id),
					),
		writeUps,
		names: writes ? namesIn(writeUps[0], coming, event, invited) : [],
		attending: writes ? await attending(ctx, partnershipId, event) : [],
		moderated: writes && event.kind === 'moderation' ? moderatedGroups(event, writeUps[0] ?? null) : [],
		takeaways,
		tells:
			off || stands === 'ahead'
				? []
				: invited
						.filter(({ id }) => mayTellTakeaway(standing, id, joinedFor))
						.map((member) => ({
							...member,
							takeaway: takeaways.find(({ memberId }) => memberId === member.id) ?? null,
						})),
		links: links.map((link) => ({ ...link, own: own.includes(link.memberId) })),
		linkable: off
			? { findings: [], actions: [] }
			: {
					findings: (await linkableFindings(ctx, partnershipId, own)).filter(
						(one) => !linked('finding', one),
					),
					actions: (await linkableActions(ctx, partnershipId, own)).filter((one) => !linked('action', one)),
				},
	};
}

/** No pupil is named in a write-up. Those who came, who led it and the schools may be. */
function namesIn(
	writeUp: WriteUp | undefined,
	coming: readonly ComingSchool[],
	event: JointEvent,
	invited: readonly Named[],
): LikelyName[] {
	if (!writeUp) return [];
	const people = coming.flatMap((school) => school.people.map(({ name }) => name));
	const allowed = [...people, event.leader, ...invited.map(({ name }) => name)];
	return likelyNames(`${writeUp.done}\n${writeUp.found}`, [], allowed);
}
