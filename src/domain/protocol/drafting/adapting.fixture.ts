import { randomUUIDv7 } from 'node:crypto';
import { chooseLead, formGroup } from '#domain/partnership/deeds/groups.server.ts';
import { addMember } from '#domain/partnership/deeds/membership.server.ts';
import { foundedPartnership, foundingDay, type Founded } from '#domain/partnership/founded.fixture.ts';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import type { Outcome } from '#platform/outcome.ts';
import { presets } from '../presets/presets.ts';
import type { Protocol } from '../protocol.ts';
import { protocolInForce } from '../queries.server.ts';
import * as deciding from './deciding.server.ts';
import { openDraft } from './opening.server.ts';
import { draftById } from './queries.server.ts';
import { updateDocument } from './store.server.ts';

/** A protocol that leaves some parts to groups. */
export const preset = (change: (protocol: Protocol) => void = () => {}): Protocol => {
	const protocol = structuredClone(presets.find(({ key }) => key === 'network')!.protocol);
	protocol.adaptation = { parts: ['day', 'report', 'stages'], approvedBy: 'the steering group' };
	change(protocol);
	return protocol;
};

export const must = <T>(outcome: Outcome<T>): T => {
	if (outcome.is !== 'done') throw new Error(JSON.stringify(outcome));
	return outcome.value;
};

export const decided = (draftId: string, reason = 'Agreed at the meeting.') => ({
	id: randomUUIDv7(),
	draftId,
	reason,
});

/** A partnership of two groups of two schools, Oak and Ash, with a steering group, and what people do to its protocol. */
export async function adapting(database: Database) {
	const family = await foundedPartnership(database);
	const { partnershipId, chair } = family;

	const by = <T>(
		person: string,
		deed: (ctx: Context, input: unknown) => Promise<Outcome<T>>,
		input: object,
		day?: string,
	) => family.as(person, (ctx) => deed(ctx, input), day);
	const open = async (person: string, more: object = {}) =>
		must(await by(person, openDraft, { id: randomUUIDv7(), partnershipId, ...more })).id;
	const read = (person: string, id: string) => family.as(person, async (ctx) => (await draftById(ctx, id))!);
	/** Writes the whole document at once, as many saves of parts would. */
	const write = (person: string, draftId: string, document: Protocol) =>
		family.as(person, (ctx) => updateDocument(ctx, { partnershipId, id: draftId }, document, person));
	const publish = async (protocol: Protocol) => {
		const id = await open(chair, { preset: 'network' });
		await write(chair, id, protocol);
		must(await by(chair, deciding.publishDraft, decided(id)));
	};
	const inForce = (groups: string[] = []) =>
		family.as(chair, async (ctx) => (await protocolInForce(ctx, partnershipId, groups))!);
	const change = async (person: string, id: string, make: (protocol: Protocol) => void) => {
		const document = structuredClone((await read(person, id)).document) as Protocol;
		make(document);
		await write(person, id, document);
		return id;
	};
	const group = async (name: string, memberIds: string[]) => {
		const id = randomUUIDv7();
		must(await by(chair, formGroup, { id, name, schoolYear: '2026-27', memberIds, partnershipId }));
		const lead = await family.invited('headteacher', memberIds[0]);
		const other = await family.invited('headteacher', memberIds[1]);
		must(await by(chair, chooseLead, { partnershipId, groupId: id, leadId: lead }));
		return { id, members: memberIds, lead, other };
	};

	const others = [randomUUIDv7(), randomUUIDv7()];
	for (const [index, id] of others.entries())
		must(
			await by(chair, addMember, {
				id,
				partnershipId,
				fromDay: foundingDay,
				name: `Ash school ${index}`,
				place: 'Nowhere',
			}),
		);
	const steering = await family.invited('steering');
	const oak = await group('Oak', [...family.members]);
	const ash = await group('Ash', others);

	/** A group's lead begins its draft and changes it. */
	const adapt = async (make: (protocol: Protocol) => void, of: { id: string; lead: string } = oak) =>
		change(of.lead, await open(of.lead, { groupId: of.id }), make);
	/** The same, put forward and approved. */
	const adapted = async (make: (protocol: Protocol) => void, of: { id: string; lead: string } = oak) => {
		const id = await adapt(make, of);
		must(await by(of.lead, deciding.submitDraft, decided(id)));
		must(await by(steering, deciding.publishDraft, decided(id)));
	};

	return {
		family,
		steering,
		oak,
		ash,
		by,
		open,
		read,
		write,
		change,
		publish,
		inForce,
		adapt,
		adapted,
	};
}

export type Adapting = Awaited<ReturnType<typeof adapting>> & { family: Founded };
