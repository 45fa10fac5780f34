import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { schoolCalendar, yearNamed } from '#domain/calendar/school-calendar.ts';
import { yearFields } from '#domain/calendar/year-fields.fixture.ts';
import { foundedPartnership, type Founded } from '#domain/partnership/founded.fixture.ts';
import { enterYear } from '#domain/partnership/deeds/calendar.server.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { proposeReview } from '#domain/review/deeds/frame.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { forEachEngine } from '#test/database.ts';
import { openCycle } from '../cycle/deeds.server.ts';
import { weightField } from '../proposal/input.ts';
import * as deeds from './deeds.server.ts';
import { openArrangement } from './opening.server.ts';
import { yearInput } from './year-input.ts';
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
	const board = async () => {
		const { judged, parts } = (await home.as(home.chair, (ctx) =>
			boardScreen(ctx, home.partnershipId, arrangementId),
		))!;
		return { judged, cards: parts.flatMap(({ weeks }) => weeks.flatMap((week) => week.cards)) };
	};
	/** What the board says of the first review on a day, and what all is worth then. */
	const on = async (day: string) => {
		const reviewId = (await open()).plan[0]!.id;
		await step(deeds.moveReview, { reviewId, day });
		const { judged, cards } = await board();
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

	test('HEP-12 on an INSET day no review is proposed or put; one that was agreed before the day was entered is judged by it', async () => {
		const { partnershipId, chair, as } = home;
		const inset = '2027-01-12';
		const { id, host: hostMemberId, kind } = (await open()).plan[1]!;
		const { protocol } = (await open()).known;
		const focus = { focus: 'Talk', focusKind: protocol.focus.kinds[0]!.key };
		const frame = { ...focus, focusSource: protocol.focus.sources[0]!.key, firstDay: inset, days: '1' };
		const proposed = { id, partnershipId, hostMemberId, kind, followsId: '', ...frame };
		expect(await as(chair, (ctx) => proposeReview(ctx, proposed))).toMatchObject({ is: 'done' });
		const well = await on('2027-01-13');
		const { provisional: _, ...year } = yearNamed(schoolCalendar(), '2026-27');
		const entered = { partnershipId, memberId: '', name: '2026-27', version: '0' };
		const form = yearFields({ ...year, inset: [...year.inset, inset, '2027-01-19'] });
		expect(await as(chair, (ctx) => enterYear(ctx, { ...entered, form }))).toMatchObject({ is: 'done' });

		const { judged, cards } = await board();
		const agreed = cards.find((card) => card.id === id)!;
		expect(agreed).toMatchObject({ day: inset, breaks: [] });
		expect(agreed.reasons.map(({ words }) => words)).toEqual(['The host has an INSET day.']);
		const { breaks } = judged;
		expect((await on('2027-01-13')).worth).toBe(well.worth - 40);

		const put = await on('2027-01-19');
		expect(put.breaks).toEqual([
			'Tuesday 19 January 2027 is an INSET day at the host: a review begins on a day on which pupils are in.',
		]);
		expect(breaks).toBe(0);
		const reckoned = yearInput((await open()).known, (await open()).arrangement.wishes, (await open()).plan);
		const firsts = reckoned.days.reviews.map(({ candidates }) => candidates.map(({ days }) => days[0]));
		expect(firsts.map((days) => days.includes('2027-01-19'))).toEqual([false, false]);
		expect(firsts.filter((days) => days.includes(inset))).toHaveLength(1);
	});
});
