import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { foundedPartnership, type Founded } from '#domain/partnership/founded.fixture.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { forEachEngine } from '#test/database.ts';
import { openCycle } from '../cycle/deeds.server.ts';
import { weightField } from '../proposal/input.ts';
import * as deeds from './deeds.server.ts';
import { openArrangement } from './opening.server.ts';
import { boardScreen } from './screen.server.ts';

forEachEngine((database) => {
	let home: Founded;
	const arrangementId = randomUUIDv7();

	beforeAll(async () => {
		home = await foundedPartnership(database());
		const { partnershipId, chair } = home;
		const preset = { id: randomUUIDv7(), partnershipId, preset: 'trios' };
		await home.as(chair, (ctx) => publishPreset(ctx, preset));
		const cycleId = randomUUIDv7();
		const cycle = { name: '2026-27', from: '2026-08-01', to: '2027-07-31', objective: '', share: '100' };
		await home.as(chair, (ctx) => openCycle(ctx, { id: cycleId, partnershipId, ...cycle }));
		const named = { id: arrangementId, partnershipId, cycleId, name: 'The year' };
		await home.as(chair, (ctx) => deeds.beginArrangement(ctx, named));
	});

	const open = async () =>
		(await home.as(home.chair, (ctx) => openArrangement(ctx, home.partnershipId, arrangementId)))!;
	const step = async (deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>, input: object) => {
		const version = String((await open()).arrangement.version);
		const { partnershipId } = home;
		return home.as(home.chair, (ctx) => deed(ctx, { partnershipId, arrangementId, version, ...input }));
	};
	/** What the board says of the first review on a day, and what all is worth then. */
	const on = async (day: string) => {
		const reviewId = (await open()).plan[0]!.id;
		await step(deeds.moveReview, { reviewId, day });
		const { judged, parts } = (await home.as(home.chair, (ctx) =>
			boardScreen(ctx, home.partnershipId, arrangementId),
		))!;
		const cards = parts.flatMap(({ weeks }) => weeks.flatMap((week) => week.cards));
		const { reasons, breaks } = cards.find(({ id }) => id === reviewId)!;
		await step(deeds.undo, {});
		return { worth: judged.worth, said: reasons.map(({ words }) => words), breaks };
	};

	test('NFS-4 a chair is told what would follow on a day that does not suit, and can weigh it', async () => {
		// Three school weeks after the one is a week of exams; nothing falls badly after the other.
		const [badly, well] = [await on('2027-04-19'), await on('2027-01-12')];
		expect(well.said).toEqual(['The day suits everybody.']);
		expect(badly.said).toEqual([
			expect.stringMatching(/^“Run the staff meeting at the host school” would fall on Monday 10 May 2027, /),
		]);
		expect(badly.worth - well.worth).toBe(-8);
		const { notBefore } = (await open()).arrangement.wishes;
		const wished = { notBefore, near: '10', competing: '1', [weightField('what follows')]: '0' };
		expect(await step(deeds.changeWishes, wished)).toMatchObject({ is: 'done' });
		expect((await on('2027-04-19')).worth).toBe(well.worth);
	});
});
