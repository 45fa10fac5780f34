import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import type { Protocol } from '../protocol.ts';
import { asSecond } from '../second-format.fixture.ts';
import { adapting, decided, must, preset } from './adapting.fixture.ts';
import * as deciding from './deciding.server.ts';
import { importDraft } from './opening.server.ts';
import { takeAlong } from './overtaken.server.ts';

const limit = (atMost: number) => (protocol: Protocol) =>
	void (protocol.report.developments = { kinds: ['development'], atMost });

forEachEngine((database) => {
	test('KSA-15 what was stored in the second format goes on: versions, a group’s own way, drafts of both, files', async () => {
		const { family, oak, by, read, publish, inForce, ...it } = await adapting(database());
		const { chair, partnershipId } = family;
		await publish(preset(limit(4)));
		await it.adapted(limit(2));
		const groups = await it.adapt(limit(1));
		const ours = await it.change(chair, await it.open(chair), (protocol) => (protocol.day.starts = '08:00'));
		await database().asOwner(async (db) => {
			for (const table of ['protocol_version', 'protocol_draft'] as const)
				for (const { id, document } of await db
					.selectFrom(table)
					.select(['id', 'document'])
					.where('partnership_id', '=', partnershipId)
					.execute())
					await db
						.updateTable(table)
						.set({ document: JSON.stringify(asSecond(document as Protocol)) })
						.where('id', '=', id)
						.execute();
		});

		const limitOf = async (groupIds: string[] = []) =>
			(await inForce(groupIds)).protocol.report.developments.atMost;
		expect([await limitOf(), await limitOf([oak.id])]).toEqual([4, 2]);
		const developments = async (id: string, person = oak.lead) =>
			((await read(person, id)).document as Protocol).report.developments;
		expect(await developments(groups)).toEqual({ kinds: ['development'], atMost: 1 });

		must(await by(chair, deciding.publishDraft, decided(ours)));
		expect((await inForce([oak.id])).protocol.day.starts).toBe('08:00');
		expect([await limitOf(), await limitOf([oak.id])]).toEqual([4, 2]);

		const along = { id: randomUUIDv7(), draftId: groups, ontoId: (await inForce()).id };
		must(await by(oak.lead, takeAlong, along));
		expect(await developments(groups)).toEqual({ kinds: ['development'], atMost: 1 });
		must(await by(oak.lead, deciding.submitDraft, decided(groups)));
		must(await by(it.steering, deciding.publishDraft, decided(groups)));
		expect([await limitOf(), await limitOf([oak.id])]).toEqual([4, 1]);

		const file = JSON.stringify(asSecond(preset(limit(5))));
		const brought = must(await by(chair, importDraft, { id: randomUUIDv7(), partnershipId, file }));
		expect(await developments(brought.id, chair)).toEqual({ kinds: ['development'], atMost: 5 });
		must(await by(chair, deciding.publishDraft, decided(brought.id)));
		expect(await limitOf()).toBe(5);
	});
});
