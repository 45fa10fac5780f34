import { randomUUIDv7 } from 'node:crypto';
import { addMember } from '#domain/partnership/deeds/membership.server.ts';
import { foundedPartnership, foundingDay, type Founded } from '#domain/partnership/founded.fixture.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import type { Outcome } from '#platform/outcome.ts';
import { offerExpertise } from './deeds.server.ts';
import { agreeToHelp, proposeHelpers } from './proposing/deeds.server.ts';
import type { SupportRequest } from './request/model.ts';
import { askForSupport } from './request/deeds.server.ts';
import { requestById } from './request/queries.server.ts';

export const origin = 'https://reviews.example';
type Deed = (ctx: Context, input: unknown) => Promise<Outcome<unknown>>;
type WithOrigin = (ctx: Context, origin: string, input: unknown) => Promise<Outcome<unknown>>;

/** Three schools with a head each: the second offers help with writing. */
export interface Brokered {
	home: Founded;
	head: string;
	helper: string;
	other: string;
	third: string;
	writing: string;
	reading: string;
	does(by: string, deed: Deed, input: object, day?: string): Promise<Outcome<unknown>>;
	writes(by: string, deed: WithOrigin, input: object, day?: string): Promise<Outcome<unknown>>;
	/** As somebody reads it; null to whom it is not there. */
	read(by: string, requestId: string, day?: string): Promise<SupportRequest | null>;
	/** What a form asks with. */
	asking(more?: object): { id: string } & Record<string, string>;
	/** Asked, and the second school proposed; with its place among the helpers. */
	proposed(more?: object): Promise<{ requestId: string; helperId: string }>;
	/** The same, named from the first and agreed for days from the founding day on. */
	agreed(terms?: object): Promise<{ requestId: string; helperId: string; deploymentId: string }>;
}

export async function brokered(database: Database): Promise<Brokered> {
	const home = await foundedPartnership(database);
	const { partnershipId } = home;
	const third = randomUUIDv7();
	const school = { id: third, partnershipId, fromDay: foundingDay, name: 'Demo school 2', place: 'Nowhere' };
	must(await home.as(home.chair, (ctx) => addMember(ctx, school)));
	const head = await home.invited('headteacher', home.members[0]);
	const helper = await home.invited('headteacher', home.members[1]);
	const other = await home.invited('headteacher', third);
	const themes = await home.as(home.chair, (ctx) => themesOf(ctx, partnershipId));
	const called = (label: string) => themes.find((theme) => theme.label === label)!.id;
	const [writing, reading] = [called('Writing'), called('Reading')];
	const does: Brokered['does'] = (by, deed, input, day) =>
		home.as(by, (ctx) => deed(ctx, { partnershipId, ...input }), day);
	const writes: Brokered['writes'] = (by, deed, input, day) =>
		does(by, (ctx, given) => deed(ctx, origin, given), input, day);
	const offer = { themeId: writing, ways: ['come to you'], words: 'Every class publishes.', daysATerm: '4' };
	must(await does(helper, offerExpertise, { id: randomUUIDv7(), memberId: home.members[1], ...offer }));
	const read: Brokered['read'] = (by, id, day) =>
		home.as(by, (ctx) => requestById(ctx, partnershipId, id), day);
	const asking: Brokered['asking'] = (more = {}) => ({
		...{ id: randomUUIDv7(), memberId: home.members[0], themeId: writing },
		...{ words: 'Boys write little 😀 <script>alert(1)</script>', byDay: '2026-11-20' },
		...more,
	});
	const proposed: Brokered['proposed'] = async (more = {}) => {
		const request = asking(more);
		must(await writes(head, askForSupport, request));
		const proposal = { requestId: request.id, memberIds: [home.members[1]] };
		must(await writes(home.chair, proposeHelpers, proposal));
		return { requestId: request.id, helperId: (await read(home.chair, request.id))!.helpers[0]!.id };
	};
	const agreed: Brokered['agreed'] = async (more = {}) => {
		const on = await proposed({ mayName: 'yes' });
		must(await writes(helper, agreeToHelp, { ...on, ...terms, ...more }));
		return { ...on, deploymentId: (await read(head, on.requestId))!.deployments[0]!.id };
	};
	return { home, head, helper, other, third, writing, reading, does, writes, read, asking, proposed, agreed };
}

/** What a helper's head says yes with. */
export const terms = { days: '2', fromDay: foundingDay, toDay: '2026-10-23', who: 'Our English lead' };

export const must = (outcome: Outcome<unknown>): void => {
	if (outcome.is !== 'done') throw new Error(JSON.stringify(outcome));
};
