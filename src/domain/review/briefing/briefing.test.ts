import { describe, expect, test } from 'vitest';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { addLine } from '../deeds/plan.server.ts';
import { agreedReview, frame, type InTheMaking } from '../deeds/in-the-making.fixture.ts';

import { changeFrame } from '../deeds/frame.server.ts';
import { standStill } from '../deeds/team.server.ts';
import { proposed } from '../facts.example.ts';
import { beforeTheDay, draftBriefing, overtakenIn } from './briefing.ts';
import { briefingScreen, saveBriefing } from './briefing.server.ts';

const family = presetNamed('family');
const drafted = draftBriefing({ protocol: family, facts: proposed, lines: [{ question: 'Who reads?' }] });

describe('NFS-7 the host briefs staff and pupils', () => {
	test('the draft says who comes when, on what, that nobody is judged, what stays confidential and when they will hear', () => {
		for (const said of [
			'Thursday 19 November 2026',
			'Ruth Amadi (reviewer)',
			proposed.focus,
			'– Who reads?',
			'no teacher is given feedback on themselves',
			family.audience.confidentiality.statement,
			family.audience.confidentiality.limits,
			'‘Summary for all staff’',
		])
			expect(drafted.words).toContain(said);
		expect(drafted.forPupils).toContain(proposed.focus);
		expect(drafted.forPupils.length).toBeLessThan(600);
	});

	test('a day that has no part for all staff promises none', () => {
		const day = { ...family.day, blocks: [] };
		const { words } = draftBriefing({
			protocol: { ...family, day },
			facts: { ...proposed, firstDay: null },
			lines: [],
		});
		expect(words).toContain('The headteacher hears first');
		expect(words).toMatch(/^Soon /);
		expect(words).not.toContain('They will look into');
	});

	test('what is kept says when the day or the question has changed', () => {
		expect(overtakenIn(drafted, proposed)).toEqual([]);
		expect(overtakenIn(drafted, { ...proposed, firstDay: '2026-11-26' })).toEqual([
			'Thursday 26 November 2026',
		]);
	});

	test('CSC-30 what the protocol has the host tell beforehand is found, whatever it is called', () => {
		expect(beforeTheDay(presetNamed('consortium')).map(({ title }) => title)).toEqual([
			'Tell all staff why and how we review',
		]);
		expect(beforeTheDay(family)).toHaveLength(1);
	});
});

forEachEngine((database) => {
	const screen = (it: InTheMaking, by: string) => it.home.as(by, (ctx) => briefingScreen(ctx, it.reviewId));
	const note = { version: '0', words: 'They come on Thursday.', forPupils: 'Visitors come.' };

	test('NFS-7 the host keeps its own words; the bound team reads them, and nobody else', async () => {
		const it = await agreedReview(database());
		await it.on(it.host, addLine, { id: crypto.randomUUID(), question: 'Who reads?' });
		expect((await screen(it, it.host))?.note.words).toContain('– Who reads?');
		for (const _ of [1, 2]) expect(await it.on(it.host, saveBriefing, note)).toMatchObject({ is: 'done' });
		expect(await screen(it, it.reviewer)).toBeNull();
		await it.bind(it.reviewer);
		expect((await screen(it, it.reviewer))?.note).toMatchObject({
			words: note.words,
			forPupils: note.forPupils,
		});
		expect((await screen(it, it.reviewer))?.edits).toBe(false);
		expect(await screen(it, it.home.chair)).toBeNull();
		for (const other of [it.reviewer, it.home.chair])
			expect(await it.on(other, saveBriefing, note)).toEqual({ is: 'denied' });
		expect(await it.on(it.host, saveBriefing, { ...note, words: 'Others.' })).toMatchObject({
			is: 'conflict',
			current: { words: note.words },
		});
		await it.on(it.host, changeFrame, { ...frame, focus: 'Who borrows?' });
		expect((await screen(it, it.host))?.overtaken).toContain('Who borrows?');
		expect(await it.on(it.host, saveBriefing, { ...note, version: '1', forPupils: ' ' })).toMatchObject({
			is: 'invalid',
			fields: { forPupils: expect.any(String) },
		});
		await it.on(it.host, standStill, { id: crypto.randomUUID(), kind: 'deferred', reason: 'Snow.' });
		expect(await it.on(it.host, saveBriefing, { ...note, version: '1' })).toMatchObject({ is: 'invalid' });
	});
});
