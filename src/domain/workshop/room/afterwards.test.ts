import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { answerableFindings } from '#domain/improvement/queries.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { photoOfPhone } from '#platform/picture/pictures.fixture.ts';
import { readPicture } from '#platform/picture/read-picture.server.ts';
import { forEachEngine } from '#test/database.ts';
import { sitting, type Sitting } from '#test/demo/sitting.ts';
import { addPaper, removePaper } from '../paper/deeds.server.ts';
import { takeUpSteps, writeStep } from '../steps/deeds.server.ts';
import { groupCards, hideCards, showCards, typeCards } from './moderating.server.ts';
import { closeRoom, setSeats, startRound } from './running.server.ts';
import { deskScreen, outcomeOf } from './screen.server.ts';

const done = { is: 'done', value: null };
const isOver = { is: 'invalid', fields: { '': expect.stringContaining('is over') } };

forEachEngine((database) => {
	let at: Sitting;
	const photoId = randomUUIDv7();
	beforeAll(async () => {
		at = await sitting(database());
		await at.open();
		await at.goTo('r2');
		await at.run(typeCards, { id: randomUUIDv7(), topic: '', cards: 'Read aloud\nMs Name is slow' });
		await at.run(closeRoom);
	}, 120_000);

	const desk = async () => (await at.as('plumbline', (ctx) => deskScreen(ctx, at.reviewId, at.roomId)))!;
	const cardOf = async (words: string) => {
		const { ideas, apart } = await desk();
		return [...ideas.flatMap(({ cards }) => cards), ...apart].find((card) => card.words === words)!.id;
	};
	const type = (cards: string) => at.run(typeCards, { id: randomUUIDv7(), topic: '', cards });

	test('HEP-7 when the workshop is over, what was written can still be hidden, typed in and removed by those who run it', async () => {
		expect((await desk()).putsRight).toBe(true);
		const cardIds = [await cardOf('Ms Name is slow')];
		expect(await at.run(hideCards, { cardIds }, 'tealeaf')).toEqual({ is: 'denied' });
		expect(await at.run(hideCards, { cardIds })).toEqual(done);
		const words = await at.as('plumbline', async (ctx) =>
			outcomeOf(ctx, (await openReview(ctx, at.reviewId))!),
		);
		expect(words).not.toContain('Ms Name');
		expect(await at.run(showCards, { cardIds })).toEqual(done);
		expect(await type('From a poster')).toEqual(done);
		const picture = await readPicture(await photoOfPhone());
		expect(await at.run(addPaper, { id: photoId, description: 'A poster', picture })).toEqual(done);
	});

	test('HEP-7 nothing else of it goes on', async () => {
		const cardIds = [await cardOf('Read aloud')];
		expect(await at.run(groupCards, { cardIds })).toMatchObject(isOver);
		expect(await at.run(startRound, { round: 'r3' })).toMatchObject(isOver);
		expect(await at.run(setSeats, { seats: '70' })).toMatchObject(isOver);
	});

	test('NFS-14 once the plan is taken up the room stays as it is', async () => {
		const [finding] = await at.as('plumbline', async (ctx) =>
			answerableFindings(ctx, (await openReview(ctx, at.reviewId))!),
		);
		const step = { id: randomUUIDv7(), findingId: finding!.id, title: 'Read', owner: 'Jo', version: '0' };
		await at.run(writeStep, { ...step, due: '2027-01-15', measureOfSuccess: 'More is read.' });
		await at.run(takeUpSteps, {}, 'inkwell');
		expect((await desk()).putsRight).toBe(false);
		expect(await type('Later')).toMatchObject(isOver);
		expect(await at.run(hideCards, { cardIds: [await cardOf('Read aloud')] })).toMatchObject(isOver);
		expect(await at.run(removePaper, { photoId })).toMatchObject(isOver);
	});
});
