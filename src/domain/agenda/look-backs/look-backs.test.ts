import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { closeReview } from '#domain/improvement/deeds/closing.server.ts';
import { answerLookBack } from '#domain/improvement/look-back/answering.server.ts';
import { lookBackScreen } from '#domain/improvement/look-back/screen.server.ts';
import { endMembership } from '#domain/partnership/deeds/membership.server.ts';
import { release } from '#domain/review/deeds/sharing.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { founder, type PersonKey } from '#test/cast.ts';
import { forEachEngine } from '#test/database.ts';
import { actingSchool, type ActingSchool } from '#test/demo/acting-school.ts';
import { home } from '../home.server.ts';
import { lookBacksOf } from './screen.server.ts';

const later = '2027-05-03';
const answers = {
	...{ applied: 'All of it.', further: 'More.', reach: 'whole' },
	...{ difference: 'They write on.', 'review-more': 'No.' },
};

forEachEngine((database) => {
	let school: ActingSchool;
	beforeAll(async () => {
		school = await actingSchool(database());
	}, 120_000);

	const answer = (who: PersonKey, changes = {}) =>
		school.does(who, answerLookBack, { answers: { ...answers, ...changes } }, later);
	const read = (who: PersonKey, day = later) =>
		school.as(who, (ctx) => lookBacksOf(ctx, school.partnershipId, '2026-27'), day);
	const words = async (who: PersonKey) =>
		(await read(who)).questions[0]?.answers.flatMap(({ side, lines }) => [side, ...lines]) ?? [];
	const begun = (who: PersonKey) =>
		school.as(
			who,
			async (ctx) => (await lookBackScreen(ctx, (await openReview(ctx, school.reviewId))!))?.asked?.answers,
			later,
		);

	test('CEN-9 R4 the host’s answers begin with what was told of the actions; the team’s carry nothing of it to others', async () => {
		const id = await school.plan({ title: 'Show others how' });
		expect(await begun('inkwell')).toEqual({ applied: 'Show others how: not started.' });
		expect(await begun('hedgepath')).toEqual({});
		expect(await school.action('hedgepath', id)).toBeDefined();
		expect(await begun('plumbline')).toBeUndefined();
	});

	test('CEN-9 R4 nothing is gathered before both sides have answered, and then for whom it is open alone', async () => {
		expect((await read('inkwell')).reviews).toMatchObject([{ id: school.reviewId, state: 'later' }]);
		expect(await answer('inkwell')).toMatchObject({ is: 'done' });
		for (const who of ['inkwell', 'hedgepath', 'lanternby', founder] as const)
			expect(await words(who)).toEqual([]);
		expect(await answer('hedgepath', { applied: 'Some of it.' })).toMatchObject({ is: 'done' });
		const both = ['host', 'All of it.', 'team', 'Some of it.'];
		for (const who of ['inkwell', 'hedgepath'] as const) expect(await words(who)).toEqual(both);
		for (const who of ['lanternby', 'plumbline', 'ledgerly', 'ropewalk'] as const)
			expect(await words(who)).toEqual([]);
		const released = { id: randomUUIDv7(), thing: 'look-back', audience: 'heads' };
		expect(await school.does('inkwell', release, released, later)).toMatchObject({ is: 'done' });
		expect(await words('lanternby')).toEqual(both);
		for (const who of ['plumbline', 'ledgerly', 'ropewalk'] as const) expect(await words(who)).toEqual([]);
		const { reviews, years, questions } = await read('lanternby');
		expect(reviews).toMatchObject([{ state: 'done' }]);
		expect(years).toEqual(['2026-27']);
		expect(questions.find(({ key }) => key === 'reach')!.chosen!.filter(({ count }) => count > 0)).toEqual([
			{ label: 'The whole school', count: 2 },
		]);
		expect(
			(await school.as('lanternby', (ctx) => lookBacksOf(ctx, school.partnershipId, '2025-26'))).questions,
		).toEqual([]);
	});
});

forEachEngine((database) => {
	test('CEN-9 HEP-1 of a school that has left nothing is asked, and what was written stays', async () => {
		const school = await actingSchool(database());
		const memberId = school.founded.members.get('fernmarsh')!;
		const asked = (who: PersonKey, day: string) =>
			school.as(who, async (ctx) => (await home(ctx)).next.map(({ key }) => key), day);
		expect(await school.does('hedgepath', answerLookBack, { answers }, later)).toMatchObject({ is: 'done' });
		const leaving = { partnershipId: school.partnershipId, memberId, untilDay: '2027-05-10' };
		expect(await school.as(founder, (ctx) => endMembership(ctx, leaving), later)).toMatchObject({
			is: 'done',
		});
		expect(await asked('inkwell', later)).toContain('look-back');
		for (const who of ['inkwell', 'hedgepath', 'foxglove'] as const)
			expect(await asked(who, '2027-05-10')).toEqual([]);
		expect(await school.does('inkwell', answerLookBack, { answers }, '2027-05-10')).toMatchObject({
			is: 'invalid',
			fields: { '': expect.stringContaining('has left the partnership') },
		});
		const screen = await school.as(
			'hedgepath',
			async (ctx) => lookBackScreen(ctx, (await openReview(ctx, school.reviewId))!),
			'2027-05-10',
		);
		expect(screen).toMatchObject({ asked: null, answers: [{ side: 'team' }] });
		// Nobody waits for the school: whoever closes it ends the team’s work.
		expect(await school.does('foxglove', closeReview, {}, '2027-05-10')).toMatchObject({ is: 'done' });
	});
});
