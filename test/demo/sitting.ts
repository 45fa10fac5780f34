import { randomUUIDv7 } from 'node:crypto';
import { type Context, inContext } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import { nobody } from '#platform/principal.ts';
import { hashToken } from '#platform/session/token.ts';
import type { PersonKey } from '../cast.ts';
import { doing } from './doing.ts';
import type { Founded } from './founding.ts';
import { fernmarshReview, monday } from './published-review.ts';
import { answerableFindings } from '#domain/improvement/queries.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { joinRoom } from '#domain/workshop/room/joining.server.ts';
import { participantOf } from '#domain/workshop/room/phone-queries.server.ts';
import { roomOf } from '#domain/workshop/room/queries.server.ts';
import { changeRoomPlan, openRoom, prepareRoom, startRound } from '#domain/workshop/room/running.server.ts';

export const now = new Date(`${monday}T09:00:00Z`);

/** Somebody with a phone in the room. */
export interface Phone {
	id: string;
	token: string;
	as<T>(work: (ctx: Context) => Promise<T>, at?: Date): Promise<T>;
}

/** A published review at Fernmarsh whose workshop the champion runs on Monday morning, with what its people do there. */
export async function sitting(database: Database) {
	const { founded, reviewId } = await fernmarshReview(database, 'published');
	return sittingOf(founded, reviewId);
}

/** A further sitting of the workshop after the same review. */
export function sittingOf(founded: Founded, reviewId: string) {
	const { database } = founded;
	const roomId = randomUUIDv7();
	const as = <T>(who: PersonKey, work: (ctx: Context) => Promise<T>, day = monday) =>
		doing(founded, who, day, '09:00', work);
	const run = (
		deed: (ctx: Context, input: unknown) => Promise<{ is: string }>,
		input: object = {},
		who: PersonKey = 'plumbline',
	) => as(who, (ctx) => deed(ctx, { reviewId, roomId, ...input }));
	const room = (who: PersonKey = 'plumbline') =>
		as(who, async (ctx) => {
			const review = await openReview(ctx, reviewId);
			return review && roomOf(ctx, review, roomId);
		});
	const prepare = (who: PersonKey = 'plumbline') =>
		as(who, (ctx) => prepareRoom(ctx, { id: roomId, reviewId }));

	const joining = (code: string, at = now) =>
		inContext(database, nobody, at, (ctx) => joinRoom(ctx, { code }));
	const phone = async (): Promise<Phone> => {
		const joined = await joining((await room())!.code!);
		if (joined.is !== 'done') throw new Error(JSON.stringify(joined));
		const { token } = joined.value;
		const found = await inContext(database, nobody, now, (ctx) => participantOf(ctx, hashToken(token)));
		const { id } = found!;
		return { id, token, as: (work, at = now) => inContext(database, { kind: 'participant', id }, at, work) };
	};
	/** The form of its plan as it stands, with the first finding among what staff work on. */
	const planForm = async () => {
		const { plan, version, day } = (await room())!;
		const [finding] = await as('plumbline', async (ctx) =>
			answerableFindings(ctx, (await openReview(ctx, reviewId))!),
		);
		const rounds = plan.rounds.flatMap((round, nth) => [
			...(['key', 'is', 'title', 'question'] as const).map((name) => [`${name}-${nth}`, round[name]]),
			[`minutes-${nth}`, '10'],
			[`place-${nth}`, String(nth)],
		]);
		return {
			...{ version: String(version), day, seats: '60', votesEach: '3', shown: [finding!.id] },
			[`words-${finding!.id}`]: 'How do readers get better?',
			...(Object.fromEntries(rounds) as Record<string, string>),
		};
	};
	const open = async () => {
		await prepare();
		await run(changeRoomPlan, await planForm());
		await run(openRoom);
	};
	const goTo = (round: string) => run(startRound, { round });
	return { founded, reviewId, roomId, as, run, room, prepare, planForm, open, goTo, joining, phone };
}

export type Sitting = ReturnType<typeof sittingOf>;
