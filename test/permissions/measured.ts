import { randomUUIDv7 } from 'node:crypto';
import { measureBaseline } from '#domain/improvement/baseline/deeds.server.ts';
import { measureAgain } from '#domain/improvement/baseline/measuring.server.ts';
import { takeHome } from '#domain/improvement/taken-home/deeds.server.ts';
import type { PersonKey } from '../cast.ts';
import { did, doing } from '../demo/doing.ts';
import type { Founded } from '../demo/founding.ts';
import { headOf } from '../demo/heads.ts';

/** The host's head of the review that is over has measured a baseline, and measured it again; its reviewer takes something home. */
export async function measureAndTakeHome(
	founded: Founded,
	{ reviewId, reviewer, today }: { reviewId: string; reviewer: PersonKey; today: string },
): Promise<void> {
	await doing(founded, headOf('bramblesea'), today, '00:07', async (ctx) => {
		const baseline = { id: randomUUIDv7(), reviewId, measure: 'Reading', framework: 'Our own' };
		const measured = { figure: '61%', measuredOn: today };
		await did(measureBaseline(ctx, { ...baseline, ...measured }), 'measure a baseline');
		const again = { id: randomUUIDv7(), reviewId, baselineId: baseline.id };
		await did(measureAgain(ctx, { ...again, ...measured }), 'measure it again');
	});
	await doing(founded, reviewer, today, '00:08', (ctx) => {
		const taken = { id: randomUUIDv7(), reviewId, kind: 'a method', words: 'They read.' };
		return did(takeHome(ctx, taken), 'take something home');
	});
}
